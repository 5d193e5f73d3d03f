// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMScoring
import TMSyntax
import TMThreats
import TMWriting

/// Writes Open Threat Model 0.2 as JSON.
///
/// Ids are the paths of the model. What OTM has no field for stands as texts in `attributes`.
struct OTMWriter {
  private let outgoing: OutgoingModel
  private let model: Model
  /// The id of a zone for what lies in no boundary; nil where all lies in one.
  private let outside: String?

  init(_ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    model = outgoing.model
    let isLoose = outgoing.elements.contains { outgoing.boundary(around: $0) == nil }
    let taken = (outgoing.all(.boundary) + outgoing.elements).map(outgoing.path)
    var names = NameTable(taken: taken)
    outside = isLoose ? names.unique("outside") : nil
  }

  func bytes() -> [UInt8] {
    let threats = outgoing.threats(with: [.cwe, .because])
    var byPlace: [EntityID: [OutgoingThreat]] = [:]
    for threat in threats { byPlace[threat.place, default: []].append(threat) }
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("otmVersion", "0.2.0")
      writer.object("project", writeProject)
      writer.array("assets") { writer in
        for asset in outgoing.all(.asset) { write(asset: asset, to: &writer) }
      }
      writer.array("trustZones") { writer in
        for boundary in outgoing.all(.boundary) { write(zone: boundary, to: &writer) }
        if let outside { write(outside: outside, to: &writer) }
      }
      writer.array("components") { writer in
        for element in outgoing.elements { write(element, byPlace[element] ?? [], to: &writer) }
      }
      writer.array("dataflows") { writer in
        for flow in model.graph.flows { write(flow, byPlace[flow.entity] ?? [], to: &writer) }
      }
      writer.array("threats") { writer in
        for threat in threats { write(definition: threat, to: &writer) }
      }
      writer.array("mitigations") { writer in
        for control in outgoing.all(.control) { write(control: control, to: &writer) }
      }
    }
    outgoing.nameRest()
    return writer.takeBytes()
  }

  private func writeProject(to writer: inout JSONWriter) {
    writer.field("name", outgoing.title)
    writer.field("id", outgoing.name)
    guard let system = model.system else { return }
    outgoing.carry(system)
    if let text = outgoing.description(system) { writer.field("description", text) }
    if let owner = outgoing.text(system, .owner) { writer.field("owner", owner) }
    writeTags(system, to: &writer)
    writeRest(system, to: &writer)
  }

  // MARK: - Assets and zones

  private func write(asset: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(asset)
    writer.object { writer in
      writeHead(asset, to: &writer)
      writer.object("risk") { writer in
        let levels: [(StaticString, Property)] = [
          ("confidentiality", .confidentiality), ("integrity", .integrity),
          ("availability", .availability),
        ]
        for (key, property) in levels {
          writer.field(key, level(asset, property))
        }
      }
      writeRest(asset, to: &writer)
    }
  }

  /// 0 to 100. What nobody stated counts as the worst, so that no reader takes it for harmless.
  private func level(_ asset: EntityID, _ property: Property) -> Int {
    switch outgoing.word(asset, property) {
    case "none"?: return 0
    case "low"?: return 33
    case "medium"?: return 66
    case "high"?: return 100
    default:
      outgoing.lose(
        .guessed, "asset \(property.word)", asset, "100",
        why: "the format demands a number and nobody stated one: it counts as the worst")
      return 100
    }
  }

  private func write(zone: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(zone)
    writer.object { writer in
      writeHead(zone, to: &writer)
      writer.object("risk") { writer in
        outgoing.carry(zone, .trust)
        if let trust = model.trust(zone) {
          if model.number(zone, .trust) == nil {
            outgoing.lose(
              .guessed, "trust of a boundary", zone, "\(trust * 10)",
              why: "it is that of its zone or of what lies around it")
          }
          writer.field("trustRating", trust * 10)
        } else {
          outgoing.lose(
            .guessed, "trust of a boundary", zone, "0",
            why: "the format demands a number and nobody stated one: it counts as the least")
          writer.field("trustRating", 0)
        }
      }
      if let parent = outgoing.boundary(around: zone) {
        writer.object("parent") { writer in writer.field("trustZone", outgoing.path(parent)) }
      }
      writeRest(zone, to: &writer)
    }
  }

  private func write(outside id: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("name", "Outside of every boundary")
      writer.object("risk") { writer in writer.field("trustRating", 0) }
    }
  }

  // MARK: - Elements and flows

  private func write(
    _ element: EntityID, _ threats: [OutgoingThreat], to writer: inout JSONWriter
  ) {
    outgoing.carry(element)
    writer.object { writer in
      writeHead(element, to: &writer)
      let type = Self.type(element, model)
      outgoing.carry(element, .human)
      outgoing.lose(
        .keptAsText, "kind of an element", element, type,
        why: "the format has components of all kinds; the word stands as its type")
      writer.field("type", type)
      writer.object("parent") { writer in write(parentOf: element, to: &writer) }
      let held = outgoing.references(element, .holds)
      let handled = outgoing.references(element, .handles)
      writer.object("assets") { writer in
        writer.field("processed", handled.map(outgoing.path))
        writer.field("stored", held.map(outgoing.path))
      }
      writeInstances(threats, to: &writer)
      writeTags(element, to: &writer)
      writeRest(element, to: &writer)
    }
  }

  private func write(parentOf element: EntityID, to writer: inout JSONWriter) {
    let around = model[element].parent
    if let around, model[around].keyword == .process {
      writer.field("component", outgoing.path(around))
    } else if let boundary = outgoing.boundary(around: element) {
      writer.field("trustZone", outgoing.path(boundary))
    } else if let outside {
      outgoing.lose(
        .guessed, "element outside of boundaries", element, target: outside,
        why: "the format wants a zone around it: it lies in one that the model does not have")
      writer.field("trustZone", outside)
    }
  }

  private static func type(_ element: EntityID, _ model: Model) -> String {
    switch model[element].keyword {
    case .external: model.boolean(element, .human) == true ? "external-human" : "external-system"
    case .store: "data-store"
    default: "process"
    }
  }

  private func write(
    _ flow: Flow, _ threats: [OutgoingThreat], to writer: inout JSONWriter
  ) {
    let id = flow.entity
    outgoing.carry(id)
    // It follows from where the ends lie.
    outgoing.carry(id, .crosses)
    writer.object { writer in
      writer.field("id", outgoing.path(id))
      writer.field(
        "name", model.ownTitle(id) ?? "\(model.title(flow.source)) to \(model.title(flow.target))")
      if let text = outgoing.description(id) { writer.field("description", text) }
      writer.field("bidirectional", flow.isTwoWay)
      writer.field("source", outgoing.path(flow.source))
      writer.field("destination", outgoing.path(flow.target))
      outgoing.loseInterfaces(of: flow)
      writer.field("assets", outgoing.references(id, .carries).map(outgoing.path))
      writeInstances(threats, to: &writer)
      writeTags(id, to: &writer)
      writeRest(id, to: &writer)
    }
  }

  private func writeHead(_ id: EntityID, to writer: inout JSONWriter) {
    writer.field("id", outgoing.path(id))
    writer.field("name", model.title(id))
    if let text = outgoing.description(id) { writer.field("description", text) }
  }

  private func writeTags(_ id: EntityID, to writer: inout JSONWriter) {
    let tags = outgoing.words(id, .tags)
    if !tags.isEmpty { writer.field("tags", tags) }
  }

  private func writeRest(_ id: EntityID, to writer: inout JSONWriter) {
    let rest = outgoing.rest(of: id)
    guard !rest.isEmpty else { return }
    writer.object("attributes") { writer in
      for (property, text) in rest { writer.field(named: property.word, text) }
    }
  }

  // MARK: - Threats and controls

  private func writeInstances(_ threats: [OutgoingThreat], to writer: inout JSONWriter) {
    guard !threats.isEmpty else { return }
    writer.array("threats") { writer in
      for threat in threats {
        writer.object { writer in
          writer.field("threat", threat.id)
          writer.field("state", threat.status.rawValue)
          guard !threat.controls.isEmpty else { return }
          if let triage = threat.assessed.threat.triage { outgoing.carry(triage, .controls) }
          writer.array("mitigations") { writer in
            for control in threat.controls {
              writer.object { writer in
                writer.field("mitigation", outgoing.path(control))
                writer.field("state", state(control))
              }
            }
          }
        }
      }
    }
  }

  /// The words that tools of the format use.
  private func state(_ control: EntityID) -> String {
    switch model.standing(ofControl: control) {
    case "proposed": "recommended"
    case "planned", "unstated", "failed": "required"
    default: "implemented"
    }
  }

  private func write(definition threat: OutgoingThreat, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", threat.id)
      writer.field("name", threat.title)
      let triage = threat.assessed.threat.triage
      let description = [threat.scenario, threat.consequence, threat.advice, threat.because]
        .compactMap { $0 }.joined(separator: "\n")
      if !description.isEmpty { writer.field("description", description) }
      writer.field("categories", threat.assessed.threat.categories.map(\.rawValue))
      if !threat.cwe.isEmpty { writer.field("cwes", threat.cwe.map { "CWE-\($0)" }) }
      writer.object("risk") { writer in
        let likelihood: Int? =
          switch threat.assessed.currentExploitability {
          case .low?: 33
          case .medium?: 66
          case .high?: 100
          case nil: nil
          }
        writer.field("likelihood", likelihood)
        write(impactOf: threat, to: &writer)
      }
      let rest = triage.map(outgoing.rest(of:)) ?? []
      // With these a file that comes back is the triage that it was.
      writer.object("attributes") { writer in
        let about = threat.placeAmongAssets
        writer.field(named: OTMMark.threat, threat.markedName(at: about))
        if about != threat.place { writer.field(named: OTMMark.about, outgoing.path(about)) }
        if let because = threat.because { writer.field(named: OTMMark.because, because) }
        if let answer = threat.answer(in: outgoing) {
          writer.field(named: OTMMark.answer, answer)
        }
        for (property, text) in rest { writer.field(named: property.word, text) }
      }
    }
  }

  private func write(impactOf threat: OutgoingThreat, to writer: inout JSONWriter) {
    if let score = threat.assessed.current?.score {
      writer.field("impact", score.tenths)
      outgoing.losses.add(
        .guessed, "score of a threat", at: threat.id, score.description,
        why: "the format has an impact from 0 to 100; the score stands there, ten times")
      return
    }
    let impact: Int? =
      switch threat.severity {
      case .none?: 0
      case .low?: 25
      case .medium?: 50
      case .high?: 75
      case .critical?: 100
      case nil: nil
      }
    writer.field("impact", impact ?? 100)
    if impact == nil { writer.field("impactComment", "Nobody rated it.") }
    outgoing.losses.add(
      .guessed, "impact of a threat", at: threat.id, "\(impact ?? 100)",
      why: impact == nil
        ? "the format demands a number and nobody rated it: it counts as the worst"
        : "the format demands a number; it is made of the severity")
  }

  private func write(control: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(control)
    writer.object { writer in
      writeHead(control, to: &writer)
      outgoing.lose(
        .guessed, "risk reduction", control, "0",
        why: "the format demands a number, and how much a control reduces is not in a model")
      writer.field("riskReduction", 0)
      writeRest(control, to: &writer)
    }
  }
}
