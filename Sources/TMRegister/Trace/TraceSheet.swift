// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMWriting

/// A trace as a table for spreadsheets and programs: one row for each chain.
///
/// Forwards, the columns stand as in `asset … residual`; backwards the groups are turned round.
package enum TraceSheet {
  private typealias Columns = [Sheet.Column<TraceChain>]

  package static func sheet(of selection: TraceSelection, in model: Model) -> Sheet {
    let facts = TraceFacts(model)
    let trace = selection.trace
    let groups = [
      assets(facts), threats(facts, trace), controls(facts), requirements(facts),
      verifications(facts),
    ]
    let ordered = selection.direction == .forwards ? groups : groups.reversed()
    let gaps: Columns = [
      ("gaps", { .list(trace.gaps(of: $0).map(\.kind.rawValue)) })
    ]
    return Sheet(
      "rows", ordered.flatMap { $0 } + residuals(trace) + gaps, selection.chains,
      references: ["asset", "threat", "control", "requirement", "verification"])
  }

  private static func assets(_ facts: TraceFacts) -> Columns {
    [
      ("asset", { .init($0.asset.map(facts.model.path)) }),
      ("asset-title", { .init($0.asset.flatMap(facts.title)) }),
    ]
  }

  private static func threats(_ facts: TraceFacts, _ trace: Trace) -> Columns {
    let assessed = { (chain: TraceChain) in chain.threat.map { trace.threats[$0] } }
    return [
      ("threat", { .init(assessed($0)?.threat.id) }),
      ("category", { .init(assessed($0)?.threat.category.rawValue) }),
      ("threat-title", { .init(assessed($0).map { facts.threats.title($0.threat) }) }),
      ("status", { .init(assessed($0)?.threat.status.rawValue) }),
      ("treatment", { .init(assessed($0)?.treatment?.rawValue) }),
      ("score", { .init(assessed($0)?.initial?.score.value) }),
      ("score-severity", { .init(assessed($0)?.initial?.severity.rawValue) }),
      ("vector", { .init(assessed($0)?.initial?.vector?.text) }),
      ("exploitability", { .init(assessed($0)?.initialExploitability?.rawValue) }),
      ("harm", { .list(assessed($0)?.hazards.map(facts.model.path) ?? []) }),
      ("harm-severity", { .init(assessed($0)?.harmSeverity) }),
      ("risk", { .init(assessed($0)?.initialRisk) }),
    ]
  }

  private static func controls(_ facts: TraceFacts) -> Columns {
    [
      ("control", { .init($0.measure.map(facts.name)) }),
      ("control-title", { .init($0.control.flatMap(facts.title)) }),
      ("control-status", { .init($0.control.map(facts.status)) }),
    ]
  }

  private static func requirements(_ facts: TraceFacts) -> Columns {
    let model = facts.model
    return [
      ("requirement", { .init($0.requirement.map(model.path)) }),
      ("requirement-title", { .init($0.requirement.flatMap(facts.title)) }),
      ("requirement-status", { .init($0.requirement.flatMap { model.word($0, .status) }) }),
    ]
  }

  private static func verifications(_ facts: TraceFacts) -> Columns {
    let model = facts.model
    let declared = { (chain: TraceChain) -> EntityID? in
      guard case .declared(let id)? = chain.evidence else { return nil }
      return id
    }
    return [
      ("verification", { .init($0.evidence.map(model.name(of:))) }),
      ("verification-title", { .init(declared($0).flatMap(facts.title)) }),
      ("verification-method", { .init(declared($0).flatMap { model.word($0, .method) }) }),
      ("verification-status", { .init($0.evidence.flatMap(facts.result)) }),
      ("verification-date", { .init(declared($0).flatMap { model.date($0, .date) }) }),
      (
        "verification-link",
        { .list(declared($0).map { model.texts($0, .link) } ?? []) }
      ),
    ]
  }

  private static func residuals(_ trace: Trace) -> Columns {
    let assessed = { (chain: TraceChain) in chain.threat.map { trace.threats[$0] } }
    return [
      ("residual", { .init(assessed($0)?.residual?.score.value) }),
      ("residual-severity", { .init(assessed($0)?.residual?.severity.rawValue) }),
      ("residual-vector", { .init(assessed($0)?.residual?.vector?.text) }),
      ("residual-exploitability", { .init(assessed($0)?.residualExploitability?.rawValue) }),
      ("residual-risk", { .init(assessed($0)?.residualRisk) }),
      ("acceptable", { assessed($0)?.isAcceptable.map(Sheet.Value.boolean) ?? .empty }),
    ]
  }
}

extension Model {
  /// The texts of a property.
  package func texts(_ id: EntityID, _ property: Property) -> [String] {
    values(id, property).compactMap { value in
      guard case .text(let text) = value.content else { return nil }
      return text
    }
  }
}
