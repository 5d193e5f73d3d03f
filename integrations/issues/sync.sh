#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings the issues of a tracker up to date with what `tm export` wrote.
#
#   tm export github -o issues.json model.tm && sync.sh github OWNER/REPOSITORY issues.json
#   tm export gitlab -o issues.json model.tm && sync.sh gitlab GROUP/PROJECT issues.json
#
# An issue of the file that the tracker has, by the key in its text, gets the title and text of the file, and keeps its
# number, labels, people and state; one that it has not is made; one that the file no longer names is closed. Only issues
# with the label `threat-model` are looked at. `--dry-run` in front prints what would be done, one JSON object a line.

set -euo pipefail

fail() {
  printf 'sync.sh: %s\n' "$1" >&2
  exit 2
}

dry=
if [[ ${1-} == --dry-run ]]; then
  dry=yes
  shift
fi
[[ $# == 3 ]] || fail 'usage: sync.sh [--dry-run] github|gitlab PROJECT FILE'
kind=$1 project=$2 file=$3
[[ $project =~ ^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$ ]] || fail "\`$project\` is no project such as owner/name"
jq -e 'type == "array" and all(.[]; has("key") and has("title"))' "$file" >/dev/null ||
  fail "\`$file\` is no file of \`tm export $kind\`"

case $kind in
  github)
    path=repos/$project/issues
    text=body
    fetch() {
      gh api --paginate "$path?labels=threat-model&state=all&per_page=100" | jq -s 'add // []
        | map(select(has("pull_request") | not) | {number, title, text: (.body // ""), isOpen: (.state == "open")})'
    }
    create() { gh api --silent --method POST "$path" --input -; }
    update() { gh api --silent --method PATCH "$path/$1" --input -; }
    close='{"state": "closed"}'
    ;;
  gitlab)
    path=projects/${project//\//%2F}/issues
    text=description
    fetch() {
      glab api --paginate "$path?labels=threat-model&per_page=100" | jq -s 'add // []
        | map({number: .iid, title, text: (.description // ""), isOpen: (.state == "opened")})'
    }
    create() { glab api --method POST "$path" -H 'Content-Type: application/json' --input - >/dev/null; }
    update() { glab api --method PUT "$path/$1" -H 'Content-Type: application/json' --input - >/dev/null; }
    close='{"state_event": "close"}'
    ;;
  *) fail "\`$kind\` is neither github nor gitlab" ;;
esac

known=$(mktemp)
trap 'rm -f "$known"' EXIT
fetch >"$known"

# The key stands in the last comment of a text; what people write above it does not count.
plan=$(jq -c -n --arg text "$text" --argjson close "$close" --slurpfile wanted "$file" --slurpfile known "$known" '
  ($known[0] | sort_by(.number)
    | map(. + {key: (.text | [scan("<!-- (tm:[A-Za-z0-9._:-]+) -->") | .[0]] | last)} | select(.key))
    | reduce .[] as $issue ({}; .[$issue.key] //= $issue)) as $there
  | ($wanted[0] | map(.key)) as $keys
  | ($wanted[0][] | $there[.key] as $old
    | if $old == null then {do: "create", fields: del(.key)}
      elif $old.title != .title or $old.text != .[$text]
      then {do: "update", number: $old.number, fields: {title, ($text): .[$text]}}
      else empty end),
    ($there | to_entries[] | select(.value.isOpen and (.key | IN($keys[]) | not))
    | {do: "close", number: .value.number, fields: $close})')

if [[ -n $dry ]]; then
  [[ -z $plan ]] || printf '%s\n' "$plan"
  exit 0
fi
created=0 updated=0 closed=0
while IFS= read -r step; do
  [[ -n $step ]] || continue
  fields=$(jq -c .fields <<<"$step")
  case $(jq -r .do <<<"$step") in
    create)
      create <<<"$fields"
      created=$((created + 1))
      ;;
    update)
      update "$(jq -r .number <<<"$step")" <<<"$fields"
      updated=$((updated + 1))
      ;;
    close)
      update "$(jq -r .number <<<"$step")" <<<"$fields"
      closed=$((closed + 1))
      ;;
  esac
done <<<"$plan"
printf '%s made, %s updated, %s closed\n' "$created" "$updated" "$closed"
