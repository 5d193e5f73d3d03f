// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What is known of a declaration, on a card: where it lies, what it sends and receives, its threats.
struct ElementCard {
  private let snapshot: ModelSnapshot
  private let id: EntityID
  private var model: Model { snapshot.model }

  init(_ snapshot: ModelSnapshot, _ id: EntityID) {
    self.snapshot = snapshot
    self.id = id
  }

  var markdown: String {
    let word = model[id].keyword.word
    var lines = [
      "**\(Markdown.plain(model.title(id)))** — \(word) \(Markdown.code(model.path(id)))"
    ]
    if let text = model.documentation(id) { lines.append(Markdown.plain(text)) }
    let facts = self.facts
    if !facts.isEmpty { lines.append(facts.map { "- \($0)" }.joined(separator: "\n")) }
    return lines.joined(separator: "\n\n")
  }

  private var facts: [String] {
    var facts: [String] = []
    if let boundary = model.boundary(around: id) {
      facts.append("in boundary \(Markdown.code(model.path(boundary)))\(zone(boundary))")
    }
    switch model[id].keyword {
    case .flow: facts += flowFacts
    case .boundary: facts += boundaryFacts
    case .external, .process, .store:
      facts += list("receives", model.graph.incoming(id).map { model.path($0.entity) })
      facts += list("sends", model.graph.outgoing(id).map { model.path($0.entity) })
      facts += list("holds", names(.holds) + names(.handles))
    case .asset:
      let carriers = model.all(.flow).filter { model.references($0, .carries).contains(id) }
      let stores = model.all(.store).filter { model.references($0, .holds).contains(id) }
      facts += list("class", model.words(id, .class))
      facts += list("carried by", carriers.map { model.path($0) })
      facts += list("held in", stores.map { model.path($0) })
    case .control:
      facts += list("mitigates", model.words(id, .mitigates) + model.words(id, .answers))
      facts.append("status: \(model.standing(ofControl: id))")
    default: break
    }
    return facts + threatFacts
  }

  private var flowFacts: [String] {
    guard let flow = model.graph.flow(id) else { return [] }
    var facts = [
      "\(Markdown.code(model.path(flow.source))) \(flow.isTwoWay ? "to and from" : "to") "
        + Markdown.code(model.path(flow.target))
    ]
    let crossings = model.graph.crossings(of: flow).map { model.path($0.boundary) }
    facts.append(
      crossings.isEmpty ? "crosses no boundary" : "crosses \(Markdown.list(crossings))")
    facts += list("carries", model.carried(on: id).map { model.path($0) })
    for word in model.words(id, .protocol) {
      guard let known = ProtocolFacts.named(word) else { continue }
      facts.append("\(Markdown.code(word)): \(Markdown.plain(WordMeaning.implied(known)))")
    }
    return facts
  }

  private var boundaryFacts: [String] {
    let inside = model.children(id).filter { model[$0].keyword.isElement }
    let zone = model.word(id, .zone) ?? model.references(id, .zone).first.map { model.path($0) }
    return (zone.map { ["zone \(Markdown.code($0))"] } ?? [])
      + list("holds", inside.map { model.path($0) })
  }

  /// How many threats are in each state: "3 threats: 1 open, 2 mitigated".
  private var threatFacts: [String] {
    let all = snapshot.threats[id]
    guard !all.isEmpty else { return [] }
    let states = ThreatStatus.allCases.compactMap { status -> String? in
      let count = all.count { $0.threat.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let count = all.count == 1 ? "1 threat" : "\(all.count) threats"
    return ["\(count): \(states.joined(separator: ", "))"]
  }

  private func zone(_ boundary: EntityID) -> String {
    let places = [boundary] + Array(model.ancestors(boundary))
    for place in places {
      if let word = model.word(place, .zone) { return ", zone \(Markdown.code(word))" }
      if let zone = model.references(place, .zone).first {
        return ", zone \(Markdown.code(model.path(zone)))"
      }
    }
    return ""
  }

  private func names(_ property: Property) -> [String] {
    model.references(id, property).map { model.path($0) }
  }

  private func list(_ word: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : ["\(word) \(Markdown.list(names))"]
  }
}
