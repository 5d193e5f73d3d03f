// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads threat models in CycloneDX as far as they are published: components of the type `threat-model`, whose
/// properties are named `cdx:model:…`.
struct CycloneDXReader {
  private let model: ImportedModel
  private var entries: [Entry] = []
  private var declared: [String: ImportedDeclaration] = [:]
  private var data: [String: ImportedDeclaration] = [:]

  /// A component of the model, its properties by name.
  private struct Entry {
    let source: SourceCursor
    let ref: String
    let name: String?
    let description: String?
    /// A name may stand several times.
    let properties: [(name: String, value: SourceCursor)]
    let type: String

    /// A property, which is looked at by that; of several of its name the first.
    func value(_ name: String) throws(SourceFault) -> String? {
      guard
        let text = try properties.first(where: { $0.name == "cdx:model:\(name)" })?.value.scalar()
      else { return nil }
      return text.contains { !$0.isWhitespace } ? text : nil
    }

    /// All properties of a name.
    func values(_ name: String) throws(SourceFault) -> [String] {
      var found: [String] = []
      for property in properties where property.name == "cdx:model:\(name)" {
        let text = try property.value.scalar()
        if text.contains(where: { !$0.isWhitespace }) { found.append(text) }
      }
      return found
    }

    /// Whether a property, which is a text as all are, says yes.
    func isTrue(_ name: String) throws(SourceFault) -> Bool {
      ["true", "yes", "1"].contains(try value(name)?.lowercased())
    }
  }

  /// Whether a file has a threat model in it.
  static func isThreatModel(_ root: SourceCursor) throws(SourceFault) -> Bool {
    for component in try root.list("components") {
      if case .scalar(let type)? = try component.field("type")?.node.content,
        type == "threat-model"
      {
        return true
      }
    }
    return false
  }

  static func read(_ root: SourceCursor, fileName: String) throws(SourceFault) -> ImportedModel {
    let component = try root.field("metadata", "component")
    let outer = try root.list("components")
    // Either one component holds the parts of the model, or they stand beside one another.
    var models: [SourceCursor] = []
    var isFlat = false
    for part in outer where try part.text("type") == "threat-model" {
      models.append(part)
      if try Self.isPart(part) { isFlat = true }
    }
    let first = isFlat ? nil : try models.first?.text("name")
    let named = try component?.text("name")
    let title = first ?? named ?? fileName
    var reader = CycloneDXReader(model: ImportedModel(title: title))
    try root.ignore("bomFormat", "serialNumber", "version", "$schema")
    try root.field("metadata")?.ignore("timestamp", "tools", "lifecycles")
    try component?.ignore("type", "bom-ref")
    reader.model.losses.add(
      version: try root.text("specVersion"), known: ["1.5", "1.6", "1.7"], at: "specVersion",
      line: root.line)
    reader.model.system.add(.method, "stride")
    for threatModel in models {
      if isFlat {
        try reader.collect(threatModel, depth: 0)
        continue
      }
      reader.model.system.document(try threatModel.text("description"))
      try threatModel.ignore("bom-ref", "name")
      for part in try threatModel.list("components") { try reader.collect(part, depth: 0) }
    }
    try reader.declare()
    return reader.model
  }

  /// Whether a component says what part of a model it is.
  private static func isPart(_ source: SourceCursor) throws(SourceFault) -> Bool {
    for property in try source.list("properties")
    where try property.text("name") == "cdx:model:type" {
      return try property.text("value")?.lowercased() != "threat-model"
    }
    return false
  }

  private mutating func collect(_ source: SourceCursor, depth: Int) throws(SourceFault) {
    var properties: [(name: String, value: SourceCursor)] = []
    for property in try source.list("properties") {
      guard let name = try property.text("name"), let value = try property.field("value") else {
        continue
      }
      properties.append((name, value))
    }
    let type = try properties.first { $0.name == "cdx:model:type" }?.value.scalar() ?? ""
    try source.ignore("type")
    entries.append(
      Entry(
        source: source, ref: try source.text("bom-ref") ?? source.path,
        name: try source.text("name"), description: try source.text("description"),
        properties: properties, type: type.lowercased()))
    for part in try source.list("components") { try collect(part, depth: depth + 1) }
  }

  private mutating func declare() throws(SourceFault) {
    for entry in entries where entry.type == "data" { try declareData(entry) }
    try declareParts()
    for entry in entries where entry.type == "data" { try addUses(ofData: entry) }
    for entry in entries where entry.type == "dataflow" { try declareFlow(entry) }
    for entry in entries {
      for (name, value) in entry.properties where !value.node.isRead {
        guard case .scalar(let text) = value.node.content, !text.isEmpty else { continue }
        value.ignore()
        model.losses.add(
          .dropped, name, at: value.path, line: value.line, text,
          why: "there is no place for it in a model")
      }
    }
  }

