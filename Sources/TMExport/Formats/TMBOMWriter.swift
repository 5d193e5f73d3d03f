// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats
import TMWriting

/// Writes a threat model of the OWASP Threat Model Library (TM-BOM 1.0).
struct TMBOMWriter {
  private let outgoing: OutgoingModel
  private let model: Model
  private var names: TMBOMNames
  /// The zone of what lies in no boundary; nil where all lies in one.
  private let outside: String?

  init(_ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    model = outgoing.model
    let flows = outgoing.model.graph.flows.map(\.entity)
    names = TMBOMNames(
      outgoing.all(.boundary) + outgoing.elements + outgoing.all(.asset) + flows
        + outgoing.all(.control), outgoing)
    let isLoose = outgoing.elements.contains { outgoing.boundary(around: $0) == nil }
    outside = isLoose ? names.name("outside") : nil
  }

  func bytes() -> [UInt8] {
    let threats = outgoing.threats(with: [.cwe, .capec, .actor])
    let others = TMBOMThreats(threats, outgoing, names, notStated: notStated)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field(
        "$schema",
        "https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json"
      )
      writer.field("version", version)
      writer.object("scope", writeScope)
      if let date = model.system.flatMap({ model.date($0, .date) }), let system = model.system {
        outgoing.carry(system, .date)
        writer.field("reviewed_at", date.description)
      }
      writer.array("trust_zones") { writer in
        for boundary in outgoing.all(.boundary) { write(zone: boundary, to: &writer) }
        if let outside {
          writer.object { writer in
            writer.field("symbolic_name", outside)
            writer.field("title", "Outside of every boundary")
            writer.field("description", "")
          }
        }
      }
      writer.array("trust_boundaries", writePairs)
      writer.array("actors") { writer in
        for id in outgoing.all(.external) { write(actor: id, to: &writer) }
      }
      writer.array("components") { writer in
        for id in outgoing.all(.process) { write(component: id, to: &writer) }
      }
      writer.array("data_stores") { writer in
        for id in outgoing.all(.store) { write(store: id, to: &writer) }
      }
      writer.array("data_sets") { writer in
        for id in outgoing.all(.asset) { write(dataSet: id, to: &writer) }
      }
      writer.array("data_flows") { writer in
        for flow in model.graph.flows { write(flow, to: &writer) }
      }
      writer.array("assumptions") { writer in
        for id in outgoing.all(.assumption) { write(assumption: id, to: &writer) }
      }
      others.write(to: &writer)
    }
    outgoing.nameRest()
    return writer.takeBytes()
  }

  // MARK: - The whole

  /// Numbers with points between them; 1.0 where the model says something else.
  private var version: String {
    guard let system = model.system, let text = model.text(system, .version) else { return "1.0" }
    outgoing.carry(system, .version)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) {
      return text
    }
    outgoing.lose(
      .guessed, "version", system, text, target: "1.0",
      why: "versions of the format are numbers with points between them")
    return "1.0"
  }

  private func writeScope(to writer: inout JSONWriter) {
    let system = model.system
    if let system { outgoing.carry(system) }
    writer.field("title", outgoing.title)
    let text = [
      system.flatMap { outgoing.description($0) },
      system.flatMap { outgoing.text($0, .intendedUse) },
    ].compactMap { $0 }
    writer.field("description", text.joined(separator: "\n"))
    writer.field("business_criticality", "maximal")
    var kinds: [String] = []
    for asset in outgoing.all(.asset) {
      for kind in Self.sensitivity(model.words(asset, .class)) where !kinds.contains(kind) {
        kinds.append(kind)
      }
    }
    writer.field("data_sensitivity", kinds)
    let isExternal = (outgoing.all(.boundary) + outgoing.elements).contains {
      model.lies($0, in: ["internet"])
    }
    writer.field("exposure", isExternal || outside != nil ? "external" : "internal")
    writer.field("tier", "mission_critical")
    for (what, value) in [
      ("business criticality", "maximal"), ("tier", "mission_critical"),
      ("exposure", isExternal || outside != nil ? "external" : "internal"),
    ] {
      outgoing.losses.add(
        .guessed, what, at: "model", value,
        why: what == "exposure"
          ? "external where something lies in the zone `internet` or in no boundary"
          : "the format demands it and a model does not state it: it counts as the highest")
    }
  }

  private static func sensitivity(_ classes: [String]) -> [String] {
    classes.compactMap { word in
      switch word {
      case "phi", "diagnosis", "therapy": "phi"
      case "pii": "pii"
      case "credentials", "keys": "cred"
      case "payment": "pci"
      case "ip", "firmware": "ip"
      case "configuration", "clinical-function", "log", "telemetry", "workflow", "system": "op"
      default: nil
      }
    }
  }

  // MARK: - Zones

  private func write(zone: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(zone)
    if let around = outgoing.boundary(around: zone) {
      outgoing.lose(
        .dropped, "boundary around a boundary", zone, outgoing.path(around),
        why: "zones of the format do not lie in one another")
    }
    writer.object { writer in writeHead(zone, to: &writer) }
  }

  private func zone(of element: EntityID) -> String {
    if let boundary = outgoing.boundary(around: element) { return names[boundary] }
    outgoing.lose(
      .guessed, "element outside of boundaries", element, target: outside ?? "",
      why: "the format wants a zone around it: it lies in one that the model does not have")
    return outside ?? ""
  }

  /// Each two zones that a flow connects, once.
  private func writePairs(to writer: inout JSONWriter) {
    var seen: Set<String> = []
    for flow in model.graph.flows where model.graph.crosses(flow) {
      let ends = [flow.source, flow.target].map { end in
        outgoing.boundary(around: end).map { names[$0] } ?? outside ?? ""
      }.sorted()
      guard ends[0] != ends[1], seen.insert(ends.joined(separator: " ")).inserted else { continue }
      writer.object { writer in
        writer.field("trust_zone_a", ends[0])
        writer.field("trust_zone_b", ends[1])
      }
    }
  }

  // MARK: - Elements

  private func writeHead(_ id: EntityID, to writer: inout JSONWriter) {
    writer.field("symbolic_name", names[id])
    writer.field("title", model.title(id))
    writer.field("description", outgoing.description(id) ?? "")
  }

  private func write(actor: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(actor)
    outgoing.loseDecomposition(of: actor)
    let isHuman = outgoing.boolean(actor, .human) == true
    outgoing.lose(
      .guessed, "type of an actor", actor, isHuman ? "user" : "third_party",
      why: "the format demands one of six; a person is a user, all else a third party")
    writer.object { writer in
      writeHead(actor, to: &writer)
      writer.field("type", isHuman ? "user" : "third_party")
      writer.field("trust_zone", zone(of: actor))
    }
  }

  private func write(component: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(component)
    writer.object { writer in
      writeHead(component, to: &writer)
      if let parent = model[component].parent, model[parent].keyword == .process {
        writer.field("parent_component", names[parent])
      }
      writer.field("trust_zone", zone(of: component))
    }
  }

  private func write(store: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(store)
    outgoing.loseDecomposition(of: store)
    let kind = outgoing.word(store, .kind)
    let type =
      switch kind {
      case "sql": "sql"
      case "cache", "vault", "memory", "flash": "key_value"
      case "database": "document"
      default: "object"
      }
    if kind != "sql" {
      outgoing.lose(
        .guessed, "kind of a store", store, kind ?? "not stated", target: type,
        why: "the format demands one of six types of databases")
    }
    writer.object { writer in
      writeHead(store, to: &writer)
      writer.field("type", type)
      if let product = outgoing.text(store, .technology) { writer.field("product", product) }
      writer.field("trust_zone", zone(of: store))
    }
  }

  private func write(dataSet asset: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(asset)
    let classes = outgoing.words(asset, .class)
    let kinds = Self.sensitivity(classes)
    if !classes.isEmpty, classes != kinds {
      outgoing.lose(
        .guessed, "class of an asset", asset, classes.joined(separator: ", "),
        target: kinds.joined(separator: ", "),
        why: "the format has nine kinds of sensitive data; the nearest stand there")
    }
    writer.object { writer in
      writeHead(asset, to: &writer)
      writer.array("placements") { writer in
        for store in model.stores(of: asset) {
          outgoing.carry(store, .holds)
          writer.object { writer in
            writer.field("data_store", names[store])
            if !outgoing.isSilentOnEncryption(store) {
              writer.field("encrypted", outgoing.encrypted(store))
            }
          }
        }
      }
      var unique: [String] = []
      for kind in kinds where !unique.contains(kind) { unique.append(kind) }
      writer.field("data_sensitivity", unique)
    }
  }

  // MARK: - Flows

  private func write(_ flow: Flow, to writer: inout JSONWriter) {
    let id = flow.entity
    outgoing.carry(id)
    outgoing.carry(id, .crosses)
    outgoing.loseInterfaces(of: flow)
    let assets = model.references(id, .carries)
    let isEncrypted = outgoing.encrypted(id)
    if outgoing.isSilentOnEncryption(id) {
      outgoing.lose(
        .guessed, "encryption that is not stated", id, target: "false",
        why: "the format demands a yes or no: no")
    }
    let title =
      model.ownTitle(id) ?? "\(model.title(flow.source)) to \(model.title(flow.target))"
    let text = outgoing.description(id) ?? ""
    let ways: [(name: String, source: EntityID, target: EntityID)] =
      flow.isTwoWay
      ? [
        (names[id], flow.source, flow.target), (back(names[id]), flow.target, flow.source),
      ] : [(names[id], flow.source, flow.target)]
    if flow.isTwoWay {
      outgoing.lose(
        .guessed, "flow in both directions", id, target: back(names[id]),
        why: "flows of the format go one way: there are two")
    }
    for way in ways {
      writer.object { writer in
        writer.field("symbolic_name", way.name)
        writer.field("title", title)
        writer.field("description", text)
        writer.object("source") { writer in write(end: way.source, to: &writer) }
        writer.object("destination") { writer in write(end: way.target, to: &writer) }
        writer.field("has_sensitive_data", assets.contains(where: model.isSensitive))
        writer.field("encrypted", isEncrypted)
      }
    }
  }

  /// The flows whose encryption the format demands and the model does not state.
  private var notStated: [String] {
    model.graph.flows.filter { outgoing.isSilentOnEncryption($0.entity) }.flatMap { flow in
      let name = names[flow.entity]
      return flow.isTwoWay ? [name, back(name)] : [name]
    }
  }

  /// Two hyphens stand in no other name.
  private func back(_ name: String) -> String { "\(name)--back" }

  private func write(end: EntityID, to writer: inout JSONWriter) {
    let type =
      switch model[end].keyword {
      case .external: "actor"
      case .store: "data_store"
      default: "component"
      }
    writer.field("type", type)
    writer.field("object", names[end])
  }

  private func write(assumption: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(assumption)
    let known: Set<Keyword> = [.boundary, .external, .process, .store, .asset, .flow, .control]
    let about = model.references(assumption, .about)
    if about.allSatisfy({ known.contains(model[$0].keyword) }) {
      outgoing.carry(assumption, .about)
    }
    outgoing.lose(
      .guessed, "validity of an assumption", assumption, "unconfirmed",
      why: "the format has a default for what nobody states")
    let text = [model.ownTitle(assumption), outgoing.description(assumption)].compactMap { $0 }
    writer.object { writer in
      writer.field("description", text.joined(separator: "\n"))
      writer.field(
        "topics", about.filter { known.contains(model[$0].keyword) }.map { names[$0] })
      writer.field("validity", "unconfirmed")
    }
  }
}
