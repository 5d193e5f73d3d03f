#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Fails the job if it is to fail.
#
# LINT_STATUS, RISK_GREW: what the steps before found. FAIL_ON_RISK: see action.yml.

set -euo pipefail

# shellcheck source=integrations/github/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ $LINT_STATUS != 0 ]]; then fail "the threat models have findings"; fi
if [[ $FAIL_ON_RISK == true && $RISK_GREW == true ]]; then fail "the change makes the risk grow"; fi
