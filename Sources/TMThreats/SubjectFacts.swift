// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the model says about the surroundings of a threat: assets, boundaries, zones, hazards.
package struct SubjectFacts: Sendable {
  private let model: Model

  package init(_ model: Model) { self.model = model }

  /// The assets that are carried, held, handled or exposed by what a threat is about.
  package func assets(of id: EntityID) -> [EntityID] {
    switch model[id].keyword {
    case .flow: return model.carried(on: id)
    case .store: return model.references(id, .holds)
    case .process: return model.references(id, .handles)
    case .interface:
      return model.references(id, .exposes).filter { model[$0].keyword == .asset }
    case .asset: return [id]
    case .model, .import, .zone, .hazard, .boundary, .external, .component, .control,
      .requirement, .verification, .threat, .threatTemplate, .decision, .matrix, .row, .assumption,
      .document, .view, .rule, .policy, .exempt, .category:
      return []
    }
  }

  /// The trust boundaries that a flow crosses, in the order of its direction.
  package func boundaries(of subject: Subject) -> [EntityID] {
    guard let flow = model.graph.flow(subject.entity) else { return [] }
    let boundaries = model.graph.crossings(of: flow).map(\.boundary)
    switch subject.direction {
    case .forwards: return boundaries
    case .backwards: return boundaries.reversed()
    }
  }

  /// The zones it lies in: of a flow those of both ends, of an asset those of its stores.
  package func zones(of id: EntityID) -> [String] {
    let places: [EntityID]
    if let flow = model.graph.flow(id) {
      places = [flow.source, flow.target]
    } else if model[id].keyword == .asset {
      places = model.stores(of: id)
    } else {
      places = [id]
    }
    var zones: [String] = []
    for zone in places.compactMap(model.zone) where !zones.contains(zone) { zones.append(zone) }
    return zones
  }

  /// The hazards that a threat can lead to, by path: those that its triage or decision states, or
  /// else those of what it is about and of its assets.
  package func hazards(of threat: Threat) -> [EntityID] {
    if model.all(.hazard).isEmpty { return [] }
    if let overriding = overridingHarm(of: threat) {
      return sorted(model.references(overriding, .harm))
    }
    return sorted(harmful(threat).flatMap { model.references($0, .harm) })
  }

  /// The declaration that states the hazards of a threat in place of those that follow from the model:
  /// its triage or decision, or what it is about where that says `none`.
  package func overridingHarm(of threat: Threat) -> EntityID? {
    if let stating = model.first(threat.statements, stating: .harm) { return stating }
    let isOff =
      threat.category.endangersFunction && model.words(threat.about, .harm).contains("none")
    return isOff ? threat.about : nil
  }

  /// The hazards that follow from the model, whatever overrides them, each with the declaration that
  /// names it; by the path of the hazard.
  package func derivedHazards(of threat: Threat) -> [(hazard: EntityID, source: EntityID)] {
    var sources: [EntityID: EntityID] = [:]
    for place in harmful(threat) {
      for hazard in model.references(place, .harm) where sources[hazard] == nil {
        sources[hazard] = place
      }
    }
    return sorted(Array(sources.keys)).compactMap { hazard in
      sources[hazard].map { (hazard, $0) }
    }
  }

  /// What a threat can change or stop: what it is about, and its assets.
  ///
  /// A hazard of an asset follows from its change or loss, so a threat that only reads, denies or
  /// links has none but a stated one.
  private func harmful(_ threat: Threat) -> [EntityID] {
    guard threat.category.endangersFunction else { return [] }
    let assets = endangered(by: threat).filter { matters($0, to: threat.category) }
    return places(of: threat) + assets
  }

  /// What a threat is about: of a connection the flows in its direction.
  private func places(of threat: Threat) -> [EntityID] {
    // Words that stand in for a question that is asked once for a connection speak of all that goes over it.
    switch (threat.general ?? threat.template)?.ways {
    case .each where model[threat.about].keyword == .flow:
      model.travelling(on: threat.subject).map(\.entity)
    case .eachFlow: [threat.about]
    case .each, .once, nil: [threat.about] + model.flowsOver(threat.about)
    }
  }

  /// The assets that a threat can reach where it is: of a connection those that its flows carry.
  package func endangered(by threat: Threat) -> [EntityID] {
    guard model[threat.about].keyword == .flow else { return endangered(by: threat.about) }
    return places(of: threat).flatMap { model.references($0, .carries) }
  }

  /// Whether a patient can come to harm by what a threat of a category does to an asset: nobody is hurt
  /// because an update, a key or a log entry comes late.
  private func matters(_ asset: EntityID, to category: ThreatCategory) -> Bool {
    guard category == .denialOfService || category == .availability else {
      return model.word(asset, .integrity) != "none"
    }
    if ["none", "low"].contains(model.word(asset, .availability)) { return false }
    let classes = model.words(asset, .class)
    return classes.isEmpty || !classes.allSatisfy(Self.deferrable.contains)
  }

  private static let deferrable: Set<String> = ["firmware", "keys", "credentials", "log"]

  /// The assets that an attack can change or stop: those of what it is about, and of an interface or
  /// process also those that go through it. What only passes secrets or code on is not among them.
  private func endangered(by id: EntityID) -> [EntityID] {
    switch model[id].keyword {
    case .interface:
      // A disabled port carries nothing: its hazards are those of its element.
      let flows = model.flows(through: id)
      let carried = flows.flatMap { model.references($0, .carries) }
      return assets(of: id) + carried
        + (flows.isEmpty ? model[id].parent.map(endangered(by:)) ?? [] : [])
    case .process, .external:
      let flows = model.graph.outgoing(id).map(\.entity) + model.graph.incoming(id).map(\.entity)
      return assets(of: id) + flows.flatMap { model.references($0, .carries) }
    default: return assets(of: id)
    }
  }

  private func sorted(_ hazards: [EntityID]) -> [EntityID] {
    hazards.count < 2 ? hazards : Set(hazards).sorted { model.path($0) < model.path($1) }
  }
}

extension ThreatCategory {
  /// Whether such a threat changes what the system does, or keeps it from doing it.
  package var endangersFunction: Bool {
    switch self {
    case .spoofing, .tampering, .denialOfService, .elevationOfPrivilege, .integrity,
      .availability:
      true
    case .repudiation, .informationDisclosure, .linking, .identifying, .nonRepudiation,
      .detecting, .dataDisclosure, .unawareness, .nonCompliance, .confidentiality:
      false
    case .own(let own): own.endangersFunction
    }
  }
}
