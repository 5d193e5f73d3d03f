#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Says in the pull request what changed in the models: one comment, which later runs rewrite.
#
# PULL_NUMBER, GH_TOKEN: where and as whom. MODEL_FILES: see action.yml. DIFF: the file with the text. DIFF_CHANGED: whether
# anything changed.

set -euo pipefail

# shellcheck source=integrations/github/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# GitHub takes no comment of more than 65,536 characters.
limit=60000

[[ $PULL_NUMBER =~ ^[0-9]+$ ]] || fail "\`$PULL_NUMBER\` is no number of a pull request"

# Two jobs that check different files have a comment each.
marker="<!-- drawbridge-diff $(sha256sum <<<"$MODEL_FILES" | cut -c -16) -->"
body=${RUNNER_TEMP:?}/drawbridge-comment.md
{
  printf '%s\n' "$marker"
  if [[ $DIFF_CHANGED != true ]]; then
    printf 'No change to the threat models.\n'
  elif (($(wc -c <"$DIFF") <= limit)); then
    cat "$DIFF"
  else
    # The first sentence about each model.
    { grep -E '^(\*\*Threat model|### )' "$DIFF" || true; } | head -n 100 | cut -c -500
    printf '\nThe whole is too long for a comment; it stands in the [summary of the job](%s).\n' \
      "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
  fi
} >"$body"

# The id of the comment to rewrite. Others can write the marker too: only an own comment counts.
find_comment() {
  # The query is GitHub's to expand.
  # shellcheck disable=SC2016
  gh api graphql --paginate \
    -f owner="${GITHUB_REPOSITORY%%/*}" -f name="${GITHUB_REPOSITORY#*/}" -F number="$PULL_NUMBER" \
    -f query='query($owner: String!, $name: String!, $number: Int!, $endCursor: String) {
      repository(owner: $owner, name: $name) { pullRequest(number: $number) {
        comments(first: 100, after: $endCursor) {
          pageInfo { hasNextPage endCursor }
          nodes { databaseId viewerDidAuthor body }
        }
      } }
    }' \
    --jq ".data.repository.pullRequest.comments.nodes[]
      | select(.viewerDidAuthor and (.body | startswith(\"$marker\"))) | .databaseId"
}

send() {
  local comments comment
  comments=$(find_comment) || return 1
  comment=${comments%%$'\n'*}
  if [[ -n $comment ]]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F "body=@$body"
  elif [[ $DIFF_CHANGED == true ]]; then
    gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_NUMBER/comments" -F "body=@$body"
  fi
}

if ! quietly send; then
  command_line warning "the pull request could not be commented; the job needs the permission \
\`pull-requests: write\`, which it cannot have for a fork. What changed stands in the summary of the job."
fi
