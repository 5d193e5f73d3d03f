// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Which controls are at work for a threat.
///
/// A control applies when it answers the category of the threat, under its name in any method, and is
/// named by the flow (`controls`,
/// `authenticated` or `encrypted`), one of its
/// ends, a boundary that it crosses or an asset that it carries, or says itself that it protects one
/// of them; and in any case when the triage or a decision names it.
package struct AppliedControls: Sendable {
  /// A control, and the declaration through which it counts for a subject.
  package struct Application: Sendable {
    package let control: EntityID
    /// The subject itself, an end, an interface, a boundary or an asset of it.
    package let place: EntityID
  }

  private let model: Model
  /// The controls that say of themselves what they protect, by what that is.
  private var protectors: [EntityID: [EntityID]] = [:]
  /// What each control answers: the categories that it names, and their twins.
  private var categories: [EntityID: [ThreatCategory]] = [:]
  private let hasControls: Bool

  package init(_ model: Model) {
    self.model = model
    let controls = model.all(.control)
    hasControls = !controls.isEmpty
    for control in controls {
      let named = model.words(control, .mitigates).compactMap(ThreatCategory.init)
      categories[control] = named + named.compactMap(\.twin)
      for subject in model.references(control, .protects) {
        protectors[subject, default: []].append(control)
      }
    }
  }

  /// The controls that apply, ordered by name.
  func controls(
    for subject: Subject, _ category: ThreatCategory, statedBy statements: [EntityID]
  ) -> [EntityID] {
    guard hasControls else { return [] }
    var found =
      model.first(statements, stating: .controls).map { model.references($0, .controls) } ?? []
    visit(subject.entity) { application in
      let control = application.control
      if categories[control]?.contains(category) == true, !found.contains(control) {
        found.append(control)
      }
    }
    return found.count < 2 ? found : found.sorted { model.path($0) < model.path($1) }
  }

  /// Every control that counts for a subject, whatever it mitigates: those that apply by their
  /// place, then those that the triage of the subject's threats names.
  ///
  /// A control comes once for each place that it counts through.
  package func applications(to subject: EntityID) -> [Application] {
    guard hasControls else { return [] }
    var found: [Application] = []
    visit(subject) { found.append($0) }
    for threat in model.children(subject, .threat) {
      for control in model.references(threat, .controls) {
        found.append(Application(control: control, place: subject))
      }
    }
    return found
  }

  /// Whether a control is done: its status says so, or it has none.
  package func isInPlace(_ control: EntityID) -> Bool { model.isInPlace(control: control) }

  /// Visits the controls that the places of a subject name, or that protect one of them.
  private func visit(_ subject: EntityID, _ body: (Application) -> Void) {
    for place in places(subject) {
      for property in [Property.controls, .authenticated, .encrypted] {
        for control in model.references(place, property) {
          body(Application(control: control, place: place))
        }
      }
      for control in protectors[place] ?? [] {
        body(Application(control: control, place: place))
      }
    }
  }

  /// The declarations whose controls count for a subject.
  private func places(_ id: EntityID) -> [EntityID] {
    switch model[id].keyword {
    case .flow:
      guard let flow = model.graph.flow(id) else { return [id] }
      return [id, flow.source, flow.target] + model.interfaces(of: id)
        + model.graph.crossings(of: flow).map(\.boundary) + model.references(id, .carries)
    case .interface:
      return [id] + (model[id].parent.map { [$0] } ?? [])
    case .asset:
      return [id] + model.stores(of: id)
    case .store:
      return [id] + model.references(id, .holds)
    default:
      return [id]
    }
  }
}
