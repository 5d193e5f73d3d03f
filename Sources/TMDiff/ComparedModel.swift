// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMThreats

/// One side of a comparison: a compiled model with all that follows from it.
package struct ComparedModel: Sendable {
  package let model: Model
  package let register: ThreatRegister
  package let risks: RiskRegister
  /// The threats held against what was approved of them.
  package let approvals: ApprovalReview
  /// The findings of the linter, on the same day for both sides.
  package let findings: [Diagnostic]

  package init(
    _ model: Model, _ register: ThreatRegister, _ risks: RiskRegister,
    approvals: ApprovalReview = .none, findings: [Diagnostic] = []
  ) {
    self.model = model
    self.register = register
    self.risks = risks
    self.approvals = approvals
    self.findings = findings
  }
}
