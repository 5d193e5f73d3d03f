// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Exploitability from the vector, severity of harm from the safety risk file. A death is never
/// acceptable by the matrix alone.
matrix pump-risk "Exploitability × severity of patient harm" {
  columns: negligible, minor, serious, critical, catastrophic
  row high { cells: controlled, controlled, uncontrolled, uncontrolled, uncontrolled }
  row medium { cells: controlled, controlled, controlled, uncontrolled, uncontrolled }
  row low { cells: controlled, controlled, controlled, controlled, uncontrolled }
}

policy {
  missing-boundary: error
  unassessed-vulnerability: error
  // The bill of materials also lists libraries that the model does not place.
  undeclared-component: off

  // Low; medium where somebody decided, and no patient can be harmed or the matrix allows it.
  accept: score < 4.0, score < 7.0 and not open and not any harm,
      score < 7.0 and not open and risk is controlled

  require: because on (accepted or transferred or not-applicable),
      approver on (accepted or transferred), date on (accepted or transferred),
      transferred-to on transferred,
      // What weighs more than a little is looked at again.
      until on ((accepted or transferred) and score >= 4.0),
      // Who rates what is left names the measure.
      (any controls) on ((accepted or transferred) and residual >= 0),
      // A protocol alone is not enough where a patient can die.
      (any controls) on (mitigated and harm-severity is catastrophic)
}
