// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What several persons are shown at one screen or say at one panel: whoever stands by needs it asked once.
struct SameScreen {
  private let model: Model
  /// The flows at each screen that are in scope, by path.
  private let flows: [[EntityID]: [EntityID]]

  init(_ model: Model) {
    self.model = model
    let shown = model.graph.flows.filter { model.isInPerson($0) && model.isInScope($0.entity) }
      .map(\.entity).sorted { model.path($0) < model.path($1) }
    flows = Dictionary(grouping: shown) { model.interfaces(of: $0).sorted() }
  }

  /// The flow of which a threat is asked that holds for another one too: the same at the same screen, and
  /// perhaps more; nil where there is none.
  func other(than subject: Subject, _ template: ThreatTemplate) -> EntityID? {
    let flow = subject.entity
    guard template.category == .informationDisclosure, template.ways == .once,
      let ends = model.graph.flow(flow), model.isInPerson(ends), !isTriaged(flow, template)
    else { return nil }
    let screen = model.interfaces(of: flow).sorted()
    if screen.isEmpty { return nil }
    let own = Set(secrets(flow))
    if own.isEmpty { return nil }
    return flows[screen]?.first { other in
      // What somebody did for the one is done for the other too where both name it.
      guard other != flow, model.references(other, .controls) == model.references(flow, .controls)
      else { return false }
      let others = Set(secrets(other))
      if own == others {
        return isTriaged(other, template) || model.path(other) < model.path(flow)
      }
      return own.isSubset(of: others)
    }
  }

  private func isTriaged(_ flow: EntityID, _ template: ThreatTemplate) -> Bool {
    model.children(flow, .threat).contains { model.name($0) == template.name }
  }

  private func secrets(_ flow: EntityID) -> [EntityID] {
    model.carried(on: flow).filter {
      !["none", "low"].contains(model.word($0, .confidentiality))
    }
  }
}
