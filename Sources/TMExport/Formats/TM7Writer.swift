// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMSyntax
import TMThreats

/// Writes a model of Microsoft's Threat Modeling Tool, version 4.3 of the format: one diagram of the whole
/// system, laid out as ours.
final class TM7Writer {
  let outgoing: OutgoingModel
  let model: Model
  let layout: DataFlowLayout
  let guids: [EntityID: String]
  var base: TM7KnowledgeBase
  private var objectCount = 0
  private let surface: String

  init(_ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    model = outgoing.model
    layout = DataFlowLayout(outgoing)
    surface = StableUUID.of("tm:surface")
    let flows = outgoing.model.graph.flows.map(\.entity)
    guids = outgoing.identities(
      layout.boundaries + layout.elements + flows, prefix: "tm7:", where: StableUUID.isUUID)
    let used = Set(outgoing.risks.threats.map(\.threat.category))
    base = TM7KnowledgeBase(
      categories: CategoryTable(model).all.filter {
        ThreatCategory.stride.contains($0) || used.contains($0)
      })
  }

  func bytes() -> [UInt8] {
    let threats = TM7ThreatInstances(outgoing, guids: guids, surface: surface)
    var writer = XMLWriter(.compact)
    writer.element(
      "ThreatModel", [("xmlns", TM7Namespace.model), ("xmlns:i", TM7Namespace.instance)]
    ) { writer in
      writer.element("DrawingSurfaceList") { writer in
        writer.element(
          "DrawingSurfaceModel", [("z:Id", nextID()), ("xmlns:z", TM7Namespace.serialization)],
          writeSurface)
      }
      writeInformation(to: &writer)
      writer.empty("Notes")
      threats.write(to: &writer)
      writer.element("ThreatGenerationEnabled", text: "true")
      writer.empty("Validations", [("xmlns:a", TM7Namespace.knowledgeBase)])
      writer.element("Version", text: "4.3")
      base.write(id: nextID(), to: &writer)
      writer.element("Profile") { writer in writer.empty("PromptedKb", [("xmlns", "")]) }
    }
    outgoing.nameRest()
    return writer.bytes
  }

  private func nextID() -> String {
    objectCount += 1
    return "i\(objectCount)"
  }

  // MARK: - The diagram

  private func writeSurface(to writer: inout XMLWriter) {
    var attributes = TM7Attributes()
    attributes.header("Diagram")
    attributes.text("Name", "", outgoing.title)
    writer.element("GenericTypeId", abstracts, text: "DRAWINGSURFACE")
    writer.element("Guid", abstracts, text: surface)
    attributes.write(to: &writer)
    writer.element("TypeId", abstracts, text: "DRAWINGSURFACE")
    writer.element("Borders", [("xmlns:a", TM7Namespace.arrays)]) { writer in
      for boundary in layout.boundaries { write(boundary: boundary, to: &writer) }
      for element in layout.elements { write(element: element, to: &writer) }
    }
    writer.element("Header", text: outgoing.title)
    writer.element("Lines", [("xmlns:a", TM7Namespace.arrays)]) { writer in
      var parallel: [String: Int] = [:]
      for flow in model.graph.flows { write(flow, &parallel, to: &writer) }
    }
    writer.element("Zoom", text: "1")
  }

  private let abstracts = [("xmlns", TM7Namespace.abstracts)]

  private func write(
    _ guid: String, shape: String, generic: String, type: String, _ attributes: TM7Attributes,
    to writer: inout XMLWriter, _ body: (inout XMLWriter) -> Void
  ) {
    writer.element("a:KeyValueOfguidanyType") { writer in
      writer.element("a:Key", text: guid)
      writer.element("a:Value", [("z:Id", nextID()), ("i:type", shape)]) { writer in
        writer.element("GenericTypeId", abstracts, text: generic)
        writer.element("Guid", abstracts, text: guid)
        attributes.write(to: &writer)
        writer.element("TypeId", abstracts, text: type)
        body(&writer)
      }
    }
  }

  private func writeBox(of id: EntityID, to writer: inout XMLWriter) {
    let place = layout.place(of: id)
    writer.element("Height", abstracts, text: "\(place?.height ?? 10)")
    writer.element("Left", abstracts, text: "\(place?.left ?? 0)")
    writer.empty("StrokeDashArray", abstracts + [("i:nil", "true")])
    writer.element("StrokeThickness", abstracts, text: "1")
    writer.element("Top", abstracts, text: "\(place?.top ?? 0)")
    writer.element("Width", abstracts, text: "\(place?.width ?? 10)")
  }

