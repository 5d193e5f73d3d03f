// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads the Open Threat Model format, versions 0.1 and 0.2.
struct OTMReader {
  let model: ImportedModel
  private let root: SourceCursor
  private var zones: [String: ImportedDeclaration] = [:]
  private var components: [String: ImportedDeclaration] = [:]
  private(set) var assets: [String: ImportedDeclaration] = [:]
  private var threats: [String: SourceCursor] = [:]
  private var mitigations: [String: SourceCursor] = [:]
  /// The controls that an export wrote.
  private var returned: Set<ObjectIdentifier> = []
  /// What stands in `attributes`, with what it is about.
  private var attributes: [(source: SourceCursor, declaration: ImportedDeclaration)] = []

  static func read(_ root: SourceCursor) throws(SourceFault) -> ImportedModel {
    let project = try root.field("project")
    var reader = OTMReader(
      model: ImportedModel(title: try project?.text("name") ?? "Imported model"), root: root)
    try reader.read(project)
    return reader.model
  }

  private mutating func read(_ project: SourceCursor?) throws(SourceFault) {
    let system = model.system
    system.add(.owner, text: try project?.text("owner"))
    system.document(try project?.prose("description"))
    if let id = try project?.text("id") { system.add(.link, text: "otm:\(id)") }
    model.losses.add(
      version: try root.text("otmVersion"), known: ["0.1", "0.2"], at: "otmVersion",
      line: root.line)
    // Where things are drawn is layout; it is laid out anew.
    for list in ["trustZones", "components", "dataflows"] {
      for element in try root.list(list) {
        for shown in try element.list("representations") {
          try shown.ignore("id", "name", "representation", "position", "size")
        }
      }
    }
    // The second of an id is that of nothing, and stays unread.
    for threat in try root.list("threats") {
      if let id = try threat.text("id"), threats[id] == nil { threats[id] = threat }
    }
    for mitigation in try root.list("mitigations") {
      if let id = try mitigation.text("id"), mitigations[id] == nil { mitigations[id] = mitigation }
    }
    try readAssets()
    try readZones()
    try readComponents()
    try readFlows()
    try readUnusedMitigations()
    if let project { try addProperties(project, system) }
    try readAttributes()
    if !system.has(.method) { system.add(.method, "stride") }
  }

  // MARK: - Assets

  private mutating func readAssets() throws(SourceFault) {
    for asset in try root.list("assets") {
      let name = try asset.text("name")
      let declaration = ImportedDeclaration(
        .asset, model.names.id(name ?? "", orElse: "asset"), name)
      declaration.document(try asset.prose("description"))
      let id = try asset.text("id") ?? ""
      if assets[id] != nil { model.nameDouble(id, at: asset.path, line: asset.line, declaration) }
      assets[id] = assets[id] ?? declaration
      declaration.add(.link, text: "otm:\(id)")
      if let risk = try asset.field("risk") {
        let levels: [(String, Property)] = [
          ("confidentiality", .confidentiality), ("integrity", .integrity),
          ("availability", .availability),
        ]
        for (key, property) in levels {
          guard let number = try risk.number(key) else { continue }
          declaration.add(property, OTMKinds.level(number))
          model.losses.add(
            .guessed, "asset risk", at: "\(risk.path).\(key)", line: risk.line,
            try risk.text(key) ?? "",
            target: declaration.id ?? "",
            why: "0 is `none`, to 33 `low`, to 66 `medium`, above `high`")
        }
        declaration.document(try risk.text("comment"))
      }
      try addProperties(asset, declaration)
      model.add(declaration)
    }
  }

  // MARK: - Zones and components

  private mutating func readZones() throws(SourceFault) {
    var order: [(declaration: ImportedDeclaration, source: SourceCursor)] = []
    for zone in try root.list("trustZones") {
      let name = try zone.text("name")
      let declaration = ImportedDeclaration(
        .boundary, model.names.id(name ?? "", orElse: "zone"), name)
      declaration.document(try zone.prose("description"))
      let id = try zone.text("id") ?? ""
      if zones[id] != nil { model.nameDouble(id, at: zone.path, line: zone.line, declaration) }
      zones[id] = zones[id] ?? declaration
      declaration.add(.link, text: "otm:\(id)")
      if let risk = try zone.field("risk"), let rating = try risk.number("trustRating") {
        model.addTrust(rating, to: declaration, at: "\(risk.path).trustRating", line: risk.line)
      }
      try addProperties(zone, declaration)
      order.append((declaration, zone))
    }
    var placements: [ImportedModel.Placement] = []
    for (declaration, source) in order {
      let parent = try source.field("parent")
      let name = try parent?.text("trustZone")
      let outer = name.flatMap { zones[$0] }
      if let name, outer == nil {
        model.loseUnknown("zone", name, at: source, "parent", declaration)
      }
      if let component = try parent?.text("component") {
        model.losses.add(
          .dropped, "zone in a component", at: source.path, line: source.line, component,
          target: declaration.id ?? "",
          why: "a boundary stands only in a boundary; it was put beside")
      }
      placements.append(
        .init(declaration: declaration, outer: outer, source: source.path, line: source.line))
    }
    model.place(placements)
  }

