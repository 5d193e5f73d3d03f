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
  /// What it would find, and an excuse or an exemption takes away.
  package let excused: [Diagnostic]
  /// How gravely each rule finds, by its name; one that is off is left out.
  package let severities: [String: Severity]

  package init(
    _ model: Model, _ register: ThreatRegister, _ risks: RiskRegister,
    approvals: ApprovalReview = .none, findings: [Diagnostic] = [],
    excused: [Diagnostic] = [], severities: [String: Severity] = [:]
  ) {
    self.model = model
    self.register = register
    self.risks = risks
    self.approvals = approvals
    self.findings = findings
    self.excused = excused
    self.severities = severities
  }

  /// The same model as it counts on a day: what was decided until an earlier one is open.
  package func counting(on day: CalendarDate) -> ComparedModel {
    let counted = risks.counting(on: day, in: model)
    return ComparedModel(
      model, register.with(counted.threats.map(\.threat)), counted, approvals: approvals,
      findings: findings, excused: excused, severities: severities)
  }
}
