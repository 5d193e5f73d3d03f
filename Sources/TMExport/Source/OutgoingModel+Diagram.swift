// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What formats of diagrams have in common.
extension OutgoingModel {
  /// The texts of a property.
  func texts(_ id: EntityID, _ property: Property) -> [String] {
    carry(id, property)
    return model.values(id, property).compactMap { value in
      guard case .text(let text) = value.content else { return nil }
      return text
    }
  }

  /// Names the interfaces that a flow is written with, where a flow can only end at an element.
  func loseInterfaces(of flow: Flow) {
    for interface in [flow.sourceInterface, flow.targetInterface] {
      guard let interface else { continue }
      lose(
        .dropped, "interface at an end", flow.entity, path(interface),
        why: "a flow of the format ends at an element")
    }
  }

  /// Names that an element is a part of a process, where elements lie in boundaries alone.
  func loseDecomposition(of element: EntityID) {
    guard let around = model[element].parent, model[around].keyword == .process else { return }
    lose(
      .dropped, "process around an element", element, path(around),
      why: "elements of the format lie in no process; it stands beside it")
  }

  /// Whether the content of a flow or store is encrypted, for a format with a yes or no.
  func encrypted(_ id: EntityID) -> Bool {
    let protection = model.encryption(id)
    carry(id, .encrypted)
    guard encryptionSaid.insert(id).inserted else { return protection.isPresent }
    switch protection {
    case .stated("yes"), .absent: break
    case .stated(let how):
      lose(
        .guessed, "way of encryption", id, how, why: "the format knows yes and no alone: yes")
    case .implied(let name):
      lose(
        .guessed, "encryption by a protocol", id, name,
        why: "the model does not state it, the protocol implies it: yes")
    case .weak(let how), .unfit(let how, _), .planned(let how):
      lose(
        .guessed, "way of encryption", id, how,
        why: "it is weak or not in place, and counts for nothing: no")
    }
    return protection.isPresent
  }

  /// Whether the model says that a flow or store is not encrypted; the report names one of which it says nothing, for a
  /// format that has the same word for both.
  func refusesEncryption(_ id: EntityID) -> Bool {
    if isSilentOnEncryption(id) {
      lose(
        .guessed, "encryption that is not stated", id, target: "no",
        why: "the format knows yes and no alone: no")
    }
    return model.words(id, .encrypted) == ["no"]
  }

  /// Whether the model says nothing about the encryption of a flow or store: neither yes nor no.
  func isSilentOnEncryption(_ id: EntityID) -> Bool {
    model.encryption(id) == .absent && !model.entries(id).contains { $0.property == .encrypted }
  }

  /// Whether one end of a flow lies in a zone that everybody reaches.
  func isPublic(_ flow: Flow) -> Bool {
    guard [flow.source, flow.target].contains(where: { model.lies($0, in: ["internet"]) }) else {
      return false
    }
    lose(
      .guessed, "public network", flow.entity, "yes",
      why: "one of its ends lies in the zone `internet`")
    return true
  }

  /// The protocols of a flow in one field, the application layer first.
  func protocols(_ flow: EntityID) -> String {
    let words = words(flow, .protocol)
    if words.count > 1 {
      lose(
        .joined, "protocols", flow, words.joined(separator: ", "),
        why: "the format has one field for all of them")
    } else if let word = words.first, ProtocolFacts.named(word) == nil {
      lose(
        .keptAsText, "protocol", flow, word, why: "it is a word of the model, which no tool knows")
    }
    return words.joined(separator: ", ")
  }

  /// The cell or stencil that a declaration came from where it was imported, else a new id.
  func identities(
    _ all: [EntityID], prefix: String, where isFit: (String) -> Bool
  ) -> [EntityID: String] {
    var used: Set<String> = []
    var found: [EntityID: String] = [:]
    for id in all {
      if let known = link(id, prefix), isFit(known), used.insert(known).inserted {
        found[id] = known
        carryLink(id)
      }
    }
    for id in all where found[id] == nil {
      var name = "tm:\(model[id].keyword.word):\(path(id))"
      while !used.insert(StableUUID.of(name)).inserted { name += "'" }
      found[id] = StableUUID.of(name)
    }
    return found
  }

  /// A lone link stands as the id; others are still to be named.
  private func carryLink(_ id: EntityID) {
    if model.values(id, .link).count == 1 { carry(id, .link) }
  }
}
