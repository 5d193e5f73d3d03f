// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads the schema of the OWASP Threat Model Library (TM-BOM), version 1.0.
struct TMBOMReader {
  private let model: ImportedModel
  private let root: SourceCursor
  private var zones: [String: ImportedDeclaration] = [:]
  private var stores: [String: ImportedDeclaration] = [:]
  /// Elements by kind and name, since a name need be unique only among those of its kind.
  private var elements: [String: ImportedDeclaration] = [:]

  static func read(_ root: SourceCursor) throws(SourceFault) -> ImportedModel {
    let title = try root.field("scope")?.text("title") ?? "Imported model"
    var reader = TMBOMReader(model: ImportedModel(title: title), root: root)
    try reader.read()
    return reader.model
  }

  private mutating func read() throws(SourceFault) {
    let system = model.system
    system.add(.method, "stride")
    let description = try root.text("description")
    let scope = try root.field("scope")?.text("description")
    system.document(scope)
    if description != scope { system.document(description) }
    if let date = try root.word("reviewed_at", as: ImportedText.date) {
      system.add(.date, date)
    }
    system.add(.link, text: try root.text("repo_link"))
    system.add(.link, text: try root.text("release_docs_link"))
    let schema = try root.text("$schema") ?? ""
    if let version = Self.version(inSchema: schema) {
      model.losses.add(version: version, known: ["1.0"], at: "$schema", line: root.line)
    }
    try readZones()
    try readElements()
    try readDataSets()
    try readFlows()
    try readBoundaries()
    try TMBOMThreats(model, zones: zones, elements: elements).read(root)
  }

  /// The version in the address of a schema: `…/v1.0.2/threat-model.schema.json`; nil where it has none.
  private static func version(inSchema address: String) -> String? {
    address.split { "/-_@".contains($0) }.lazy.map { $0.first == "v" ? $0.dropFirst() : $0 }
      .first { part in
        let numbers = part.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count > 1 && numbers.allSatisfy { $0.allSatisfy(\.isNumber) && !$0.isEmpty }
      }.map(String.init)
  }

  /// An id of the file, which is one of the language as well.
  private func id(_ source: SourceCursor, orElse fallback: String) throws(SourceFault) -> String {
    model.names.id(try source.text("symbolic_name") ?? "", orElse: fallback)
  }

  // MARK: - Zones and elements

  private mutating func readZones() throws(SourceFault) {
    for zone in try root.list("trust_zones") {
      let name = try zone.text("symbolic_name") ?? zone.path
      let boundary = ImportedDeclaration(
        .boundary, try id(zone, orElse: "zone"), try zone.text("title"))
      boundary.document(try zone.text("description"))
      boundary.add(.link, text: "tmbom:\(name)")
      if zones[name] == nil {
        zones[name] = boundary
      } else {
        model.nameDouble(name, at: zone.path, line: zone.line, boundary)
      }
      model.add(boundary)
    }
  }

  private mutating func zone(_ source: SourceCursor) throws(SourceFault) -> ImportedDeclaration? {
    guard let name = try source.text("trust_zone") else { return nil }
    if let known = zones[name] { return known }
    let boundary = ImportedDeclaration(
      .boundary, model.names.id(name, orElse: "zone"),
      name.prefix(1).uppercased() + name.dropFirst())
    boundary.add(.link, text: "tmbom:\(name)")
    if name == "public" { boundary.add(.zone, "internet") }
    zones[name] = boundary
    model.add(boundary)
    model.losses.add(
      .guessed, "zone that is not declared", at: source.path, line: source.line, name,
      target: boundary.id ?? "",
      why: name == "public"
        ? "the format uses it without declaring it: the internet" : "it is used all the same")
    return boundary
  }

