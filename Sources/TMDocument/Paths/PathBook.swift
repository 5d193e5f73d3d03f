// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax
import TMThreats

/// What the paths of one model share: which controls apply, which threats there are, how names lead
/// to their entries.
///
/// A class, so that what it remembers is never copied.
package final class PathBook {
  let source: ReportSource
  let model: Model
  /// Those of the flows in pictures.
  private let numbers: FlowNumbers
  private let applied: AppliedControls
  private let threats: [EntityID: [AssessedThreat]]
  private let excuses: [EntityID: [Excuse]]

  package init(_ source: ReportSource) {
    self.source = source
    model = source.model
    numbers = FlowNumbers(source.model)
    applied = AppliedControls(source.model)
    threats = Dictionary(grouping: source.risks.threats, by: \.threat.about)
    excuses = Dictionary(grouping: source.model.excuses, by: \.entity)
  }

  // MARK: - Names

  /// The title of a declaration, leading to its entry.
  func title(_ id: EntityID) -> ReportText {
    .reference(model.title(id), to: .declaration(model.path(id)))
  }

  /// The number of a flow and its title, leading to its entry.
  func numberedTitle(_ flow: EntityID) -> [ReportText] {
    let number = numbers[model.path(flow)].map { [ReportText.strong("\($0)"), .words(" ")] } ?? []
    return number + [title(flow)]
  }

  /// The id of a declaration, leading to its entry.
  func id(_ id: EntityID) -> ReportText {
    .reference(model.path(id), to: .declaration(model.path(id)))
  }

  func titles(_ ids: [EntityID]) -> [ReportText] { Self.list(ids.map { [title($0)] }) }

  func ids(_ ids: [EntityID]) -> [ReportText] { Self.list(ids.map { [id($0)] }) }

  /// Pieces one after another, with commas between them.
  static func list(_ pieces: [[ReportText]]) -> [ReportText] {
    Array(pieces.joined(separator: [.words(", ")]))
  }

  // MARK: - What applies

  func threats(about id: EntityID) -> [AssessedThreat] { threats[id] ?? [] }

  /// Every control that counts for a flow or interface, each once, the nearest first.
  func controls(of id: EntityID) -> [EntityID] { unique(applied.applications(to: id)) }

  /// The controls that a flow names, that protect it, or that guard its interfaces: those that can
  /// speak of its keys and sessions.
  func ownControls(of flow: EntityID) -> [EntityID] {
    let places = [flow] + model.interfaces(of: flow)
    return unique(applied.applications(to: flow).filter { places.contains($0.place) })
  }

  private func unique(_ applications: [AppliedControls.Application]) -> [EntityID] {
    var found: [EntityID] = []
    for control in applications.map(\.control) where !found.contains(control) {
      found.append(control)
    }
    return found
  }

  /// The reason why a rule is silent about a declaration.
  func excuse(_ rules: [String], for id: EntityID) -> String? {
    excuses[id]?.first { rules.contains($0.rule) }?.reason
  }

  /// What verifies some controls and the requirements that they satisfy.
  func evidence(of controls: [EntityID]) -> [Evidence] {
    var found: [Evidence] = []
    for control in controls {
      for place in [control] + model.references(control, .satisfies) {
        for evidence in model.evidence(of: place) where !found.contains(evidence) {
          found.append(evidence)
        }
      }
    }
    return found
  }

  func name(_ evidence: Evidence) -> ReportText {
    switch evidence {
    case .declared(let verification): id(verification)
    case .elsewhere(let text): .words(text)
    }
  }

  /// Software of others at an element, and in what encloses it.
  func components(at element: EntityID) -> [EntityID] {
    ([element] + model.ancestors(element)).flatMap { model.children($0, .component) }
  }
}
