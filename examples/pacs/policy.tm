// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

policy {
  missing-boundary: error

  // Where a patient can come to harm, exploitability and severity decide by the matrix below, and the score caps it.
  // Where none can, what is left are privacy, proof and the work of the department.
  accept: risk is controlled and score < 7.0,
      not any harm and score < 4.0

  // Every acceptance ends. A rating after measures needs a measure that is in place, and a rated threat that is
  // mitigated needs a rating after measures.
  require: because on (accepted or transferred or not-applicable),
      approver on (accepted or transferred),
      date on (accepted or transferred),
      until on accepted,
      transferred-to on transferred,
      any controls on (residual >= 0.0 and not open),
      residual >= 0.0 on (mitigated and initial-score >= 0.0)
}

/// Decided by the hospital's risk board, from the proposal of the postmarket guidance: an attack that takes
/// much may lead to critical harm, none may lead to a death.
matrix imaging-risk "Exploitability and harm in imaging" {
  columns: minor, serious, critical, catastrophic
  row high { cells: controlled, uncontrolled, uncontrolled, uncontrolled }
  row medium { cells: controlled, controlled, uncontrolled, uncontrolled }
  row low { cells: controlled, controlled, controlled, uncontrolled }
}

assumption no-known-exploit "No exploit is known of the protections that a rating after measures relies on" {
  about: node-certificates, two-factor, signed-software, safe-parsing, host-hardening
  owner: "Product security lead"
  review-by: 2027-10-31
}