  // MARK: - Parts

  private func declaration(_ keyword: Keyword, _ entry: Entry) -> ImportedDeclaration {
    let title = entry.name.map { ImportedText.withoutTags($0) }
    let declaration = ImportedDeclaration(
      keyword, model.names.id(title ?? "", orElse: keyword.word), title)
    declaration.document(entry.description.map { ImportedText.withoutTags($0) })
    declaration.add(.link, text: "cdx:\(entry.ref)")
    return declaration
  }

  private mutating func declareData(_ entry: Entry) throws(SourceFault) {
    let asset = declaration(.asset, entry)
    if data[entry.ref] == nil {
      data[entry.ref] = asset
    } else {
      model.nameDouble(entry.ref, at: entry.source.path, line: entry.source.line, asset)
    }
    model.add(asset)
  }

  /// Data says as well who keeps and who handles it.
  private func addUses(ofData entry: Entry) throws(SourceFault) {
    guard let asset = data[entry.ref], let id = asset.id else { return }
    for (key, property) in [("processedBy", Property.handles), ("storedBy", .holds)] {
      for ref in try entry.values(key) {
        guard let part = declared[ref], part.takes(property) else {
          lose(
            "user of data", ref, entry, asset,
            "no component has this reference, or it takes no data of this kind")
          continue
        }
        part.add(property, id)
      }
    }
  }

  private mutating func declareParts() throws(SourceFault) {
    var parts: [(declaration: ImportedDeclaration, entry: Entry)] = []
    for entry in entries where !["data", "dataflow"].contains(entry.type) {
      let keyword: Keyword
      switch entry.type {
      case "boundary": keyword = .boundary
      case "actor", "external", "externalentity": keyword = .external
      case "datastore", "store": keyword = .store
      case "diagram":
        model.losses.add(
          .dropped, "diagram", at: entry.source.path, line: entry.source.line, entry.name ?? "",
          why: "pictures are drawn anew; declare a `view` for it")
        entry.source.ignore()
        continue
      default: keyword = .process
      }
      let part = declaration(keyword, entry)
      if !["boundary", "actor", "datastore", "process", "server", "lambda"].contains(entry.type) {
        model.losses.add(
          .guessed, "type of a component", at: entry.source.path, line: entry.source.line,
          entry.type, target: part.id ?? "", why: "taken for \(keyword.phrase)")
      }
      if declared[entry.ref] == nil {
        declared[entry.ref] = part
      } else {
        model.nameDouble(entry.ref, at: entry.source.path, line: entry.source.line, part)
      }
      try addFacts(entry, part)
      parts.append((part, entry))
    }
    var placements: [ImportedModel.Placement] = []
    for (part, entry) in parts {
      let ref = try entry.value("inBoundary")
      let outer = ref.flatMap { declared[$0] }
      if let ref, outer?.keyword != .boundary {
        lose(
          "unknown boundary", ref, entry, part, "no boundary has this reference; it lies in none")
      }
      placements.append(
        .init(
          declaration: part, outer: outer?.keyword == .boundary ? outer : nil,
          source: entry.source.path, line: entry.source.line))
    }
    model.place(placements)
  }

  private func addFacts(_ entry: Entry, _ part: ImportedDeclaration) throws(SourceFault) {
    let id = part.id ?? ""
    if part.keyword == .external {
      part.add(.human, "yes")
      model.losses.add(
        .guessed, "actor", at: entry.source.path, line: entry.source.line, entry.name ?? "",
        target: id, why: "it is taken for a person: `human: yes`")
    }
    if part.takes(.technology) {
      let names = [try entry.value("platform"), try entry.value("OS")].compactMap { $0 }
      part.add(.technology, text: names.isEmpty ? nil : names.joined(separator: " on "))
    }
    try addScopeAndEncryption(entry, part)
    if part.keyword == .store, try entry.isTrue("datastore:isSql") {
      part.add(.kind, "sql")
    }
    if let text = try entry.value("risk:trustRating") {
      if part.keyword == .boundary, let rating = Double(text), rating.isFinite {
        model.addTrust(rating, to: part, at: entry.source.path, line: entry.source.line)
      } else {
        lose("trust rating", text, entry, part, "it is a number of a boundary")
      }
    }
    for (key, title, category) in [
      ("isHardened", "Hardening", "elevation-of-privilege"),
      ("hasAccessControl", "Access control", "elevation-of-privilege"),
    ] where part.takes(.controls) {
      guard try entry.isTrue(key) else { continue }
      part.add(.controls, control(title, category, entry, id))
    }
    for (key, property) in [("processedBy", Property.handles), ("storedBy", .holds)] {
      for ref in try entry.values(key) {
        guard let asset = data[ref]?.id, part.takes(property) else {
          lose(
            "data of a component", ref, entry, part,
            "no data has this reference, or none stands there")
          continue
        }
        part.add(property, asset)
      }
    }
    model.addTags(try entry.values("tag"), to: part, at: entry.source)
    for side in ["x", "y", "width", "height"] { _ = try entry.value("shape:\(side)") }
  }

