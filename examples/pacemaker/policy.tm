// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

policy {
  missing-boundary: error
  // What can harm a patient gravely, and what is accepted, is signed threat by threat: `pacemaker.approved`.
  approve: accepted, transferred, harm-severity >= critical
  accept: score < 4.0, score < 7.0 and not open
  require: because on (accepted or transferred or not-applicable),
      approver on accepted, date on accepted
}
