// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

policy {
  missing-boundary: error
  // Until all threats are rated and decided.
  untreated-threat: off
  unacceptable-risk: off
  unapproved-decision: off
  mitigated-without-control: off
  unrated-flow: off
  accept: score < 4.0
  require: because on accepted
}