  private func addScopeAndEncryption(
    _ entry: Entry, _ part: ImportedDeclaration
  ) throws(SourceFault) {
    let inScope = try entry.value("inScope")?.lowercased()
    if ["false", "no", "0"].contains(inScope) {
      model.putOutOfScope(part, reason: nil, at: entry.source.path, line: entry.source.line)
    }
    if part.takes(.encrypted), !part.has(.encrypted), try entry.isTrue("isEncrypted") {
      part.add(.encrypted, "yes")
    }
  }

  private func lose(
    _ what: String, _ value: String, _ entry: Entry, _ declaration: ImportedDeclaration,
    _ why: String
  ) {
    model.losses.add(
      .dropped, what, at: entry.source.path, line: entry.source.line, value,
      target: declaration.id ?? "", why: why)
  }

  private func control(
    _ title: String, _ category: String, _ entry: Entry, _ target: String
  ) -> String {
    model.losses.add(
      .guessed, "control", at: entry.source.path, line: entry.source.line, title, target: target,
      why: "how it is done is not said; a control that mitigates \(category) stands for it")
    let key = "fact \(title)"
    if let known = model.made[key]?.id { return known }
    let control = ImportedDeclaration(
      .control, model.names.id("c \(title)", orElse: "control"), title)
    control.add(.mitigates, category)
    control.add(.status, "implemented")
    model.made[key] = control
    model.add(control)
    return control.id ?? "control"
  }

  // MARK: - Flows

  private func declareFlow(_ entry: Entry) throws(SourceFault) {
    let sourceRef = try entry.value("dataflow:source")
    let targetRef = try entry.value("dataflow:destination")
    let ends = [sourceRef, targetRef].map { $0.flatMap { declared[$0] } }
    guard let source = ends[0], let target = ends[1], source.keyword.isElement,
      target.keyword.isElement, let from = source.id, let to = target.id
    else {
      model.losses.add(
        .dropped, "flow with a loose end", at: entry.source.path, line: entry.source.line,
        entry.name ?? "", why: "an end names no element")
      return
    }
    let flow = declaration(.flow, entry)
    let key = "flow \(entry.ref)"
    if model.made[key] == nil {
      model.made[key] = flow
    } else {
      model.nameDouble(entry.ref, at: entry.source.path, line: entry.source.line, flow)
    }
    flow.ends = .init(
      from, to, isTwoWay: try entry.isTrue("dataflow:isBidirectional"))
    if let text = try entry.value("dataflow:protocol") {
      let read = ImportedProtocol(text)
      read.add(to: flow)
      if let rest = read.rest {
        model.keep(
          "protocol", rest, as: "Protocol: \(rest)", at: entry.source.path,
          line: entry.source.line, in: flow, why: "it is no protocol that is known here")
      }
    }
    if let text = try entry.value("dataflow:port:destination") {
      if let port = Int(text), (1...65535).contains(port) {
        if !flow.has(.port) { flow.add(.port, String(port)) }
      } else {
        lose("port", text, entry, flow, "a port is a whole number from 1 to 65535")
      }
    }
    try addScopeAndEncryption(entry, flow)
    for text in try entry.values("dataflow:data") {
      if let asset = data[text]?.id {
        flow.add(.carries, asset)
      } else {
        flow.add(.carries, asset(text, entry))
      }
    }
    model.addTags(try entry.values("tag"), to: flow, at: entry.source)
    model.add(flow)
  }

  /// The asset that a text about the data of a flow describes.
  private func asset(_ text: String, _ entry: Entry) -> String {
    let key = "asset \(ImportedText.condensed(text).lowercased())"
    if let known = model.made[key]?.id { return known }
    let asset = ImportedDeclaration(
      .asset, model.names.id(text, orElse: "data"), ImportedText.firstSentence(of: text))
    model.made[key] = asset
    model.add(asset)
    model.losses.add(
      .guessed, "data of a flow", at: entry.source.path, line: entry.source.line, text,
      target: asset.id ?? "", why: "an asset stands for the text; state its class")
    return asset.id ?? "data"
  }
}
