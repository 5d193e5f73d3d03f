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
    var (subject, ways) = (threat.subject, template.ways)
    if let spoken = threat.spoken { (subject, ways) = (spoken, .eachFlow) }
    var text = ""
    // Long names and lists: a meeting that hears the sentence needs what, not everything.
    for length in Length.allCases {
      text = sentence(template.title, subject, ways, length)
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
    /// And not that it is on its way.
    case curt
    /// And not that there is more than the first asset.
    case barest
  }

  private func sentence(
    _ template: SentenceTemplate, _ subject: Subject, _ ways: ThreatTemplate.Ways,
    _ length: Length
  ) -> String {
    var text = ""
    // Long enough for most, so that it is not moved while it grows.
    text.reserveCapacity(200)
    for piece in pieces(of: template, subject) {
      switch piece {
      case .text(let fixed): text += fixed
      case .unknown(let name): text += "{\(name)}"
      case .agreeing(let one, let several, let placeholder):
        text += areSeveral(placeholder, subject, ways) ? several : one
      case .placeholder(let placeholder):
        text += filling(placeholder, subject, ways, length)
      }
    }
    switch length {
    case .whole: text += fillings.text(.end, of: subject) { distinction(subject) }
    case .brief, .briefest, .curt, .barest: text += distinction(subject, ofBrief: true)
    }
    return text
  }

  /// The pieces of a sentence; of an interface that has the title of its element, not that it is of it.
  private func pieces(
    of template: SentenceTemplate, _ subject: Subject
  ) -> [SentenceTemplate.Piece] {
    guard model[subject.entity].keyword == .interface, template.namesOwner,
      phrase(subject.entity) == phrase(element(subject.entity))
    else { return template.pieces }
    return template.piecesWithoutOwner
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
    let limit = length == .barest ? 0 : 1
    switch placeholder {
    case .carries: return carried(subject, ways, limit: limit)
    case .personal: return personal(subject.entity, limit: limit)
    case .sends: return sending(subject, limit: limit)
    case .way: return way(subject, ways, ofCurt: length == .curt || length == .barest)
    case .places: return places(subject.entity, limit: 1)
    case .somebody where length != .brief: return "somebody"
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
    case .way: return way(subject, ways)
    case .arrival: return arrival(subject, ways)
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
    case .sends, .way, .arrival, .somebody, .places: return false
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

  private func carried(_ flow: EntityID, _ assets: [EntityID], limit: Int = 3) -> String {
    if assets.isEmpty {
      if model.words(flow, .function).contains("emergency-stop") { return "the stop command" }
      if let content = phrases.content(ofFlow: flow) { return content }
      return isPhysical(flow) ? signal(flow) : "the data"
    }
    var assets = assets
    // Of those that a short sentence leaves out, none is what harm comes from.
    if limit < 2, let first = assets.firstIndex(where: { model.entry($0, .harm) != nil }) {
      assets.swapAt(0, first)
    }
    return list(assets, limit: limit)
  }

  /// Several assets as a sentence can bear; with the limit 0, the first alone.
  private func list(_ assets: [EntityID], limit: Int) -> String {
    NounPhrase.list(assets.prefix(limit == 0 ? 1 : assets.count).map(phrase), limit: max(limit, 1))
  }

  /// What a signal of the physical world is for, where that says more.
  private func signal(_ flow: EntityID) -> String {
    let functions = model.words(flow, .function)
    if functions.contains("therapy") { return "the therapy" }
    if functions.contains("radiation") { return "the radiation" }
    return "the signal"
  }

  /// The personal data of a flow or element: "the glucose reading".
  private func personal(_ id: EntityID, limit: Int = 3) -> String {
    let assets = model.personalAssets(of: id)
    return assets.isEmpty ? "personal data" : list(assets, limit: limit)
  }

  /// "sends the dose order to the controller", or "exchanges" it "with" the other end.
  private func sending(_ subject: Subject, limit: Int = 3) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "sends something"
    }
    // What one sends who poses as the source, even where an answer comes back.
    let own = model.carried(on: subject)
    let assets = own.isEmpty ? model.carried(on: flow.entity) : own
    let content = carried(flow.entity, assets, limit: limit)
    return model.isTwoWay(flow)
      ? "exchanges \(content) with \(phrase(ends.target))"
      : "sends \(content) to \(phrase(ends.target))"
  }

  /// "on its way from the gateway to the controller", or "between" them for both directions.
  private func way(
    _ subject: Subject, _ ways: ThreatTemplate.Ways, ofCurt isCurt: Bool = false
  ) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "on the way"
    }
    let start = areSeveral(assets(subject, ways), on: flow.entity) ? "on their way " : "on its way "
    return isBothWays(flow, ways)
      ? "between \(phrase(ends.source)) and \(phrase(ends.target))"
      : "\(isCurt ? "" : start)from \(phrase(ends.source)) to \(phrase(ends.target))"
  }

  /// "does not get from the gateway to the controller", with the verb in the number of what it
  /// carries.
  private func arrival(_ subject: Subject, _ ways: ThreatTemplate.Ways) -> String {
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "does not arrive"
    }
    let several = areSeveral(assets(subject, ways), on: flow.entity)
    let verb = several ? "do not get" : "does not get"
    return isBothWays(flow, ways)
      ? "\(verb) through between \(phrase(ends.source)) and \(phrase(ends.target))"
      : "\(verb) from \(phrase(ends.source)) to \(phrase(ends.target))"
  }

  /// Whether a sentence speaks of both directions of a connection.
  private func isBothWays(_ flow: Flow, _ ways: ThreatTemplate.Ways) -> Bool {
    switch ways {
    case .once: model.isTwoWay(flow)
    case .each, .eachFlow: flow.isTwoWay
    }
  }

  private func areSeveral(_ assets: [EntityID], on flow: EntityID) -> Bool {
    if let first = assets.first { return assets.count > 1 || phrases.isPlural(first) }
    // "The data" are several, too.
    return phrases.content(ofFlow: flow) == nil ? !isPhysical(flow) : phrases.isPlural(flow)
  }

  private func isPhysical(_ flow: EntityID) -> Bool {
    model.graph.flow(flow).map(model.isPhysicalSignal) ?? false
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
      // One is on a network, and at a port.
      let noun = phrase(network).split(separator: " ").last?.lowercased() ?? ""
      let isPlug = ["port", "socket", "connector", "jack", "plug"].contains(noun)
      return "somebody \(isPlug ? "at" : "on") \(phrase(network))"
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
