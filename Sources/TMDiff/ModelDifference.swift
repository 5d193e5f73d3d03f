// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What is different between two models, and what follows from it.
///
/// It does not depend on layout, comments, order, files or lines of either text. Paths and texts are
/// those of the models, so a format needs neither of them.
package struct ModelDifference: Sendable {
  /// The titles of the two systems; nil where a side declares no model.
  package let titles: (old: String?, new: String?)
  /// What was written differently: added, removed, moved, renamed, changed; each by kind and path.
  package let changes: [DeclarationChange]
  package let crossings: [CrossingChange]
  /// By kind, the heaviest first, then by id.
  package let threats: [ThreatChange]
  /// The findings of the linter that one side has alone.
  package let findings: FindingChanges
  /// What the linter would find in the new model, and an excuse or exemption that was not there before takes
  /// away.
  package let excused: [FindingChange]
  /// What needs an approval now, by id.
  package let demands: [ApprovalDemand]
  /// Whether the old model has a list of approvals, and the new one, which is there, has none.
  package let isApprovalListGone: Bool
  private let isPolicyRelaxed: Bool
  /// The path in the new model of what both have, and the old one has under another path.
  package let newPaths: [String: String]

  /// Compares two models.
  ///
  /// - Parameter today: the day that the dates of decisions are compared with, on both sides.
  package init(from old: ComparedModel, to new: ComparedModel, today: CalendarDate) {
    let (old, new) = (old.counting(on: today), new.counting(on: today))
    let comparison = ModelComparison(old, new, today: today)
    titles = (Self.title(old.model), Self.title(new.model))
    changes = comparison.changes
    crossings = comparison.crossings
    threats = comparison.threats
    findings = comparison.findings
    excused = comparison.excused
    demands = ApprovalDemand.all(from: old, to: new)
    newPaths = comparison.newPaths
    let isModelGone = titles.old != nil && titles.new == nil
    isApprovalListGone = old.approvals.list != nil && new.approvals.list == nil && !isModelGone
    isPolicyRelaxed = changes.contains { !$0.relaxed.isEmpty } && !isModelGone
  }

  /// Whether the two say the same.
  package var isEmpty: Bool {
    changes.isEmpty && crossings.isEmpty && threats.isEmpty && findings.isEmpty
      && excused.isEmpty && demands.isEmpty && !isApprovalListGone
  }

  /// The ways in which risk grew, in the order of the cases.
  package var growth: [RiskGrowth] {
    var found = Set(threats.flatMap(\.growth))
    if crossings.contains(where: \.isUnprotected) { found.insert(.openCrossing) }
    if changes.contains(where: { !$0.unguarded.isEmpty }) { found.insert(.lostControl) }
    if changes.contains(where: \.failsVerification) { found.insert(.failedVerification) }
    if changes.contains(where: { !$0.weakening.understated.isEmpty }) { found.insert(.understated) }
    if changes.contains(where: { !$0.weakening.exposed.isEmpty }) { found.insert(.exposed) }
    if changes.contains(where: { !$0.weakening.evidence.isEmpty }) { found.insert(.lessEvidence) }
    if excused.contains(where: { $0.severity >= .warning }) { found.insert(.excused) }
    if isPolicyRelaxed { found.insert(.relaxedPolicy) }
    if isApprovalListGone { found.insert(.lostApprovals) }
    return RiskGrowth.allCases.filter(found.contains)
  }

  package var riskGrew: Bool { !growth.isEmpty }

  private static func title(_ model: Model) -> String? { model.system.map { model.title($0) } }
}
