// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What elements and flows say, in attributes of the tool's core template.
extension TM7Writer {
  func addScope(_ id: EntityID, to attributes: inout TM7Attributes) {
    let isOut = outgoing.boolean(id, .inScope) == false
    attributes.truth("Out Of Scope", "71f3d9aa-b8ef-4e54-8126-607a1d903103", isOut)
    // Why what is in scope leads to no hazard is another reason.
    attributes.text(
      "Reason For Out Of Scope", "752473b6-52d4-4776-9a24-202153f7d579",
      isOut ? outgoing.text(id, .because) ?? "" : "")
  }

  func addFacts(_ element: EntityID, to attributes: inout TM7Attributes) {
    switch model[element].keyword {
    case .external:
      let isHuman = outgoing.boolean(element, .human)
      attributes.choice(
        "Type", "type", ["Not Selected", "Code", "Human"],
        isHuman.map { $0 ? "Human" : "Code" })
    case .process:
      let words = [
        "kernel": "Kernel", "system": "System", "service": "Network Service",
        "admin": "Administrator", "user": "Standard User Without Elevation",
      ]
      let chosen = model.word(element, .privilege).flatMap { words[$0] }
      if chosen != nil { outgoing.carry(element, .privilege) }
      attributes.choice(
        "Running As", "runningAs",
        [
          "Not Selected", "Kernel", "System", "Network Service", "Local Service", "Administrator",
          "Standard User With Elevation", "Standard User Without Elevation",
        ], chosen)
    case .store: addFacts(ofStore: element, to: &attributes)
    default: break
    }
  }

  private func addFacts(ofStore store: EntityID, to attributes: inout TM7Attributes) {
    let words = [
      "sql": "SQL Relational Database", "database": "Non Relational Database",
      "file": "File System", "cache": "Cache",
    ]
    let kind = model.word(store, .kind)
    let type = kind.flatMap { words[$0] }
    if type != nil || kind == "removable-media" { outgoing.carry(store, .kind) }
    attributes.choice(
      "Store Type", "storeType",
      [
        "Select", "SQL Relational Database", "Non Relational Database", "File System", "Cache",
      ], type)
    attributes.yes("Removable Storage", "RemoveableStorage", kind == "removable-media")
    addEncryption(store, "Encrypted", "Encrypted", to: &attributes)
    attributes.yes("Stores Log Data", "storesLogData", outgoing.boolean(store, .log) == true)
    let secrets = model.references(store, .holds).filter(model.isSecret)
    if !secrets.isEmpty {
      outgoing.lose(
        .guessed, "secrets in a store", store, secrets.map(model.title).joined(separator: ", "),
        why: "the format says that it stores credentials, and not which")
    }
    attributes.yes("Stores Credentials", "storesCredentials", !secrets.isEmpty)
  }

  private func addEncryption(
    _ id: EntityID, _ label: String, _ key: String, to attributes: inout TM7Attributes
  ) {
    let isEncrypted = outgoing.encrypted(id)
    if outgoing.refusesEncryption(id) {
      attributes.refused(label, key)
    } else {
      attributes.yes(label, key, isEncrypted)
    }
  }

  /// The attributes of the line of a flow, and the id of its stencil.
  func attributes(of flow: Flow) -> (all: TM7Attributes, type: String) {
    let id = flow.entity
    let networks = ["wifi": "Wi-Fi", "bluetooth": "Bluetooth", "cellular": "2G-4G"]
    let words = outgoing.words(id, .protocol)
    let named = words.filter { networks[$0] == nil }
    let network = words.compactMap { networks[$0] }
    var attributes = TM7Attributes()
    var type = "GE.DF"
    if let first = named.first {
      let stencil = base.stencil(named: first, of: "GE.DF")
      type = stencil.id
      attributes.header(stencil.name)
    } else {
      attributes.header("Generic Data Flow")
    }
    let others = named.dropFirst() + words.filter { networks[$0] != nil }.dropFirst()
    if !others.isEmpty {
      outgoing.lose(
        .dropped, "further protocols", id, others.joined(separator: ", "),
        why: "a flow of the format is of one kind, on one network")
    } else if let first = named.first, ProtocolFacts.named(first) == nil {
      outgoing.lose(
        .keptAsText, "protocol", id, first, why: "it is a word of the model, which no tool knows")
    }
    attributes.text("Name", "", model.ownTitle(id) ?? "")
    addScope(id, to: &attributes)
    attributes.choice(
      "Physical Network", "channel", ["Not Selected", "Wire", "Wi-Fi", "Bluetooth", "2G-4G"],
      network.first)
    addEncryption(id, "Provides Confidentiality", "providesConfidentiality", to: &attributes)
    if model.entry(id, .authenticated) != nil {
      outgoing.lose(
        .guessed, "authenticated", id,
        outgoing.model.words(id, .authenticated).joined(separator: ", "),
        target: model.sourceAuthentication(id).isPresent ? "Yes" : "No",
        why: "the format knows yes and no alone, and not how")
      outgoing.carry(id, .authenticated)
    }
    attributes.yes(
      "Source Authenticated", "authenticatesSource", model.sourceAuthentication(id).isPresent)
    attributes.yes(
      "Destination Authenticated", "authenticatesDestination",
      model.targetAuthentication(id).isPresent)
    return (attributes, type)
  }
}
