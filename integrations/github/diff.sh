#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes what changed in the models as Markdown, to a file and to the summary of the job.
#
# MODEL_FILES, BASE: see action.yml. PULL_BASE, PULL_HEAD: the commits of the pull request, if there is one.

set -euo pipefail

# shellcheck source=integrations/github/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has_commit() { git cat-file -e "$1^{commit}" 2>/dev/null; }

# Brings commits that a shallow checkout lacks.
fetch() { quietly git fetch --quiet --no-tags "$@" || true; }

# Sets `old` to the revision to compare with.
find_base() {
  local parents
  if [[ -n $BASE ]]; then
    old=$BASE
    if ! has_commit "$old"; then fetch --depth=1 origin "$old"; fi
    has_commit "$old" || old=FETCH_HEAD
    return
  fi
  # A checkout of a pull request is a merge of its head into its base: the first parent is the base as it was merged.
  # The parents are read from the commit itself, for in a shallow checkout it seems to have none.
  read -ra parents < <(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p' | tr '\n' ' ') || true
  if ((${#parents[@]} == 2)) && [[ ${parents[1]} == "$PULL_HEAD" ]]; then
    old=${parents[0]}
    if ! has_commit "$old"; then fetch --depth=1 origin "$old"; fi
    return
  fi
  # Else the head itself is checked out, and the base is where it left its branch.
  if [[ $(git rev-parse --is-shallow-repository) == true ]]; then fetch --unshallow origin; fi
  if ! has_commit "$PULL_BASE"; then fetch origin "$PULL_BASE"; fi
  old=$(git merge-base "$PULL_BASE" HEAD 2>/dev/null) || old=$PULL_BASE
}

if [[ $BASE == -* ]]; then fail "\`base\` is the name of a revision"; fi
old=
find_base
has_commit "$old" || fail "the revision to compare with is not in the checkout: give actions/checkout \`fetch-depth: 0\`"
old=$(git rev-parse --verify "$old^{commit}")

diff=${RUNNER_TEMP:?}/drawbridge-diff.md
: >"$diff"
grew=false
changed=false

# add NAME FILE…: adds what changed in one model, under a heading with its name if there is one.
add() {
  local name=$1 status=0 text
  shift
  text=$(quiet_errors tm diff --format=markdown --fail-on=any "$old" HEAD -- "$@") || status=$?
  if ((status > 1)); then
    # What is wrong with the model of today, the check says; that of the base can be no reason to stop.
    command_line warning "${name:-the model} could not be compared with its base; the log says why"
    return
  fi
  if ((status == 0)); then return; fi
  changed=true
  if ! quiet_errors tm diff --fail-on=risk "$old" HEAD -- "$@" >/dev/null; then grew=true; fi
  # shellcheck disable=SC2016  # The backticks are Markdown's.
  if [[ -n $name ]]; then printf '### `%s`\n\n' "${name//[^A-Za-z0-9._\/ -]/?}" >>"$diff"; fi
  printf '%s\n\n' "$text" >>"$diff"
}

# Files are one model together; a folder stands for each model below it.
read_files "$MODEL_FILES"
single=()
models=()
for file in "${files[@]}"; do
  if [[ -d $file ]]; then
    found=$(mktemp)
    quiet_errors tm models --null -- "$file" >"$found" || fail "the models in the folder could not be listed; the log says why"
    mapfile -d '' -t -O "${#models[@]}" models <"$found"
    rm -f "$found"
  else
    single+=("$file")
  fi
done
if ((${#single[@]} > 0)); then add "" "${single[@]}"; fi
for model in "${models[@]}"; do
  if ((${#models[@]} == 1)); then add "" "$model"; else add "$model" "$model"; fi
done

output diff "$diff"
output risk-grew "$grew"
output changed "$changed"
# GitHub takes 1 MiB of a step.
head -c 900000 "$diff" >>"$GITHUB_STEP_SUMMARY"