  private mutating func readElements() throws(SourceFault) {
    for actor in try root.list("actors") {
      let external = try element(.external, "actor", actor)
      let type = try actor.text("type") ?? ""
      if ["system", "third_party"].contains(type) {
        external.add(.technology, text: type == "system" ? nil : "third party")
      } else if !type.isEmpty {
        external.add(.human, "yes")
      }
      if !["", "user", "third_party"].contains(type) {
        model.losses.add(
          .guessed, "type of an actor", at: "\(actor.path).type", line: actor.line, type,
          target: external.id ?? "",
          why: type == "system" ? "nothing says what it is" : "taken for a person: `human: yes`")
      }
      if let permissions = try actor.text("permissions") {
        external.document("May: \(permissions)")
        model.losses.add(
          .keptAsText, "permissions", at: actor.path, line: actor.line, permissions,
          target: external.id ?? "", why: "there is no property for it; it stands as a text")
      }
      model.add(external, inside: try zone(actor))
    }
    var components: [(declaration: ImportedDeclaration, source: SourceCursor)] = []
    for component in try root.list("components") {
      let process = try element(.process, "component", component)
      process.add(.link, text: try component.text("repo_link"))
      components.append((process, component))
    }
    var zoneNames: [ObjectIdentifier: String] = [:]
    for (declaration, source) in components {
      zoneNames[ObjectIdentifier(declaration)] = try source.text("trust_zone")
    }
    var placements: [ImportedModel.Placement] = []
    for (declaration, source) in components {
      let name = try source.text("parent_component")
      let parent = name.flatMap { elements["component \($0)"] }
      if let name, parent == nil {
        model.loseUnknown("component", name, at: source, "parent_component", declaration)
      }
      let zone = try zone(source)
      if let parent, let own = zoneNames[ObjectIdentifier(declaration)],
        own != zoneNames[ObjectIdentifier(parent)]
      {
        model.losses.add(
          .dropped, "zone of a part", at: "\(source.path).trust_zone", line: source.line, own,
          target: declaration.id ?? "",
          why: "it lies in `\(parent.id ?? "")`, and so where that lies")
      }
      let outer = parent ?? zone
      placements.append(
        .init(
          declaration: declaration, outer: outer, fallback: zone, source: source.path,
          line: source.line))
    }
    model.place(placements)
    for source in try root.list("data_stores") {
      let store = try element(.store, "data_store", source)
      let kinds = [
        "sql": "sql", "key_value": "database", "document": "database", "object": "object-storage",
        "graph": "database", "time_series": "database",
      ]
      if let (type, kind) = try source.word("type", as: { type in kinds[type].map { (type, $0) } })
      {
        store.add(.kind, kind)
        if kind == "database" {
          model.losses.add(
            .guessed, "type of a store", at: source.path, line: source.line, type,
            target: store.id ?? "", why: "taken for `kind: database`")
        }
      }
      let technology = [try source.text("vendor"), try source.text("product")]
        .compactMap { $0 }.joined(separator: " ")
      store.add(.technology, text: technology)
      if let name = try source.text("symbolic_name"), stores[name] == nil { stores[name] = store }
      model.add(store, inside: try zone(source))
    }
  }

  private mutating func element(
    _ keyword: Keyword, _ type: String, _ source: SourceCursor
  ) throws(SourceFault) -> ImportedDeclaration {
    let name = try source.text("symbolic_name") ?? source.path
    let declaration = ImportedDeclaration(
      keyword, try id(source, orElse: keyword.word), try source.text("title"))
    declaration.document(try source.text("description"))
    declaration.add(.link, text: "tmbom:\(name)")
    let key = "\(type) \(name)"
    if elements[key] != nil {
      model.nameDouble(name, at: source.path, line: source.line, declaration)
    } else {
      elements[key] = declaration
    }
    return declaration
  }

  // MARK: - Data

  private func readDataSets() throws(SourceFault) {
    let classes = [
      "pii": "pii", "phi": "phi", "fin": "payment", "pci": "payment", "ip": "ip",
      "cred": "credentials", "biz": "workflow", "op": "telemetry", "gov": "other",
    ]
    /// Whether each placement in a store is encrypted.
    var encrypted: [String: [(isYes: Bool, placement: SourceCursor)]] = [:]
    for set in try root.list("data_sets") {
      let asset = ImportedDeclaration(.asset, try id(set, orElse: "asset"), try set.text("title"))
      asset.document(try set.text("description"))
      for word in try set.texts("data_sensitivity") {
        guard let name = classes[word] else {
          model.loseUnknown("sensitivity", word, at: set, "data_sensitivity", asset)
          continue
        }
        asset.add(.class, name)
        if ["biz", "op", "gov"].contains(word) {
          model.losses.add(
            .guessed, "sensitivity", at: set.path, line: set.line, word, target: asset.id ?? "",
            why: "taken for `class: \(name)`")
        }
      }
      if let name = try set.text("symbolic_name") { asset.add(.link, text: "tmbom:\(name)") }
      model.add(asset)
      for placement in try set.list("placements") {
        let name = try placement.text("data_store") ?? ""
        guard let store = stores[name], let id = asset.id else {
          model.losses.add(
            .dropped, "unknown data store", at: placement.path, line: placement.line, name,
            target: asset.id ?? "", why: "no data store has this name")
          continue
        }
        store.add(.holds, id)
        if let truth = try placement.truth("encrypted") {
          encrypted[name, default: []].append((truth, placement))
        }
      }
    }
    for (name, store) in stores.sorted(by: { $0.key < $1.key }) {
      guard let answers = encrypted[name] else { continue }
      let isYes = Set(answers.map(\.isYes))
      if isYes.count == 1, let answer = isYes.first {
        store.add(.encrypted, answer ? "yes" : "no")
        continue
      }
      for (isYes, placement) in answers {
        model.losses.add(
          .dropped, "encryption of a placement", at: "\(placement.path).encrypted",
          line: placement.line, "\(isYes)", target: store.id ?? "",
          why:
            "`\(name)` holds what is encrypted and what is not, and a store has one answer: it has none"
        )
      }
    }
  }

