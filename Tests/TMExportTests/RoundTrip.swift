// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

@testable import TMExport

/// A model that was exported and imported again, held against itself.
struct RoundTrip {
  /// Something that is not as it was: of which declaration or threat, and in which respect.
  struct Difference: CustomStringConvertible {
    let place: String
    let aspect: String
    let text: String

    var description: String { "\(place): \(aspect): \(text)" }
  }

  let export: ModelExport
  let imported: CompiledSample
  /// The file that it became.
  let text: String
  private let original: CompiledSample
  private let prefix: String
  /// The ids in the file, by declarations.
  private let foreign: [EntityID: String]
  /// What came back, by the ids in the file.
  private let returned: [String: EntityID]
  /// The ids in the file, by what came back.
  private let links: [EntityID: String]
  private let threats: [OutgoingThreat]
  /// The threats that came back, by their titles, and by what they are about and their names.
  private let titled: [String: [OutgoingThreat]]
  private let named: [String: OutgoingThreat]

  init(_ original: CompiledSample, through format: ExportFormat) throws {
    self.original = original
    export = try ModelExport(format, of: original)
    let read = try ModelImport(export.bytes, fileName: "model")
    text = String(decoding: read.text(source: "model"), as: UTF8.self)
    imported = try CompiledSample(text)
    let outgoing = OutgoingModel(original.model, original.risks)
    let model = original.model
    let flows = model.graph.flows.map(\.entity)
    let drawn = outgoing.all(.boundary) + outgoing.elements + flows
    switch format {
    case .threatDragon:
      prefix = "td:"
      foreign = outgoing.identities(drawn, prefix: prefix) { $0.utf8.count >= 2 }
    case .tm7:
      prefix = "tm7:"
      foreign = outgoing.identities(drawn, prefix: prefix, where: StableUUID.isUUID)
    case .tmBOM:
      prefix = "tmbom:"
      let names = TMBOMNames(
        outgoing.all(.boundary) + outgoing.elements + outgoing.all(.asset) + flows, outgoing)
      foreign = Dictionary(
        uniqueKeysWithValues: (drawn + outgoing.all(.asset)).map { ($0, names[$0]) })
    default:
      prefix = "otm:"
      foreign = Dictionary(
        uniqueKeysWithValues: (drawn + outgoing.all(.asset)).map { ($0, outgoing.path($0)) })
    }
    threats = outgoing.threats(with: [])
    let other = OutgoingModel(imported.model, imported.risks)
    var returned: [String: EntityID] = [:]
    let kinds: [Keyword] = [.boundary, .external, .process, .store, .flow, .asset]
    for id in kinds.flatMap(other.all) {
      if let link = other.link(id, prefix) { returned[link] = id }
    }
    self.returned = returned
    links = Dictionary(uniqueKeysWithValues: returned.map { ($0.value, $0.key) })
    let back = other.threats(with: [])
    titled = Dictionary(grouping: back) { Self.shown($0.title) }
    named = Dictionary(
      back.map { (Self.key($0.place, $0.markedName), $0) }, uniquingKeysWith: { first, _ in first }
    )
    .merging(back.map { (Self.key($0.assessed.threat.about, $0.assessed.threat.name), $0) }) {
      first, _ in first
    }
  }

  // MARK: - Differences

  /// Whether the report of losses says a difference.
  func isNamed(_ difference: Difference) -> Bool {
    let named = (Self.names[difference.aspect] ?? []).union([difference.aspect])
    return export.losses.all.contains { loss in
      named.contains(loss.what)
        && (loss.source == difference.place || loss.target == difference.place)
    }
  }

  /// What the report calls each kind of difference.
  private static let names: [String: Set<String>] = [
    "missing": ["asset", "boundary", "flow", "external", "process", "store"],
    "new": ["element outside of boundaries", "flow in both directions"],
    "boundary": ["element outside of boundaries", "boundary around a boundary"],
    "process": ["process around an element"],
    "ways": ["flow in both directions"],
    "protocol": ["protocols", "protocol", "further protocols", "flow protocol"],
    "carries": ["flow carries"], "holds": ["store holds", "secrets in a store"],
    "handles": ["process handles"], "human": ["external human"],
    "place": ["place of a threat", "threat"], "status": ["status of a threat"],
    "flow encrypted": [
      "way of encryption", "encryption by a protocol", "encryption that is not stated",
    ],
    "store encrypted": [
      "way of encryption", "encryption by a protocol", "encryption that is not stated",
    ],
    "flow authenticated": ["authenticated"], "boundary trust": ["trust of a boundary"],
    "asset class": ["class of an asset"], "store kind": ["kind of a store"],
    "external technology": ["type of an actor"],
  ]

  var differences: [Difference] {
    var found: [Difference] = []
    for (id, name) in foreign.sorted(by: { $0.key < $1.key }) {
      guard let back = returned[name] else {
        found.append(difference(id, "missing", name))
        continue
      }
      found += compare(id, back)
    }
    let known = Set(foreign.values)
    for (name, id) in returned.sorted(by: { $0.value < $1.value }) where !known.contains(name) {
      found.append(.init(place: name, aspect: "new", text: imported.model.path(id)))
    }
    // What came back must be from here.
    let linked = Set(returned.values)
    for keyword in [Keyword.boundary, .external, .process, .store, .flow] {
      for id in imported.model.all(keyword) where !linked.contains(id) {
        found.append(.init(place: imported.model.path(id), aspect: "unlinked", text: keyword.word))
      }
    }
    return found + threats.flatMap(compare)
  }

