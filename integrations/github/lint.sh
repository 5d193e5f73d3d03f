#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Checks models: annotations, summary, SARIF. Whether findings fail the job is judged at the end of it.
#
# MODEL_FILES, FAIL_ON, BASELINE: see action.yml.

set -euo pipefail

# shellcheck source=integrations/github/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

read_files "$MODEL_FILES"
case $FAIL_ON in
  note | warning | error) ;;
  *) fail "\`fail-on\` is \`note\`, \`warning\` or \`error\`" ;;
esac
sarif=${RUNNER_TEMP:?}/drawbridge.sarif
options=("--fail-on=$FAIL_ON" --format=github "--format=sarif=$sarif")
if [[ -n $BASELINE ]]; then options+=("--baseline=$BASELINE"); fi

status=0
quiet_errors tm lint "${options[@]}" -- "${files[@]}" || status=$?
output exit-status "$status"
# What kept it from checking was said above.
if ((status > 1)); then fail "the threat models could not be checked"; fi
output sarif "$sarif"