  private mutating func readComponents() throws(SourceFault) {
    let all = try root.list("components")
    var parents: Set<String> = []
    for component in all {
      if let parent = try component.field("parent")?.text("component") { parents.insert(parent) }
    }
    var pending: [(source: SourceCursor, keyword: Keyword)] = []
    var declarations: [ImportedDeclaration] = []
    for component in all {
      let id = try component.text("id") ?? component.path
      let type = try component.text("type") ?? ""
      let name = try component.text("name")
      var keyword = OTMKinds.kind(type, name ?? "")
      if parents.contains(id), keyword != .process { keyword = .process }
      let declaration = ImportedDeclaration(
        keyword, model.names.id(name ?? "", orElse: keyword.word), name)
      declaration.document(try component.prose("description"))
      if OTMKinds.own[type] == nil { declaration.add(.technology, text: type) }
      if type == "external-human", keyword == .external { declaration.add(.human, "yes") }
      declaration.add(.link, text: "otm:\(id)")
      model.losses.add(
        .guessed, "kind of a component", at: component.path, line: component.line, type,
        target: declaration.id ?? "", why: "the format does not say; taken for \(keyword.phrase)")
      if components[id] != nil {
        model.nameDouble(id, at: component.path, line: component.line, declaration)
      }
      components[id] = components[id] ?? declaration
      declarations.append(declaration)
      pending.append((component, keyword))
      try addProperties(component, declaration)
    }
    var placements: [ImportedModel.Placement] = []
    for (declaration, (source, _)) in zip(declarations, pending) {
      let parent = try source.field("parent")
      var place: ImportedDeclaration?
      if let zone = try parent?.text("trustZone") {
        place = zones[zone]
        if place == nil {
          model.losses.add(
            .dropped, "unknown zone", at: source.path, line: source.line, zone,
            target: declaration.id ?? "", why: "no zone has this id")
        }
      } else if let outer = try parent?.text("component") {
        place = components[outer]
        if place == nil {
          model.loseUnknown("component", outer, at: source, "parent", declaration)
        }
      }
      placements.append(
        .init(declaration: declaration, outer: place, source: source.path, line: source.line))
    }
    model.place(placements)
    for (declaration, (source, keyword)) in zip(declarations, pending) {
      try addAssets(source, declaration, keyword)
      try addThreats(source, declaration)
    }
  }

  /// Tags, and attributes: what an export writes as these is of the language. Version 0.1 calls them properties.
  private mutating func addProperties(
    _ source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    model.addTags(try source.texts("tags"), to: declaration, at: source)
    for key in ["attributes", "properties"] {
      guard let own = try source.field(key), case .mapping = own.node.content else { continue }
      attributes.append((own, declaration))
    }
  }

  /// Once everything that they may name is in the model.
  private func readAttributes() throws(SourceFault) {
    var named: [String: ImportedDeclaration] = [:]
    for declaration in model.everything() {
      for id in declaration.sourceIDs("otm:") where named[id] == nil { named[id] = declaration }
    }
    let returning = ReturningProperties(named)
    for (source, declaration) in attributes { try returning.add(source, to: declaration) }
  }

  // MARK: - Flows

  private mutating func readFlows() throws(SourceFault) {
    var seen: Set<String> = []
    for flow in try root.list("dataflows") {
      let name = try flow.text("name")
      let ends = [try flow.text("source"), try flow.text("destination")]
        .map { $0.flatMap { components[$0] } }
      guard let source = ends[0]?.id, let target = ends[1]?.id else {
        model.losses.add(
          .dropped, "flow with a loose end", at: flow.path, line: flow.line, name ?? "",
          why: "an end is no component")
        try addThreats(ofLost: flow)
        continue
      }
      let title = DefaultTitles.isDefault(name) ? nil : name
      let declaration = ImportedDeclaration(
        .flow, model.names.id(title ?? "\(source)-\(target)", orElse: "flow"), title)
      if let name, title == nil {
        model.losses.add(
          .guessed, "default title", at: flow.path, line: flow.line, name,
          target: declaration.id ?? "",
          why: "it says nothing about this flow, which has no title now")
      }
      declaration.ends = .init(
        source, target, isTwoWay: try flow.truth("bidirectional") ?? false)
      declaration.document(try flow.prose("description"))
      if let id = try flow.text("id") {
        declaration.add(.link, text: "otm:\(id)")
        if !seen.insert(id).inserted {
          model.nameDouble(id, at: flow.path, line: flow.line, declaration)
        }
      }
      // Others write a protocol there, too, and not always as it is written here.
      for key in ["attributes", "properties"] {
        guard let own = try flow.field(key), case .mapping = own.node.content else { continue }
        for word in try own.text("protocol")?.split(separator: ",") ?? [] {
          let read = ImportedProtocol(String(word.trimmed))
          read.add(to: declaration)
          guard let rest = read.rest else { continue }
          model.keep(
            "protocol", rest, as: "Protocol: \(rest)", at: "\(own.path).protocol", line: own.line,
            in: declaration, why: "it is no protocol that is known here; it stands as a text")
        }
      }
      for id in try flow.texts("assets") {
        if let asset = assets[id]?.id {
          declaration.add(.carries, asset)
        } else {
          model.losses.add(
            .dropped, "unknown asset", at: "\(flow.path).assets", line: flow.line, id,
            target: declaration.id ?? "", why: "no asset has this id")
        }
      }
      try addProperties(flow, declaration)
      model.add(declaration)
      try addThreats(flow, declaration)
    }
  }

