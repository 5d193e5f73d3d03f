# shellcheck shell=bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# What the steps of the action share. To be sourced.

# command_line NAME TEXT: a workflow command, such as `error`, with the text on one line.
command_line() {
  local text=$2
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  text=${text//$'\n'/%0A}
  printf '::%s::%s\n' "$1" "$text"
}

fail() {
  command_line error "$1"
  exit 1
}

output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

# quietly COMMAND…: runs a command whose output may hold a model's texts, which are a stranger's: nothing in it is
# taken for a workflow command.
quietly() {
  local token status=0
  token=drawbridge-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  "$@" || status=$?
  printf '\n::%s::\n' "$token"
  return "$status"
}

# quiet_errors COMMAND…: runs a command whose standard output is for the runner or for a file; what it says of mistakes
# holds a model's texts, and is shown once it has ended, with nothing in it taken for a workflow command.
quiet_errors() {
  local said status=0
  said=$(mktemp)
  "$@" 2>"$said" || status=$?
  if [[ -s $said ]]; then quietly cat "$said" >&2; fi
  rm -f "$said"
  return "$status"
}

# Sets `files` to the lines of a text, without the blanks around them.
read_files() {
  local line
  files=()
  while IFS= read -r line; do
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    if [[ -n $line ]]; then files+=("$line"); fi
  done <<<"$1"
}
