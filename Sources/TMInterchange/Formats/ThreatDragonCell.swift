// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// One cell of a Threat Dragon diagram, of either version of the format.
struct ThreatDragonCell {
  enum Kind {
    case element
    case flow
    case boundaryBox
    case boundaryCurve
    case text
    case unknown
  }

  /// An end of a flow.
  enum End {
    case cell(String)
    case point(DiagramPoint)
    case none
  }

  let id: String
  let kind: Kind
  /// As the file writes its type, or its shape.
  let type: String
  let keyword: Keyword
  let path: String
  let line: Int
  let title: String?
  let description: String?
  let box: DiagramBox?
  let source: End
  let target: End
  let isTwoWay: Bool
  /// The points between the ends of a flow or curve.
  let vertices: [DiagramPoint]
  private(set) var threats: [ImportedThreat] = []
  /// Texts that the cell shows in the place of its title.
  let labels: [String]
  /// Where the facts of the cell stand: in `data` in version 2, else in the cell.
  private let facts: SourceCursor

  init(_ cell: SourceCursor) throws(SourceFault) {
    path = cell.path
    line = cell.line
    try cell.ignore(
      "size", "position", "angle", "z", "zIndex", "visible", "ports", "smooth", "vertices",
      "markup",
      "connector", "router", "width", "height", "tools", "hasOpenThreats", "threatTop", "$$hashKey")
    id = try cell.text("id") ?? path
    let data = try cell.field("data")
    facts = data ?? cell
    let shape = try cell.text("shape") ?? ""
    let type = try facts.text("type") ?? Self.types[shape] ?? ""
    (kind, keyword) = Self.kind(type, shape)
    self.type = type.isEmpty ? shape : type
    let named = try facts.prose("name")
    let shown = try Self.shown(cell)
    title = named ?? shown.first
    labels = shown.filter {
      ImportedText.condensed($0) != ImportedText.condensed(named ?? shown.first ?? "")
    }
    description = try facts.prose("description")
    box = try Self.box(cell)
    source = try Self.end(cell.field("source"))
    target = try Self.end(cell.field("target"))
    isTwoWay = try facts.truth("isBidirectional") ?? false
    vertices = try Self.points(cell)
    try facts.ignore(
      "hasOpenThreats", "threatFrequency", "isTrustBoundary", "trustBoundaryIds", "crossingFlows",
      "containedElements")
    try cell.ignore("attrs", "labels")
    for threat in try facts.list("threats") + (data == nil ? [] : cell.list("threats")) {
      threats.append(try Self.threat(threat))
    }
  }

  // MARK: - Kind and title

  private static let types = [
    "process": "tm.Process", "store": "tm.Store", "actor": "tm.Actor", "flow": "tm.Flow",
    "trust-boundary-box": "tm.BoundaryBox", "trust-boundary-curve": "tm.Boundary",
    "trust-broundary-curve": "tm.Boundary", "trust-boundary": "tm.Boundary",
    "td-text-block": "tm.Text",
  ]

  private static func kind(_ type: String, _ shape: String) -> (Kind, Keyword) {
    switch type {
    case "tm.Process": (.element, .process)
    case "tm.Store": (.element, .store)
    case "tm.Actor": (.element, .external)
    case "tm.Flow": (.flow, .flow)
    case "tm.BoundaryBox": (.boundaryBox, .boundary)
    case "tm.Boundary": (shape == "trust-boundary-box" ? .boundaryBox : .boundaryCurve, .boundary)
    case "tm.Text": (.text, .view)
    default: (.unknown, .view)
    }
  }

  /// The texts of the cell in the diagram, the first of them its title where it has no name.
  private static func shown(_ cell: SourceCursor) throws(SourceFault) -> [String] {
    var found: [String] = []
    if let attributes = try cell.field("attrs") {
      for key in ["text", "headerText", "label"] {
        if let text = try attributes.field(key)?.text("text") { found.append(text) }
      }
    }
    for label in try cell.list("labels") {
      if case .scalar = label.node.content {
        let text = try label.scalar()
        if text.contains(where: { !$0.isWhitespace }) { found.append(text) }
        continue
      }
      guard let attributes = try label.field("attrs") else { continue }
      for key in ["text", "labelText", "label"] {
        if let text = try attributes.field(key)?.text("text") { found.append(text) }
      }
    }
    return found
  }

  /// What it says beside its type, for the report, where it does not come into the model.
  var told: String {
    let texts = [title, description].compactMap { $0 } + labels
    return texts.joined(separator: ": ")
  }

  // MARK: - Geometry

  private static func box(_ cell: SourceCursor) throws(SourceFault) -> DiagramBox? {
    guard let position = try cell.field("position"), let size = try cell.field("size"),
      let left = try position.number("x"), let top = try position.number("y"),
      let width = try size.number("width"), let height = try size.number("height")
    else { return nil }
    return DiagramBox(left: left, top: top, width: width, height: height)
  }

  private static func points(_ cell: SourceCursor) throws(SourceFault) -> [DiagramPoint] {
    var points: [DiagramPoint] = []
    for vertex in try cell.list("vertices") {
      if let x = try vertex.number("x"), let y = try vertex.number("y") {
        points.append(DiagramPoint(x: x, y: y))
      }
    }
    return points
  }