  private func readFlows() throws(SourceFault) {
    // What an export had to write although the model did not say it.
    let silent = try Set(root.field("extensions")?.texts(TMBOMMark.silent) ?? [])
    for source in try root.list("data_flows") {
      let title = try source.text("title")
      let ends = [try end(source, "source"), try end(source, "destination")]
      guard let from = ends[0], let to = ends[1] else {
        model.losses.add(
          .dropped, "flow with a loose end", at: source.path, line: source.line, title ?? "",
          why: "an end names no actor, component or data store")
        continue
      }
      let flow = ImportedDeclaration(
        .flow, try id(source, orElse: "flow"), DefaultTitles.isDefault(title) ? nil : title)
      flow.ends = .init(from, to, isTwoWay: false)
      flow.document(try source.text("description"))
      if let title, DefaultTitles.isDefault(title) {
        ImportedProtocol(title).add(to: flow)
        if ImportedProtocol(title).rest != nil {
          model.losses.add(
            .guessed, "default title", at: source.path, line: source.line, title,
            target: flow.id ?? "", why: "it says nothing about this flow, which has no title now")
        }
      }
      if try source.truth("encrypted") == true, !flow.isProtected { flow.add(.encrypted, "yes") }
      let isSilent = silent.contains(try source.text("symbolic_name") ?? "")
      if try source.truth("encrypted") == false, !isSilent { flow.add(.encrypted, "no") }
      if try source.truth("has_sensitive_data") == true {
        model.losses.add(
          .dropped, "sensitive data on a flow", at: source.path, line: source.line, title ?? "",
          target: flow.id ?? "", why: "which data is not said: state it as `carries`")
      }
      if let name = try source.text("symbolic_name") { flow.add(.link, text: "tmbom:\(name)") }
      model.add(flow)
    }
  }

  private func end(_ flow: SourceCursor, _ key: String) throws(SourceFault) -> String? {
    guard let end = try flow.field(key), let type = try end.text("type"),
      let name = try end.text("object")
    else { return nil }
    if let found = elements["\(type) \(name)"]?.id { return found }
    for other in ["actor", "component", "data_store"] {
      guard let found = elements["\(other) \(name)"]?.id else { continue }
      model.losses.add(
        .guessed, "kind of an end", at: end.path, line: end.line, "\(type) \(name)", target: found,
        why: "the file declares it as \(other)")
      return found
    }
    return nil
  }

  // MARK: - What guards a pair of zones

  private func readBoundaries() throws(SourceFault) {
    let pairs = try root.list("trust_boundaries")
    if pairs.isEmpty { return }
    let zoneOf = zoneNames
    var between: [Set<String>: [ImportedDeclaration]] = [:]
    for flow in model.all(.flow) {
      guard let ends = flow.ends else { continue }
      between[[zoneOf[ends.source] ?? "public", zoneOf[ends.target] ?? "public"], default: []]
        .append(flow)
    }
    for pair in pairs {
      let methods = try pair.texts("access_control_methods") + pair.texts("authentication_methods")
      let names = methods.filter { $0 != "none" }
      let sides = [try pair.text("trust_zone_a"), try pair.text("trust_zone_b")].compactMap { $0 }
      for key in ["access_control_methods", "authentication_methods"]
      where try pair.texts(key).contains("none") {
        model.losses.add(
          .dropped, "pair of zones without a guard", at: "\(pair.path).\(key)", line: pair.line,
          "none between \(sides.joined(separator: " and "))",
          why: "flows say that nobody logs in with `authenticated: no`, each for itself")
      }
      guard !names.isEmpty else { continue }
      // A control on the boundaries would answer for whatever else crosses them.
      let flows = between[Set(sides)] ?? []
      var seen: Set<String> = []
      for name in names where seen.insert(name).inserted {
        let between = "between \(sides.joined(separator: " and "))"
        guard !flows.isEmpty else {
          model.losses.add(
            .dropped, "guard of a pair of zones", at: pair.path, line: pair.line, name,
            why: "no flow runs \(between)")
          continue
        }
        let isLogin = try pair.texts("authentication_methods").contains(name)
        let title = "\(name.replacing("_", with: " ").uppercased()) \(between)"
        let control = ImportedDeclaration(
          .control, model.names.id("c \(title)", orElse: "control"), title)
        control.add(.mitigates, isLogin ? "spoofing" : "elevation-of-privilege")
        control.add(.status, "implemented")
        model.add(control)
        for flow in flows { if let id = control.id { flow.add(.controls, id) } }
        model.losses.add(
          .guessed, "guard of a pair of zones", at: pair.path, line: pair.line, name,
          target: control.id ?? "",
          why: "the \(flows.count) flows \(between) have a control for it")
      }
    }
  }

  /// The names of the zones that elements lie in, by the ids of these; one outside of all has none.
  private var zoneNames: [String: String] {
    let names = Dictionary(
      zones.map { (ObjectIdentifier($0.value), $0.key) }, uniquingKeysWith: { first, _ in first })
    var found: [String: String] = [:]
    for element in elements.values {
      guard let id = element.id else { continue }
      var place = model.around(element)
      while let current = place {
        if let name = names[ObjectIdentifier(current)] {
          found[id] = name
          break
        }
        place = model.around(current)
      }
    }
    return found
  }
}
