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
  private let topics: SentenceTopics

  package init(_ model: Model) {
    self.model = model
    phrases = PhraseBook(model)
    topics = SentenceTopics(model)
  }

  /// The title of a threat.
  package func title(_ threat: Threat) -> String {
    guard let template = threat.template else {
      return threat.triage.map { model.title($0) } ?? threat.name
    }
    let topic = topics.topic(of: threat, template)
    var text = ""
    // Long names and lists: a meeting that hears the sentence needs what, not everything.
    for length in Length.allCases {
      text = sentence(template.title, topic, length)
      if text.utf8.count <= Self.limit || text.count <= Self.limit { break }
    }
    if threat.isOfOneFlow, !hasParallelFlow(threat.subject, ofBrief: false) {
      text += quoted(threat.subject)
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

    /// How many things a list names before it counts the rest, and none to leave the rest out.
    var limit: Int { self == .whole ? 3 : self == .barest ? 0 : 1 }
  }

  private func sentence(
    _ template: SentenceTemplate, _ topic: SentenceTopic, _ length: Length
  ) -> String {
    let subject = topic.subject
    var topic = topic
    var text = ""
    // Long enough for most, so that it is not moved while it grows.
    text.reserveCapacity(200)
    for piece in pieces(of: template, subject) {
      switch piece {
      case .text(let fixed): text += fixed
      case .unknown(let name): text += "{\(name)}"
      case .agreeing(let one, let several, let placeholder):
        text += areSeveral(placeholder, topic, length) ? several : one
      case .placeholder(let placeholder):
        text += filling(placeholder, topic, length)
        if placeholder == .carries { topic.hasNamedContent = true }
      }
    }
    switch length {
    case .whole: text += fillings.text(.end, of: subject) { distinction(subject) }
    case .brief, .briefest, .curt, .barest: text += distinction(subject, ofBrief: true)
    }
    return text
  }

  /// The pieces of a sentence; of an interface whose title names its element, not that it is of it.
  private func pieces(
    of template: SentenceTemplate, _ subject: Subject
  ) -> [SentenceTemplate.Piece] {
    guard model[subject.entity].keyword == .interface, template.namesOwner,
      names(subject.entity, element(subject.entity))
    else { return template.pieces }
    return template.piecesWithoutOwner
  }

  /// Whether the title of an interface has all of the title of its element in it: "REST API" of "API".
  private func names(_ interface: EntityID, _ element: EntityID) -> Bool {
    let (title, name) = (words(interface), words(element))
    guard !name.isEmpty, name.count <= title.count else { return false }
    return (0...title.count - name.count).contains { start in
      Array(title[start..<start + name.count]) == name
    }
  }

  private func words(_ id: EntityID) -> [String] {
    NounPhrase.words(model.title(id)).map { TitleHead.bare($0).lowercased() }
      .filter { !["the", "a", "an"].contains($0) }
  }

  private func filling(
    _ placeholder: SentenceTemplate.Placeholder, _ topic: SentenceTopic, _ length: Length
  ) -> String {
    if length == .whole {
      let place = Fillings.Place.placeholder(
        placeholder, topic.ways, topic.witnesses, behindContent: topic.hasNamedContent)
      return fillings.text(place, of: topic.subject) { fill(placeholder, topic) }
    }
    let limit = length.limit
    switch placeholder {
    case .carries: return carried(topic, limit: limit)
    case .personal: return personal(topic, limit: limit)
    case .sends: return sending(topic, limit: limit)
    case .way: return way(topic, ofCurt: length == .curt || length == .barest)
    case .places: return places(topic, limit: 1)
    case .somebody where length != .brief: return "somebody"
    default: return fill(placeholder, topic)
    }
  }

  /// The title of a flow that has a parallel one, in quotes and parentheses; else nothing.
  private func distinction(_ subject: Subject, ofBrief isBrief: Bool = false) -> String {
    guard hasParallelFlow(subject, ofBrief: isBrief) else { return "" }
    return quoted(subject)
  }

  private func quoted(_ flow: Subject) -> String {
    " (“\(oneLine(model.title(flow.entity)).prefix(NounPhrase.limit))”)"
  }

  private func fill(
    _ placeholder: SentenceTemplate.Placeholder, _ topic: SentenceTopic
  ) -> String {
    let subject = topic.subject
    let id = subject.entity
    switch placeholder {
    case .source: return end(ends(subject)?.source ?? id, topic)
    case .target: return end(ends(subject)?.target ?? id, topic)
    case .carries: return carried(topic)
    case .personal: return personal(topic)
    case .sends: return sending(topic)
    case .way: return way(topic)
    case .arrival: return arrival(topic)
    case .somebody: return somebody(subject)
    case .flow, .asset, .interface, .subject: return phrase(id)
    case .element: return phrase(element(id))
    case .places: return places(topic)
    }
  }

  /// Whether what a placeholder stands for takes a plural verb.
  private func areSeveral(
    _ placeholder: SentenceTemplate.Placeholder, _ topic: SentenceTopic, _ length: Length
  ) -> Bool {
    let id = topic.subject.entity
    switch placeholder {
    case .source: return isPlural(end: ends(topic.subject)?.source ?? id, topic)
    case .target: return isPlural(end: ends(topic.subject)?.target ?? id, topic)
    case .carries: return areSeveral(named(assets(topic), limit: length.limit), on: id)
    case .personal:
      let assets = topic.choice(of: model.personalAssets(of: id)).members
      guard let first = assets.first else { return true }
      return assets.count > 1 && length != .barest || phrases.isPlural(first)
    case .flow, .asset, .interface, .subject: return phrases.isPlural(id)
    case .element: return phrases.isPlural(element(id))
    case .sends, .way, .arrival, .somebody, .places: return false
    }
  }

  /// An end of a flow; of a store with the title of what the sentence says it holds, only that.
  private func end(_ id: EntityID, _ topic: SentenceTopic) -> String {
    guard isNamedByContent(id, topic) else { return phrase(id) }
    return phrases.isPlural(id) ? "their store" : "its store"
  }

  private func isPlural(end id: EntityID, _ topic: SentenceTopic) -> Bool {
    phrases.isPlural(id) && !isNamedByContent(id, topic)
  }

  private func isNamedByContent(_ id: EntityID, _ topic: SentenceTopic) -> Bool {
    guard topic.hasNamedContent, model[id].keyword == .store else { return false }
    let assets = assets(topic).members
    return assets.count == 1 && phrase(assets[0]) == phrase(id)
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

  /// What a threat is about: one direction of a connection, all of it, or the flow alone; of that, what
  /// its condition holds for.
  private func assets(_ topic: SentenceTopic) -> Witnesses.Choice {
    switch topic.ways {
    case .each: topic.choice(of: model.carried(on: topic.subject))
    case .once: topic.choice(of: model.carried(on: topic.subject.entity))
    case .eachFlow: topic.choice(of: model.references(topic.subject.entity, .carries))
    }
  }

  private func carried(_ topic: SentenceTopic, limit: Int = 3) -> String {
    carried(topic.subject.entity, assets(topic), limit: limit)
  }

  private func carried(_ flow: EntityID, _ choice: Witnesses.Choice, limit: Int = 3) -> String {
    if choice.members.isEmpty {
      if model.words(flow, .function).contains("emergency-stop") { return "the stop command" }
      if let content = phrases.content(ofFlow: flow) { return content }
      return isPhysical(flow) ? signal(flow) : "the data"
    }
    return list(named(choice, limit: limit), limit: limit)
  }

  /// The assets that a sentence names or counts, in its order; without a limit above none only the first.
  private func named(_ choice: Witnesses.Choice, limit: Int) -> [EntityID] {
    var assets = choice.members
    // Of those that a short sentence leaves out, none is what harm comes from.
    let first = choice.preferred > 0 ? choice.preferred : assets.count
    if limit < 2,
      let harmful = assets.prefix(first).firstIndex(where: { model.entry($0, .harm) != nil })
    {
      assets.swapAt(0, harmful)
    }
    return limit == 0 ? Array(assets.prefix(1)) : assets
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
  private func personal(_ topic: SentenceTopic, limit: Int = 3) -> String {
    let assets = topic.choice(of: model.personalAssets(of: topic.subject.entity)).members
    return assets.isEmpty ? "personal data" : list(assets, limit: limit)
  }

  /// "sends the dose order to the controller", or "exchanges" it "with" the other end.
  private func sending(_ before: SentenceTopic, limit: Int = 3) -> String {
    let topic = before.behindContent
    let subject = topic.subject
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "sends something"
    }
    // What one sends who poses as the source, even where an answer comes back.
    let own = model.carried(on: subject)
    let assets = topic.choice(of: own.isEmpty ? model.carried(on: flow.entity) : own)
    let content = carried(flow.entity, assets, limit: limit)
    return model.isTwoWay(flow)
      ? "exchanges \(content) with \(end(ends.target, topic))"
      : "sends \(content) to \(end(ends.target, topic))"
  }

  /// "on its way from the gateway to the controller", or "between" them for both directions.
  private func way(_ before: SentenceTopic, ofCurt isCurt: Bool = false) -> String {
    let topic = before.behindContent
    let subject = topic.subject
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "on the way"
    }
    let several = areSeveral(assets(topic).members, on: flow.entity)
    let start = several ? "on their way " : "on its way "
    let (source, target) = (end(ends.source, topic), end(ends.target, topic))
    return isBothWays(flow, topic.ways)
      ? "between \(source) and \(target)" : "\(isCurt ? "" : start)from \(source) to \(target)"
  }

  /// "does not get from the gateway to the controller", with the verb in the number of what it
  /// carries.
  private func arrival(_ before: SentenceTopic) -> String {
    let topic = before.behindContent
    let subject = topic.subject
    guard let flow = model.graph.flow(subject.entity), let ends = ends(subject) else {
      return "does not arrive"
    }
    let several = areSeveral(assets(topic).members, on: flow.entity)
    let verb = several ? "do not get" : "does not get"
    let (source, target) = (end(ends.source, topic), end(ends.target, topic))
    return isBothWays(flow, topic.ways)
      ? "\(verb) through between \(source) and \(target)" : "\(verb) from \(source) to \(target)"
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
    if model.words(flow, .function).contains("emergency-stop") { return false }
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
      return model.goesFar(flow) ? "somebody on the path" : "somebody in radio range"
    }
    let interfaces = model.interfaces(of: id)
    if let port = interfaces.first(where: { model.isPhysical(interface: $0) }),
      model.word(port, .kind) != "ethernet"
    {
      return "somebody at \(phrase(port))"
    }
    if model.isInPerson(flow) { return "somebody who stands by" }
    // What comes to a port from elsewhere is met anywhere on its way.
    if let network = interfaces.first(where: { model.word($0, .kind) == "ethernet" }),
      model.graph.crossings(of: flow).count < 2 || model.boundary(around: flow) == nil
    {
      // One is on a network, and at a port.
      let noun = phrase(network).split(separator: " ").last?.lowercased() ?? ""
      let isPlug = ["port", "socket", "connector", "jack", "plug"].contains(noun)
      return "somebody \(isPlug ? "at" : "on") \(phrase(network))"
    }
    let outer = Set(model.boundaries(around: flow.source))
    if let shared = model.boundaries(around: flow.target).first(where: outer.contains) {
      return "somebody \(model.isHouse(shared) ? "at" : "in") \(phrase(shared))"
    }
    return "somebody on the path"
  }

  /// Where an asset rests, or who works with it.
  private func places(_ topic: SentenceTopic, limit: Int = 3) -> String {
    let asset = topic.subject.entity
    let stores = topic.choice(of: model.stores(of: asset)).members
    if !stores.isEmpty {
      let own = phrases.isPlural(asset) ? "their store" : "its store"
      let names = stores.map { phrase($0) == phrase(asset) ? own : phrase($0) }
      return "in \(NounPhrase.list(names, limit: limit))"
    }
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