  private static func end(_ end: SourceCursor?) throws(SourceFault) -> End {
    guard let end, case .mapping = end.node.content else { return .none }
    end.ignore()
    if let cell = try end.text("cell") { return .cell(cell) }
    if let cell = try end.text("id") { return .cell(cell) }
    if let x = try end.number("x"), let y = try end.number("y") {
      return .point(DiagramPoint(x: x, y: y))
    }
    return .none
  }

  // MARK: - Threats

  private static func threat(_ threat: SourceCursor) throws(SourceFault) -> ImportedThreat {
    try threat.ignore("number", "modelType", "new", "ruleId", "$$hashKey")
    let state = try threat.text("status") ?? ""
    var recorded = ImportedThreat(
      source: threat.path, line: threat.line, title: try threat.text("title") ?? "",
      category: try threat.text("type") ?? "", state: state)
    try recorded.readSeverity("severity", of: threat)
    recorded.score = try threat.text("score")
    // What the program writes until somebody says more.
    _ = try threat.word("severity", as: { $0.uppercased() == "TBD" ? $0 : nil })
    // What an export wrote is plain text: what looks like a tag in it is none.
    let isMarked = try threat.field("tm")?.text("threat") != nil
    recorded.scenario = Placeholder.removed(
      try isMarked ? threat.text("description") : threat.prose("description"))
    recorded.mitigation = Placeholder.removed(
      try isMarked ? threat.text("mitigation") : threat.prose("mitigation"))
    if !isMarked { recorded.title = try threat.prose("title") ?? "" }
    if let id = try threat.text(firstOf: "id", "threatId") { recorded.links = ["td:\(id)"] }
    if let own = try threat.field("tm"), let name = try own.text("threat") {
      recorded.mark = ThreatMark(
        name: name, status: try own.text("status") ?? "", because: try own.text("because"),
        scoring: try own.text("scoring"))
    }
    return recorded
  }

  // MARK: - Facts

  /// Adds what the cell says beside its title and ends.
  func addFacts(to declaration: ImportedDeclaration, in model: ImportedModel) throws(SourceFault) {
    let id = declaration.id ?? ""
    let reason = try facts.text("reasonOutOfScope")
    if try facts.truth("outOfScope") == true {
      model.putOutOfScope(declaration, reason: reason, at: "\(path).outOfScope", line: line)
    } else if let reason {
      model.keep(
        "note on the scope", reason, as: "Note on the scope: \(reason)",
        at: "\(path).reasonOutOfScope", line: line, in: declaration)
    }
    if let text = try facts.text("protocol") {
      let read = ImportedProtocol(text)
      read.add(to: declaration)
      if let rest = read.rest {
        declaration.document("Protocol: \(rest)")
        model.losses.add(
          .keptAsText, "protocol", at: "\(path).protocol", line: line, rest, target: id,
          why: "it is no protocol that is known here; it stands in front of the flow as a text")
      }
    }
    if try facts.truth("isEncrypted") == true, !declaration.has(.encrypted) {
      if declaration.takes(.encrypted) {
        declaration.add(.encrypted, "yes")
      } else {
        model.losses.add(
          .dropped, "encrypted", at: "\(path).isEncrypted", line: line, "true", target: id,
          why:
            "\(declaration.keyword.phrase) has no encryption here: state it at its flows and stores"
        )
      }
    }
    // An export says so where somebody did: `false` is what every cell has.
    if try facts.field("tm")?.text("encrypted") == "no", declaration.takes(.encrypted),
      !declaration.has(.encrypted)
    {
      declaration.add(.encrypted, "no")
    }
    if declaration.keyword == .store, try facts.truth("isALog") == true {
      declaration.add(.log, "yes")
    }
    if declaration.keyword == .store, try facts.truth("storesCredentials") == true {
      declaration.add(
        .holds, model.credentials(at: "\(path).storesCredentials", line: line, for: id))
    }
    if let text = try facts.text("privilegeLevel") {
      let word = text.lowercased()
      if declaration.keyword == .process, Vocabulary.privileges.words.contains(word) {
        declaration.add(.privilege, word)
      } else {
        declaration.document("Privilege: \(text)")
        model.losses.add(
          .keptAsText, "privilege", at: "\(path).privilegeLevel", line: line, text, target: id,
          why: "it is no privilege that is known here")
      }
    }
    if try facts.truth("isPublicNetwork") == true {
      declaration.add(.tags, "public-network")
      model.losses.add(
        .keptAsText, "public network", at: "\(path).isPublicNetwork", line: line, "true",
        target: id,
        why:
          "a flow is public where a boundary with `zone: internet` surrounds one of its ends; it has the "
          + "tag `public-network`")
    }
  }
}

extension ImportedModel {
  /// The asset for credentials that a store is said to keep.
  func credentials(at source: String, line: Int?, for id: String) -> String {
    losses.add(
      .guessed, "credentials", at: source, line: line, "true", target: id,
      why: "an asset `credentials` stands for what is stored there")
    if let id = made["asset credentials"]?.id { return id }
    let asset = ImportedDeclaration(
      .asset, names.id("credentials", orElse: "credentials"), "Credentials")
    made["asset credentials"] = asset
    asset.add(.class, "credentials")
    add(asset)
    return asset.id ?? "credentials"
  }
}