  private func write(boundary: EntityID, to writer: inout XMLWriter) {
    outgoing.carry(boundary)
    var attributes = TM7Attributes()
    attributes.header("Generic Trust Border Boundary")
    attributes.text("Name", "", model.title(boundary))
    write(
      guids[boundary] ?? "", shape: "BorderBoundary", generic: "GE.TB.B", type: "GE.TB.B",
      attributes, to: &writer
    ) { writer in writeBox(of: boundary, to: &writer) }
  }

  private func write(element: EntityID, to writer: inout XMLWriter) {
    outgoing.carry(element)
    outgoing.loseDecomposition(of: element)
    let (shape, generic) =
      switch model[element].keyword {
      case .external: ("StencilRectangle", "GE.EI")
      case .store: ("StencilParallelLines", "GE.DS")
      default: ("StencilEllipse", "GE.P")
      }
    var type = generic
    var header = TM7KnowledgeBase.generic.first { $0.id == generic }?.name ?? ""
    if let technology = outgoing.text(element, .technology) {
      let stencil = base.stencil(named: ImportedText.condensed(technology), of: generic)
      (type, header) = (stencil.id, stencil.name)
    }
    var attributes = TM7Attributes()
    attributes.header(header)
    attributes.text("Name", "", model.title(element))
    addScope(element, to: &attributes)
    addFacts(element, to: &attributes)
    write(
      guids[element] ?? "", shape: shape, generic: generic, type: type, attributes, to: &writer
    ) { writer in writeBox(of: element, to: &writer) }
  }

  // MARK: - Flows

  private func write(
    _ flow: Flow, _ parallel: inout [String: Int], to writer: inout XMLWriter
  ) {
    let id = flow.entity
    outgoing.carry(id)
    // It follows from where the boxes lie.
    outgoing.carry(id, .crosses)
    outgoing.loseInterfaces(of: flow)
    let attributes = attributes(of: flow)
    let guid = guids[id] ?? ""
    writeLine(guid, flow.source, flow.target, attributes, &parallel, to: &writer)
    if flow.isTwoWay {
      let back = Self.back(guid)
      outgoing.lose(
        .guessed, "flow in both directions", id, target: back,
        why: "flows of the format go one way: there are two")
      writeLine(back, flow.target, flow.source, attributes, &parallel, to: &writer)
    }
  }

  /// The id of the second line of a flow in both directions.
  static func back(_ guid: String) -> String { StableUUID.of("tm:back:\(guid)") }

  private func writeLine(
    _ guid: String, _ source: EntityID, _ target: EntityID,
    _ attributes: (all: TM7Attributes, type: String), _ parallel: inout [String: Int],
    to writer: inout XMLWriter
  ) {
    let line = TM7Line(from: layout.place(of: source), to: layout.place(of: target))
    let ends = [guids[source] ?? "", guids[target] ?? ""].sorted().joined()
    let handle = line.handle(number: parallel[ends, default: 0])
    parallel[ends, default: 0] += 1
    write(
      guid, shape: "Connector", generic: "GE.DF", type: attributes.type, attributes.all, to: &writer
    ) { writer in
      let fields: [(String, String)] = [
        ("HandleX", "\(handle.x)"), ("HandleY", "\(handle.y)"), ("PortSource", line.ports.source),
        ("PortTarget", line.ports.target), ("SourceGuid", guids[source] ?? ""),
        ("SourceX", "\(line.start.x)"), ("SourceY", "\(line.start.y)"),
        ("TargetGuid", guids[target] ?? ""), ("TargetX", "\(line.end.x)"),
        ("TargetY", "\(line.end.y)"),
      ]
      for (name, text) in fields { writer.element(name, abstracts, text: text) }
    }
  }

  // MARK: - About the model

  private func writeInformation(to writer: inout XMLWriter) {
    let system = model.system
    if let system { outgoing.carry(system) }
    let assumptions = outgoing.all(.assumption).map { id in
      outgoing.carry(id)
      return ImportedText.condensed(model.title(id))
    }
    let reviewers = system.map { outgoing.texts($0, .approver) } ?? []
    if let system, !reviewers.isEmpty {
      outgoing.lose(
        .guessed, "approver", system, reviewers.joined(separator: ", "),
        why: "the format has a reviewer")
    }
    if let system { outgoing.carry(system, .method) }
    let fields: [(String, String)] = [
      ("Assumptions", assumptions.joined(separator: "\n")), ("Contributors", ""),
      ("ExternalDependencies", ""),
      ("HighLevelSystemDescription", system.flatMap { outgoing.description($0) } ?? ""),
      ("Owner", system.flatMap { outgoing.text($0, .owner) } ?? ""),
      ("Reviewer", reviewers.joined(separator: ", ")), ("ThreatModelName", outgoing.title),
    ]
    writer.element("MetaInformation") { writer in
      for (name, text) in fields { writer.element(name, text: text) }
    }
  }
}
