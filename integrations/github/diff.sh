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
read_files "$MODEL_FILES"

diff=${RUNNER_TEMP:?}/drawbridge-diff.md
status=0
tm diff --format=markdown "$old" HEAD -- "${files[@]}" >"$diff" || status=$?
if ((status > 1)); then fail "the threat models could not be compared"; fi

output diff "$diff"
if ((status == 1)); then output risk-grew true; else output risk-grew false; fi
if [[ -s $diff ]]; then
  output changed true
  cat "$diff" >>"$GITHUB_STEP_SUMMARY"
else
  output changed false
fi
