// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Writes the title of a threat: a sentence about this system, with the names of its elements, what
/// is carried and which boundaries are crossed.
package struct SentenceWriter {
  private let model: Model
  private let phrases: PhraseBook
  private let fillings = Fillings()

  package init(_ model: Model) {
    self.model = model
    phrases = PhraseBook(model)
  }

  /// The title of a threat.
  package func title(_ threat: Threat) -> String {
    guard let template = threat.template else {
      return threat.triage.map { model.title($0) } ?? threat.name
    }
    let subject = threat.subject
    var text = ""
    // Long enough for most, so that it is not moved while it grows.
    text.reserveCapacity(200)
    for piece in template.title.pieces {
      switch piece {
      case .text(let fixed): text += fixed
      case .unknown(let name): text += "{\(name)}"
      case .placeholder(let placeholder):
        text += fillings.text(.placeholder(placeholder, template.ways), of: subject) {
          fill(placeholder, subject, template.ways)
        }
      }
    }
    text += fillings.text(.end, of: subject) { distinction(subject) }
    return NounPhrase.capitalised(text)
  }

  /// The title of a flow that has a parallel one, in quotes and parentheses; else nothing.
  private func distinction(_ subject: Subject) -> String {
    guard hasParallelFlow(subject) else { return "" }
    return " (“\(oneLine(model.title(subject.entity)))”)"
  }

  private func fill(
    _ placeholder: SentenceTemplate.Placeholder, _ subject: Subject, _ ways: ThreatTemplate.Ways
  ) -> String {
    let id = subject.entity
    switch placeholder {
    case .source: return ends(subject).map { phrase($0.source) } ?? phrase(id)
    case .target: return ends(subject).map { phrase($0.target) } ?? phrase(id)
    case .carries: return carried(subject, ways)
    case .personal: return personal(id)
    case .sends: return sending(subject)
    case .crossing: return crossing(subject)
    case .way: return way(subject)
    case .arrival: return arrival(subject)
    case .somebody: return somebody(subject)
    case .flow, .asset, .interface, .subject: return phrase(id)
    case .element: return phrase(element(id))
    case .places: return places(id)
    }
  }

  private func oneLine(_ text: String) -> String {
    NounPhrase.words(text).joined(separator: " ")
  }

  private func phrase(_ id: EntityID) -> String { phrases.phrase(id) }

  private func element(_ id: EntityID) -> EntityID {
    guard model[id].keyword == .interface else { return id }
    return model[id].parent ?? id
  }

  private func ends(_ subject: Subject) -> (source: EntityID, target: EntityID)? {
    guard let flow = model.graph.flow(subject.entity) else { return nil }
    switch subject.direction {
    case .forwards: return (flow.source, flow.target)
    case .backwards: return (flow.target, flow.source)
    }
  }

  /// What a threat is about: one direction of a connection, all of it, or the flow alone.
  private func carried(_ subject: Subject, _ ways: ThreatTemplate.Ways) -> String {
    switch ways {
    case .each: carried(subject.entity, model.carried(on: subject))
    case .once: carried(subject.entity)
    case .eachFlow: carried(subject.entity, model.references(subject.entity, .carries))
    }
  }

  private func carried(_ flow: EntityID) -> String { carried(flow, model.carried(on: flow)) }

  private func carried(_ flow: EntityID, _ assets: [EntityID]) -> String {
    if assets.isEmpty {
      return model[flow].title.map { "the data of “\(oneLine($0))”" } ?? "the data"
    }
    return NounPhrase.list(assets.map(phrase))
  }

  /// The personal data of a flow or element: "the glucose reading".
  private func personal(_ id: EntityID) -> String {
    let assets = model.personalAssets(of: id)
    return assets.isEmpty ? "personal data" : NounPhrase.list(assets.map(phrase))
  }

  /// "sends the dose order to the controller", or "exchanges" it "with" the other end.
  private func sending(_ subject: Subject) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "sends something"
    }
    return model.isTwoWay(flow)
      ? "exchanges \(carried(flow.entity)) with \(phrase(ends.target))"
      : "sends \(carried(flow.entity)) to \(phrase(ends.target))"
  }

  /// "on its way from the gateway to the controller", or "between" them for both directions.
  private func way(_ subject: Subject) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "on the way"
    }
    let start = carriesSeveral(flow.entity) ? "on their way" : "on its way"
    return model.isTwoWay(flow)
      ? "\(start) between \(phrase(ends.source)) and \(phrase(ends.target))"
      : "\(start) from \(phrase(ends.source)) to \(phrase(ends.target))"
  }

  /// "does not get from the gateway to the controller", with the verb in the number of what it
  /// carries.
  private func arrival(_ subject: Subject) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "does not arrive"
    }
    let verb = carriesSeveral(flow.entity) ? "do not get" : "does not get"
    return model.isTwoWay(flow)
      ? "\(verb) through between \(phrase(ends.source)) and \(phrase(ends.target))"
      : "\(verb) from \(phrase(ends.source)) to \(phrase(ends.target))"
  }

  private func carriesSeveral(_ flow: EntityID) -> Bool {
    let assets = model.carried(on: flow)
    return assets.count > 1 || assets.first.map { NounPhrase.isPlural(model.title($0)) } ?? false
  }

  /// "crossing out of the home and into the cloud": all boundaries in the order of the way.
  private func crossing(_ subject: Subject) -> String {
    guard let flow = model.graph.flow(subject.entity) else { return "on the way" }
    var left: [EntityID] = []
    var entered: [EntityID] = []
    for crossing in model.graph.crossings(of: flow) {
      crossing.direction == .out
        ? left.append(crossing.boundary) : entered.append(crossing.boundary)
    }
    if subject.direction == .backwards { (left, entered) = (entered.reversed(), left.reversed()) }
    let parts = [("out of", left), ("into", entered)].compactMap { word, boundaries in
      boundaries.isEmpty
        ? nil : "\(word) \(NounPhrase.list(boundaries.map(phrase), limit: boundaries.count))"
    }
    return parts.isEmpty ? "on the way" : "crossing " + parts.joined(separator: " and ")
  }

  /// Who can get at the flow: somebody in radio range, at the port, or in the network between.
  private func somebody(_ subject: Subject) -> String {
    let id = subject.entity
    guard let flow = model.graph.flow(id) else { return "somebody" }
    if model.isWireless(flow: id) {
      let radios = model.interfaces(of: id).filter { model.isWireless(interface: $0) }
      let owners = radios.compactMap { model[$0].parent }
      let near = owners.isEmpty ? [flow.source, flow.target] : owners
      return "somebody in radio range of \(near.map(phrase).joined(separator: " or "))"
    }
    let interfaces = model.interfaces(of: id)
    if let port = interfaces.first(where: { model.isPhysical(interface: $0) }),
      model.word(port, .kind) != "ethernet"
    {
      return "somebody at \(phrase(port))"
    }
    if let network = interfaces.first(where: { model.word($0, .kind) == "ethernet" }) {
      return "somebody on \(phrase(network))"
    }
    let outer = Set(model.boundaries(around: flow.source))
    if let shared = model.boundaries(around: flow.target).first(where: outer.contains) {
      return "somebody in \(phrase(shared))"
    }
    return "somebody on the path"
  }

  /// Where an asset rests, or who works with it.
  private func places(_ asset: EntityID) -> String {
    let stores = model.stores(of: asset)
    if !stores.isEmpty { return "in \(NounPhrase.list(stores.map(phrase)))" }
    var handlers = model.handlers(of: asset)
    if handlers.isEmpty {
      for flow in model.carriers(of: asset).compactMap(model.graph.flow) {
        for end in [flow.source, flow.target]
        where model[end].keyword == .process && !handlers.contains(end) { handlers.append(end) }
      }
    }
    if handlers.isEmpty { return "wherever it is kept" }
    return "in the memory of \(NounPhrase.list(handlers.map(phrase)))"
  }

  /// Whether another flow goes between the same ends with the same assets, so that only the title of
  /// the flow tells their threats apart.
  private func hasParallelFlow(_ subject: Subject) -> Bool {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return false
    }
    let assets = model.references(flow.entity, .carries)
    return model.graph.outgoing(ends.source).contains { other in
      other.entity != flow.entity
        && (other.source == ends.source ? other.target : other.source) == ends.target
        && model.references(other.entity, .carries) == assets
    }
  }
}
