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
    // Long names and lists: a meeting that hears the sentence needs what, not everything.
    for length in Length.allCases {
      text = sentence(template, subject, length)
      if text.utf8.count <= Self.limit || text.count <= Self.limit { break }
    }
    return NounPhrase.capitalised(text)
  }

  /// The characters of a sentence from which on it says less.
  package static let limit = 140

  private enum Length: CaseIterable {
    case whole
    /// Of several assets the first.
    case brief
    /// And nothing of where somebody is.
    case briefest
  }

  private func sentence(
    _ template: ThreatTemplate, _ subject: Subject, _ length: Length
  ) -> String {
    var text = ""
    // Long enough for most, so that it is not moved while it grows.
    text.reserveCapacity(200)
    for piece in template.title.pieces {
      switch piece {
      case .text(let fixed): text += fixed
      case .unknown(let name): text += "{\(name)}"
      case .agreeing(let one, let several, let placeholder):
        text += areSeveral(placeholder, subject, template.ways) ? several : one
      case .placeholder(let placeholder):
        text += filling(placeholder, subject, template.ways, length)
      }
    }
    switch length {
    case .whole: text += fillings.text(.end, of: subject) { distinction(subject) }
    case .brief, .briefest: text += distinction(subject, ofBrief: true)
    }
    return text
  }

  private func filling(
    _ placeholder: SentenceTemplate.Placeholder, _ subject: Subject, _ ways: ThreatTemplate.Ways,
    _ length: Length
  ) -> String {
    if length == .whole {
      return fillings.text(.placeholder(placeholder, ways), of: subject) {
        fill(placeholder, subject, ways)
      }
    }
    switch placeholder {
    case .carries: return carried(subject, ways, limit: 1)
    case .personal: return personal(subject.entity, limit: 1)
    case .sends: return sending(subject, limit: 1)
    case .places: return places(subject.entity, limit: 1)
    case .somebody where length == .briefest: return "somebody"
    default: return fill(placeholder, subject, ways)
    }
  }

  /// The title of a flow that has a parallel one, in quotes and parentheses; else nothing.
  private func distinction(_ subject: Subject, ofBrief isBrief: Bool = false) -> String {
    guard hasParallelFlow(subject, ofBrief: isBrief) else { return "" }
    return " (“\(oneLine(model.title(subject.entity)).prefix(NounPhrase.limit))”)"
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

  /// Whether what a placeholder stands for takes a plural verb.
  private func areSeveral(
    _ placeholder: SentenceTemplate.Placeholder, _ subject: Subject, _ ways: ThreatTemplate.Ways
  ) -> Bool {
    let id = subject.entity
    switch placeholder {
    case .source: return phrases.isPlural(ends(subject)?.source ?? id)
    case .target: return phrases.isPlural(ends(subject)?.target ?? id)
    case .carries: return areSeveral(assets(subject, ways), on: id)
    case .personal:
      let assets = model.personalAssets(of: id)
      return assets.isEmpty || assets.count > 1 || assets.contains(where: phrases.isPlural)
    case .flow, .asset, .interface, .subject: return phrases.isPlural(id)
    case .element: return phrases.isPlural(element(id))
    case .sends, .crossing, .way, .arrival, .somebody, .places: return false
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
  private func assets(_ subject: Subject, _ ways: ThreatTemplate.Ways) -> [EntityID] {
    switch ways {
    case .each: model.carried(on: subject)
    case .once: model.carried(on: subject.entity)
    case .eachFlow: model.references(subject.entity, .carries)
    }
  }

  private func carried(
    _ subject: Subject, _ ways: ThreatTemplate.Ways, limit: Int = 3
  ) -> String {
    carried(subject.entity, assets(subject, ways), limit: limit)
  }

  private func carried(_ flow: EntityID, limit: Int = 3) -> String {
    carried(flow, model.carried(on: flow), limit: limit)
  }

  private func carried(_ flow: EntityID, _ assets: [EntityID], limit: Int = 3) -> String {
    if assets.isEmpty {
      if let content = phrases.content(ofFlow: flow) { return content }
      return isPhysical(flow) ? "the signal" : "the data"
    }
    return NounPhrase.list(assets.map(phrase), limit: limit)
  }

  /// The personal data of a flow or element: "the glucose reading".
  private func personal(_ id: EntityID, limit: Int = 3) -> String {
    let assets = model.personalAssets(of: id)
    return assets.isEmpty ? "personal data" : NounPhrase.list(assets.map(phrase), limit: limit)
  }

  /// "sends the dose order to the controller", or "exchanges" it "with" the other end.
  private func sending(_ subject: Subject, limit: Int = 3) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "sends something"
    }
    return model.isTwoWay(flow)
      ? "exchanges \(carried(flow.entity, limit: limit)) with \(phrase(ends.target))"
      : "sends \(carried(flow.entity, limit: limit)) to \(phrase(ends.target))"
  }

  /// "on its way from the gateway to the controller", or "between" them for both directions.
  private func way(_ subject: Subject) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "on the way"
    }
    let start = carriesSeveral(flow.entity) ? "on their way" : "on its way"
    return model.isTwoWay(flow)
      ? "between \(phrase(ends.source)) and \(phrase(ends.target))"
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
    areSeveral(model.carried(on: flow), on: flow)
  }

  private func areSeveral(_ assets: [EntityID], on flow: EntityID) -> Bool {
    if let first = assets.first { return assets.count > 1 || phrases.isPlural(first) }
    // "The data" are several, too.
    return phrases.content(ofFlow: flow) == nil ? !isPhysical(flow) : phrases.isPlural(flow)
  }

  private func isPhysical(_ flow: EntityID) -> Bool {
    model.graph.flow(flow).map(model.isPhysicalSignal) ?? false
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
      return "somebody in radio range"
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
  private func places(_ asset: EntityID, limit: Int = 3) -> String {
    let stores = model.stores(of: asset)
    if !stores.isEmpty { return "in \(NounPhrase.list(stores.map(phrase), limit: limit))" }
    var handlers = model.handlers(of: asset)
    if handlers.isEmpty {
      for flow in model.carriers(of: asset).compactMap(model.graph.flow) {
        for end in [flow.source, flow.target]
        where model[end].keyword == .process && !handlers.contains(end) { handlers.append(end) }
      }
    }
    if handlers.isEmpty { return "wherever it is kept" }
    return "in the memory of \(NounPhrase.list(handlers.map(phrase), limit: limit))"
  }

  /// Whether two lists of assets are the same in brief: "the readings and 2 more".
  private func isAlike(_ one: [EntityID], _ other: [EntityID]) -> Bool {
    one.first == other.first && one.count == other.count
  }

  /// Whether another flow goes between the same ends with the same assets, so that only the title of
  /// the flow tells their threats apart.
  private func hasParallelFlow(_ subject: Subject, ofBrief isBrief: Bool) -> Bool {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return false
    }
    let assets = model.references(flow.entity, .carries)
    return model.graph.outgoing(ends.source).contains { other in
      other.entity != flow.entity
        && (other.source == ends.source ? other.target : other.source) == ends.target
        && (isBrief && isAlike(model.references(other.entity, .carries), assets)
          || model.references(other.entity, .carries) == assets)
    }
  }
}