  private func difference(_ id: EntityID, _ aspect: String, _ text: String) -> Difference {
    Difference(place: original.model.fullPath(id), aspect: aspect, text: text)
  }

  private func compare(_ id: EntityID, _ back: EntityID) -> [Difference] {
    let (model, other) = (original.model, imported.model)
    var found: [Difference] = []
    let check = { (aspect: String, before: String, after: String) in
      if before != after { found.append(difference(id, aspect, "\(before) -> \(after)")) }
    }
    check("kind", model[id].keyword.word, other[back].keyword.word)
    if model[id].keyword != .flow {
      check("title", Self.shown(model.title(id)), Self.shown(other.title(back)))
    } else if let title = model.ownTitle(id) {
      check("title", Self.shown(title), Self.shown(other.ownTitle(back) ?? ""))
    }
    if model[id].keyword == .boundary || model[id].keyword.isElement {
      check(
        "boundary", name(model.boundaries(around: id).first { _ in true }),
        link(other.boundaries(around: back).first { _ in true }))
    }
    if model[id].keyword.isElement {
      let around = { (model: Model, id: EntityID) in
        model[id].parent.flatMap { model[$0].keyword == .process ? $0 : nil }
      }
      check("process", name(around(model, id)), link(around(other, back)))
    }
    if model[id].keyword == .external {
      check(
        "human", "\(model.boolean(id, .human) == true)", "\(other.boolean(back, .human) == true)")
    }
    for (aspect, property) in [
      ("carries", Property.carries), ("holds", .holds), ("handles", .handles),
    ] {
      check(
        aspect, model.references(id, property).map(name).sorted().joined(separator: ", "),
        other.references(back, property).map(link).sorted().joined(separator: ", "))
    }
    for property in Schema.spec(of: model[id].keyword).properties.map(\.property)
    where !Self.compared.contains(property) {
      check(
        "\(model[id].keyword.word) \(property.word)", Self.written(model, id, property),
        Self.written(other, back, property))
    }
    if let flow = model.graph.flow(id), let return_ = other.graph.flow(back) {
      check("source", name(flow.source), link(return_.source))
      check("target", name(flow.target), link(return_.target))
      check("ways", "\(flow.isTwoWay)", "\(return_.isTwoWay)")
      check(
        "protocol", model.words(id, .protocol).joined(separator: ", "),
        other.words(back, .protocol).joined(separator: ", "))
    }
    return found
  }

  /// What is compared in a way of its own, or follows from other things.
  private static let compared: Set<Property> = [
    .crosses, .protocol, .carries, .holds, .handles, .human,
  ]

  /// The values of a property; nothing of what names declarations, which have other ids now.
  private static func written(_ model: Model, _ id: EntityID, _ property: Property) -> String {
    let plain = model.values(id, property).map { value in
      switch value.content {
      case .text(let text): shown(text)
      case .number(let number): "\(number)"
      case .boolean(let truth): truth ? "yes" : "no"
      case .date(let date): "\(date)"
      case .word, .entity, .condition, .invalid: ""
      }
    }
    return (plain + model.words(id, property)).filter { !$0.isEmpty }.sorted()
      .joined(separator: ", ")
  }

  private func name(_ id: EntityID?) -> String { id.flatMap { foreign[$0] } ?? "none" }

  private func link(_ id: EntityID?) -> String {
    id.flatMap { links[$0] } ?? "none"
  }

  /// A title as an import takes it: without tags of HTML, and without what XML cannot say.
  private static func shown(_ title: String) -> String {
    ImportedText.condensed(
      ImportedText.withoutTags(title).replacing("\u{FFFD}", with: "").replacing("\u{0}", with: "")
    ).replacing(" ", with: "")
  }

  private static func key(_ place: EntityID, _ name: String) -> String { "\(place) \(name)" }

  /// A threat is what it was: the same question about the same thing, in the same state.
  private func compare(_ threat: OutgoingThreat) -> [Difference] {
    let place = foreign[threat.place].flatMap { returned[$0] }
    let title = Self.shown(threat.title)
    // What no longer follows from what came back is a threat of the author's own, with its sentence.
    let all = titled[title] ?? []
    let here = all.filter { $0.place == place }
    // What is asked once of an element may be asked at another of its flows there, and then again here: what was
    // decided stands with the sentence that came back, and the question beside it is open.
    let isTwice = here.contains { $0.assessed.threat.template == nil } && here.count > 1
    guard
      let found = (isTwice ? here.first(where: { $0.status == threat.status }) : nil)
        ?? foreign[threat.assessed.threat.about].flatMap({ returned[$0] })
        .flatMap({ named[Self.key($0, threat.assessed.threat.name)] })
        ?? place.flatMap({ named[Self.key($0, threat.markedName)] })
        ?? here.first(where: { $0.status == threat.status }) ?? here.first ?? all.first
    else { return [Difference(place: threat.id, aspect: "place", text: "gone: \(title)")] }
    var differences: [Difference] = []
    if found.place != place {
      differences.append(
        Difference(
          place: threat.id, aspect: "place", text: "now at \(imported.model.path(found.place))"))
    }
    if found.status != threat.status {
      differences.append(
        Difference(
          place: threat.id, aspect: "status",
          text: "\(threat.status.rawValue) -> \(found.status.rawValue)"))
    }
    return differences
  }

  /// How many threats came back as triage or as what follows from the model, and not as the author's own.
  var returnedCount: Int {
    threats.count { threat in
      foreign[threat.place].flatMap { returned[$0] }
        .map { named[Self.key($0, threat.markedName)] != nil } ?? false
    }
  }

  var threatCount: Int { threats.count }
}
