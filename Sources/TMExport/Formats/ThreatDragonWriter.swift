// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram
import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats
import TMWriting

/// Writes a model of OWASP Threat Dragon 2: one diagram of the whole system, laid out as ours.
struct ThreatDragonWriter {
  private let outgoing: OutgoingModel
  private let model: Model
  private let layout: DataFlowLayout
  private let cells: [EntityID: String]
  private static let version = "2.5.0"

  init(_ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    model = outgoing.model
    layout = DataFlowLayout(outgoing)
    cells = outgoing.identities(
      layout.boundaries + layout.elements + outgoing.model.graph.flows.map(\.entity), prefix: "td:"
    ) { $0.utf8.count >= 2 && $0.utf8.count <= 100 }
  }

  func bytes() -> [UInt8] {
    let threats = outgoing.threats(with: [.because, .scenario, .score])
    var byPlace: [EntityID: [(number: Int, threat: OutgoingThreat)]] = [:]
    for (index, threat) in threats.enumerated() {
      byPlace[threat.place, default: []].append((index + 1, threat))
    }
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("version", Self.version)
      let system = model.system
      if let system { outgoing.carry(system) }
      writer.object("summary") { writer in
        writer.field("title", outgoing.title)
        writer.field("owner", system.flatMap { outgoing.text($0, .owner) } ?? "")
        writer.field("description", system.flatMap { outgoing.description($0) } ?? "")
        writer.field("id", 0)
      }
      writer.object("detail") { writer in
        writer.array("contributors") { _ in }
        writer.array("diagrams") { writer in
          writer.object { writer in write(diagram: byPlace, to: &writer) }
        }
        writer.field("diagramTop", 1)
        let reviewers = system.map { outgoing.texts($0, .approver) } ?? []
        if let system, !reviewers.isEmpty {
          outgoing.lose(
            .guessed, "approver", system, reviewers.joined(separator: ", "),
            why: "the format has a reviewer")
        }
        writer.field("reviewer", reviewers.joined(separator: ", "))
        writer.field("threatTop", threats.count)
      }
    }
    outgoing.nameRest()
    return writer.takeBytes()
  }

  private func write(
    diagram threats: [EntityID: [(number: Int, threat: OutgoingThreat)]],
    to writer: inout JSONWriter
  ) {
    writer.field("id", 0)
    writer.field("title", outgoing.title)
    writer.field("diagramType", diagramType)
    writer.field("placeholder", "")
    writer.field("thumbnail", "./public/content/images/thumbnail.jpg")
    writer.field("version", Self.version)
    writer.array("cells") { writer in
      for boundary in layout.boundaries { write(boundary: boundary, to: &writer) }
      for element in layout.elements { write(element, threats[element] ?? [], to: &writer) }
      for flow in model.graph.flows { write(flow, threats[flow.entity] ?? [], to: &writer) }
    }
  }

  /// One method for the diagram, the first that the model chooses.
  private var diagramType: String {
    let methods = model.system.map { outgoing.words($0, .method) } ?? []
    let types = methods.map { word in
      word.hasPrefix("linddun") ? "LINDDUN" : word == "cia" ? "CIA" : "STRIDE"
    }
    if let system = model.system,
      Set(types).count > 1 || methods.contains(where: { $0.contains("-") })
    {
      outgoing.lose(
        .guessed, "method", system, methods.joined(separator: ", "),
        why: "a diagram of the format has one method, in general terms")
    }
    return types.first ?? "STRIDE"
  }

  // MARK: - Cells

  private func write(boundary: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(boundary)
    let depth = model.boundaries(around: boundary).reduce(0) { count, _ in count + 1 }
    writer.object { writer in
      writePlace(of: boundary, shape: "trust-boundary-box", zIndex: depth - 100, to: &writer)
      writer.object("attrs") { writer in
        writer.object("label") { writer in writer.field("text", model.title(boundary)) }
      }
      writer.object("data") { writer in
        writeNames(boundary, type: "tm.BoundaryBox", to: &writer)
        writer.field("isTrustBoundary", true)
        writer.field("hasOpenThreats", false)
      }
    }
  }

  private func write(
    _ element: EntityID, _ threats: [(number: Int, threat: OutgoingThreat)],
    to writer: inout JSONWriter
  ) {
    outgoing.carry(element)
    outgoing.loseDecomposition(of: element)
    let (shape, type) =
      switch model[element].keyword {
      case .external: ("actor", "tm.Actor")
      case .store: ("store", "tm.Store")
      default: ("process", "tm.Process")
      }
    writer.object { writer in
      writePlace(of: element, shape: shape, zIndex: 1, to: &writer)
      writer.object("attrs") { writer in
        writer.object("text") { writer in writer.field("text", model.title(element)) }
      }
      writer.object("data") { writer in
        writeNames(element, type: type, to: &writer)
        writeScope(element, to: &writer)
        if model[element].keyword == .store { writeFacts(ofStore: element, to: &writer) }
        if let privilege = outgoing.word(element, .privilege) {
          writer.field("privilegeLevel", privilege)
        }
        write(threats, to: &writer)
      }
    }
  }

  /// The format says `false` of all that is not encrypted, also where nobody said so.
  private func writeRefusal(_ id: EntityID, to writer: inout JSONWriter) {
    guard outgoing.refusesEncryption(id) else { return }
    writer.object("tm") { writer in writer.field("encrypted", "no") }
  }

  private func writeFacts(ofStore store: EntityID, to writer: inout JSONWriter) {
    writer.field("isEncrypted", outgoing.encrypted(store))
    writeRefusal(store, to: &writer)
    writer.field("isALog", outgoing.boolean(store, .log) ?? false)
    let secrets = model.references(store, .holds).filter(model.isSecret)
    if !secrets.isEmpty {
      outgoing.lose(
        .guessed, "secrets in a store", store, secrets.map(model.title).joined(separator: ", "),
        why: "the format says that it stores credentials, and not which")
    }
    writer.field("storesCredentials", !secrets.isEmpty)
  }

  private func write(
    _ flow: Flow, _ threats: [(number: Int, threat: OutgoingThreat)],
    to writer: inout JSONWriter
  ) {
    let id = flow.entity
    outgoing.carry(id)
    // It follows from where the boxes lie.
    outgoing.carry(id, .crosses)
    outgoing.loseInterfaces(of: flow)
    let title = model.ownTitle(id) ?? ""
    writer.object { writer in
      writer.field("id", cells[id] ?? "")
      writer.field("shape", "flow")
      writer.field("zIndex", 10)
      writer.field("visible", true)
      writer.field("connector", "smooth")
      writer.object("source") { writer in writer.field("cell", cells[flow.source] ?? "") }
      writer.object("target") { writer in writer.field("cell", cells[flow.target] ?? "") }
      writer.array("vertices") { _ in }
      writer.array("labels") { writer in
        if !title.isEmpty { writer.value(title) }
      }
      writer.object("attrs") { writer in
        writer.object("line") { writer in
          writer.field("stroke", "#333333")
          writer.object("targetMarker") { writer in writer.field("name", "block") }
          writer.object("sourceMarker") { writer in
            writer.field("name", flow.isTwoWay ? "block" : "")
          }
        }
      }
      writer.object("data") { writer in
        writer.field("type", "tm.Flow")
        writer.field("name", title)
        writer.field("description", outgoing.description(id) ?? "")
        writeScope(id, to: &writer)
        writer.field("isBidirectional", flow.isTwoWay)
        writer.field("isEncrypted", outgoing.encrypted(id))
        writeRefusal(id, to: &writer)
        writer.field("isPublicNetwork", outgoing.isPublic(flow))
        writer.field("protocol", outgoing.protocols(id))
        write(threats, to: &writer)
      }
    }
  }

  private func writePlace(
    of id: EntityID, shape: String, zIndex: Int, to writer: inout JSONWriter
  ) {
    writer.field("id", cells[id] ?? "")
    writer.field("shape", shape)
    writer.field("zIndex", zIndex)
    writer.field("visible", true)
    let place = layout.place(of: id)
    writer.object("position") { writer in
      writer.field("x", place?.left ?? 0)
      writer.field("y", place?.top ?? 0)
    }
    writer.object("size") { writer in
      writer.field("width", max(place?.width ?? 10, 10))
      writer.field("height", max(place?.height ?? 10, 10))
    }
  }

  private func writeNames(_ id: EntityID, type: String, to writer: inout JSONWriter) {
    writer.field("type", type)
    writer.field("name", model.title(id))
    writer.field("description", outgoing.description(id) ?? "")
  }

  private func writeScope(_ id: EntityID, to writer: inout JSONWriter) {
    let isOut = outgoing.boolean(id, .inScope) == false
    writer.field("outOfScope", isOut)
    // Why what is in scope leads to no hazard is another reason.
    writer.field("reasonOutOfScope", isOut ? outgoing.text(id, .because) ?? "" : "")
  }

  // MARK: - Threats

  private func write(
    _ threats: [(number: Int, threat: OutgoingThreat)], to writer: inout JSONWriter
  ) {
    writer.field("hasOpenThreats", threats.contains { $0.threat.status == .open })
    writer.array("threats") { writer in
      for (number, threat) in threats { write(threat, number, to: &writer) }
    }
  }

  private func write(_ threat: OutgoingThreat, _ number: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", StableUUID.of("tm:threat:\(threat.id)"))
      writer.field("number", number)
      writer.field("title", threat.title)
      writer.field("type", Self.type(of: threat.category))
      writer.field("modelType", Self.method(of: threat.category))
      writer.field("status", outgoing.threeStates(threat).rawValue)
      writer.field("severity", severity(of: threat))
      // Severity and score of the format are of the threat, and its status says that something answers it: what is left
      // after measures has no place there.
      writer.field("score", threat.assessed.initial?.text ?? "")
      writer.field("description", threat.scenario ?? threat.consequence ?? "")
      let answer = [threat.statusSentence, threat.answer(in: outgoing)].compactMap { $0 }
      // What would answer an open threat is no answer yet, and stands as what to do.
      writer.field(
        "mitigation", answer.isEmpty ? threat.advice ?? "" : answer.joined(separator: " "))
      // With this a file that comes back is the triage that it was.
      writer.object("tm") { writer in
        writer.field("threat", threat.markedName)
        writer.field("status", threat.status.rawValue)
        if let because = threat.because { writer.field("because", because) }
        // A vector says its scheme itself.
        if case .number(_, let scheme)? = threat.assessed.initial {
          writer.field("scoring", scheme.rawValue)
        }
      }
    }
  }

  private func severity(of threat: OutgoingThreat) -> String {
    guard let severity = outgoing.severity(of: threat) else { return "TBD" }
    if severity == .none {
      outgoing.losses.add(
        .guessed, "severity of a threat", at: threat.id, "none",
        why: "the lowest severity of the format is Low")
      return "Low"
    }
    return severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst()
  }

  private static func method(of category: ThreatCategory) -> String {
    if ThreatCategory.linddun.contains(category) { return "LINDDUN" }
    return ThreatCategory.cia.contains(category) ? "CIA" : "STRIDE"
  }

  /// As the menus of the program write it.
  private static func type(of category: ThreatCategory) -> String {
    switch category {
    case .linking: "Linkability"
    case .identifying: "Identifiability"
    case .detecting: "Detectability"
    case .dataDisclosure: "Disclosure of information"
    case .nonRepudiation: "Non-repudiation"
    case .nonCompliance: "Non-compliance"
    default:
      category.rawValue.prefix(1).uppercased()
        + category.rawValue.dropFirst().replacing("-", with: " ")
    }
  }
}