  // MARK: - Threats

  private mutating func addThreats(
    _ source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    for instance in try source.list("threats") {
      let id = try instance.text("threat") ?? ""
      let definition = threats[id]
      if definition == nil { model.loseUnknown("threat", id, at: instance, "threat", declaration) }
      let categories = try definition?.texts("categories") ?? []
      let state = try instance.text("state") ?? ""
      var threat = ImportedThreat(
        source: instance.path, line: instance.line, title: try definition?.text("name") ?? id,
        category: categories.first ?? "", state: state)
      let isMarked = try definition?.field("attributes")?.text(OTMMark.threat) != nil
      threat.scenario =
        try isMarked ? definition?.text("description") : definition?.prose("description")
      threat.cwe = try (definition?.texts("cwes") ?? []).compactMap { word in
        let number = Int(word.filter { $0.isASCII && $0.isNumber })
        if let number, (1...99999).contains(number) { return number }
        model.loseUnknown("weakness", word, at: instance, "cwes", declaration)
        return nil
      }
      threat.links = ["otm:\(id)"]
      var about: ImportedDeclaration?
      if let own = try definition?.field("attributes"), let name = try own.text(OTMMark.threat) {
        threat.mark = ThreatMark(name: name, status: state, because: try own.text(OTMMark.because))
        threat.because = try own.text(OTMMark.answer)
        threat.scenario = try OTMMark.scenario(of: own, described: threat.scenario, threat.mark)
        about = try own.text(OTMMark.about).flatMap { assets[$0] }
      }
      for other in categories.dropFirst() where threat.mark == nil {
        model.losses.add(
          .dropped, "further category", at: instance.path, line: instance.line, other,
          target: declaration.id ?? "", why: "a threat has one category")
      }
      if declaration.keyword == .boundary { continue }
      var controls: [ImportedDeclaration] = []
      var withdrawn: [ImportedModel.Withdrawn] = []
      for answer in try instance.list("mitigations") {
        let id = try answer.text("mitigation") ?? ""
        let state = try answer.text("state") ?? ""
        if OTMKinds.isRejected(state), let definition = mitigations[id] {
          withdrawn.append(
            .init(
              try definition.text("name") ?? id, try definition.prose("description"), state, answer)
          )
          continue
        }
        controls.append(try control(id, state, at: answer))
      }
      threat.controls = controls.compactMap(\.id)
      let added = model.add(threat, to: about ?? declaration)
      if let definition { try addProperties(definition, added) }
      for control in withdrawn { model.nameWithdrawn(control, at: [added]) }
      for control in controls where !returned.contains(ObjectIdentifier(control)) {
        control.add(.mitigates, words: added.properties(.category))
      }
    }
  }

  /// Names the threats of a flow that is not in the model; the rest of it stays unread, and so is named.
  private func addThreats(ofLost flow: SourceCursor) throws(SourceFault) {
    for instance in try flow.list("threats") {
      let id = try instance.text("threat") ?? ""
      model.losses.add(
        .dropped, "threat of something that is not in the model", at: instance.path,
        line: instance.line, try threats[id]?.text("name") ?? id, why: "its flow was left out")
    }
    _ = try (flow.text("id"), flow.text("source"), flow.text("destination"))
  }

  /// Controls of an export that answer no threat. What others write so says nothing of how it stands.
  private mutating func readUnusedMitigations() throws(SourceFault) {
    for mitigation in try root.list("mitigations") {
      guard let status = try OTMKinds.ownStatus(mitigation) else { continue }
      _ = try control(mitigation.text("id") ?? "", status, at: mitigation)
    }
  }

  private mutating func control(
    _ id: String, _ state: String, at source: SourceCursor
  ) throws(SourceFault) -> ImportedDeclaration {
    let own = try OTMKinds.ownStatus(mitigations[id])
    let status = own ?? OTMKinds.status(state)
    let key = "mitigation \(id) \(status)"
    if let known = model.made[key] {
      if own == nil { model.tellState(state, status, at: source, known) }
      return known
    }
    let definition = mitigations[id]
    if definition == nil { model.loseUnknown("mitigation", id, at: source, "mitigation") }
    let title = try definition?.text("name") ?? id
    let declaration = ImportedDeclaration(
      .control, model.names.id("c \(title)", orElse: "control"), title)
    declaration.document(try definition?.prose("description"))
    declaration.add(.status, status)
    if let definition { try addProperties(definition, declaration) }
    declaration.add(.link, text: "otm:\(id)")
    model.add(declaration)
    model.made[key] = declaration
    if own != nil { returned.insert(ObjectIdentifier(declaration)) }
    if own == nil { model.tellState(state, status, at: source, declaration) }
    return declaration
  }
}
