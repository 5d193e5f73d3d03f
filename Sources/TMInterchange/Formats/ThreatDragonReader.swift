// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads models of OWASP Threat Dragon, versions 1 and 2; which it is, the shape of the file tells.
struct ThreatDragonReader {
  private let model: ImportedModel
  private let root: SourceCursor
  private var methods: [String] = []
  /// The declaration of each cell, by the id of the cell: of several of an id the first.
  private var byCell: [String: ImportedDeclaration] = [:]
  /// The same by the way to the cell, which no two have.
  private var byPath: [String: ImportedDeclaration] = [:]
  private var boxes: [(declaration: ImportedDeclaration, box: DiagramBox)] = []

  static func read(_ root: SourceCursor) throws(SourceFault) -> ImportedModel {
    let title = try root.field("summary")?.text("title") ?? "Imported model"
    var reader = ThreatDragonReader(model: ImportedModel(title: title), root: root)
    try reader.read()
    return reader.model
  }

  private mutating func read() throws(SourceFault) {
    let system = model.system
    if let summary = try root.field("summary") {
      system.add(.owner, text: try summary.text("owner"))
      system.document(try summary.prose("description"))
      try summary.ignore("id")
    }
    guard let detail = try root.field("detail") else {
      throw SourceFault(
        "a Threat Dragon model has a `detail`, and this one has none", line: root.line,
        help: "save the model again with Threat Dragon")
    }
    if let reviewer = try detail.text("reviewer") {
      system.add(.approver, text: reviewer)
      model.losses.add(
        .guessed, "reviewer", at: "detail.reviewer", reviewer,
        why: "who reviewed it stands as `approver`; take it out if nobody approved")
    }
    for contributor in try detail.list("contributors") {
      guard let name = try contributor.text("name") else { continue }
      model.losses.add(
        .dropped, "contributor", at: contributor.path, line: contributor.line, name,
        why: "a model names its owner and its approver")
    }
    try detail.ignore("diagramTop", "threatTop")
    if let version = try root.text("version") {
      // Which of the two it is, the shape tells: some write a version of the program.
      model.losses.add(version: version, known: ["1", "2"], at: "version", line: root.line)
    }
    let diagrams = try detail.list("diagrams")
    for (index, diagram) in diagrams.enumerated() {
      try readDiagram(diagram, index)
    }
    var places = [root, try root.field("summary"), detail].compactMap { $0 } + diagrams
    for diagram in diagrams {
      if let inner = try diagram.field("diagramJson") { places.append(inner) }
    }
    try ThreatDragonMetadata(model).read(places)
    if methods.isEmpty { methods = ["stride"] }
    system.add(.method, words: methods)
  }

  // MARK: - Diagrams

  private mutating func readDiagram(_ diagram: SourceCursor, _ index: Int) throws(SourceFault) {
    try diagram.ignore("id", "thumbnail", "placeholder", "version", "size", "$$hashKey")
    if let type = try diagram.text("diagramType") {
      switch type.uppercased() {
      case "STRIDE", "CIA", "LINDDUN": methods.append(type.lowercased())
      default:
        model.losses.add(
          .dropped, "diagram type", at: "\(diagram.path).diagramType", line: diagram.line, type,
          why: "there is no such method; the model uses `stride`")
      }
    }
    let title = try diagram.text("title")
    let cells: [SourceCursor]
    if let inner = try diagram.field("diagramJson") {
      cells = try inner.list("cells")
    } else {
      cells = try diagram.list("cells")
    }
    let read = try cells.map { (cell) throws(SourceFault) in try ThreatDragonCell(cell) }
    // A copied diagram has the ids of the one that it was copied from.
    byCell = [:]
    try addBoundaries(read, index)
    try addElements(read, index)
    try addFlows(read)
    addLines(read)
    addThreats(read)
    nameLabels(read)
    let included = read.compactMap { cell -> String? in
      guard cell.kind == .element else { return nil }
      return byPath[cell.path]?.id
    }
    let description = try diagram.prose("description")
    guard !included.isEmpty else {
      model.losses.add(
        .dropped, "empty diagram", at: diagram.path, line: diagram.line,
        [title, description].compactMap { $0 }.joined(separator: ": "),
        why: "a view of nothing cannot be drawn")
      return
    }
    // One diagram without a title shows the whole model, as any picture does.
    if title == nil, try root.field("detail")?.list("diagrams").count == 1 {
      return model.system.document(description)
    }
    let view = ImportedDeclaration(
      .view, model.names.id("view \(title ?? "\(index + 1)")", orElse: "view"), title)
    view.document(description)
    view.add(.include, words: included)
    model.add(view)
  }

  private mutating func addBoundaries(
    _ cells: [ThreatDragonCell], _ diagram: Int
  ) throws(SourceFault) {
    let found = cells.filter { $0.kind == .boundaryBox }
    try SourceLimits.check(boundaries: found.count, line: found.last?.line)
    let none = DiagramBox(left: 0, top: 0, width: 0, height: 0)
    boxes = []
    for cell in found {
      let title = DefaultTitles.isDefault(cell.title) ? nil : cell.title
      let declaration = ImportedDeclaration(
        .boundary, model.names.id(title ?? "", orElse: "boundary"), title)
      declaration.document(cell.description)
      declaration.add(.link, text: "td:\(cell.id)")
      declaration.diagram = diagram
      boxes.append((declaration, cell.box ?? none))
      register(declaration, of: cell)
    }
    let nesting = BoxNesting(boundaries: boxes.map(\.box))
    var placements: [ImportedModel.Placement] = []
    for (index, cell) in found.enumerated() {
      let declaration = boxes[index].declaration
      let outer = nesting.parent(ofBoundary: index).map { boxes[$0].declaration }
      placements.append(
        .init(declaration: declaration, outer: outer, source: cell.path, line: cell.line))
    }
    model.place(placements)
    for cell in cells where cell.kind == .unknown {
      model.losses.add(
        .dropped, "cell of an unknown type", at: cell.path, line: cell.line,
        "\(cell.type): \(cell.told)",
        why: "it is no process, store, actor, flow, boundary or text")
    }
    for cell in cells where cell.kind == .text {
      model.losses.add(
        .dropped, "text block", at: cell.path, line: cell.line, cell.told,
        why: "a diagram here has no free texts")
    }
  }

  /// Trust boundaries that were drawn as lines.
  private func addLines(_ cells: [ThreatDragonCell]) {
    let drawn = cells.filter { $0.kind == .boundaryCurve }
    guard !drawn.isEmpty else { return }
    var places: [String: DiagramPoint] = [:]
    for cell in cells where cell.kind == .element { places[cell.id] = cell.box?.centre }
    let point = { (end: ThreatDragonCell.End) -> DiagramPoint? in
      switch end {
      case .cell(let id): places[id]
      case .point(let point): point
      case .none: nil
      }
    }
    let path = { (cell: ThreatDragonCell) -> DrawnLine? in
      guard let start = point(cell.source), let end = point(cell.target) else { return nil }
      return DrawnLine([start] + cell.vertices + [end])
    }
    var lines = LineBoundaries(
      model,
      elements: cells.compactMap { $0.kind == .element ? byPath[$0.path] : nil },
      flows: cells.compactMap { cell in
        guard cell.kind == .flow, let flow = byPath[cell.path], let path = path(cell) else {
          return nil
        }
        return (flow, path)
      })
    lines.add(
      drawn.map { cell in
        .init(
          title: DefaultTitles.isDefault(cell.title) ? nil : cell.title,
          description: cell.description, path: path(cell), link: "td:\(cell.id)",
          source: cell.path, sourceLine: cell.line)
      })
  }

  private mutating func addElements(
    _ cells: [ThreatDragonCell], _ diagram: Int
  ) throws(SourceFault) {
    let nesting = BoxNesting(boundaries: boxes.map(\.box))
    for cell in cells where cell.kind == .element {
      let keyword = cell.keyword
      let declaration = ImportedDeclaration(
        keyword, model.names.id(cell.title ?? "", orElse: keyword.word), cell.title)
      declaration.document(cell.description)
      declaration.add(.link, text: "td:\(cell.id)")
      declaration.diagram = diagram
      var parent: ImportedDeclaration?
      if let box = cell.box {
        parent = nesting.parent(ofElement: box).map { boxes[$0].declaration }
        if let straddled = nesting.isStraddling(box) {
          model.losses.add(
            .guessed, "element across a border", at: cell.path, line: cell.line, cell.title ?? "",
            target: declaration.id ?? "",
            why: "it lies partly in `\(boxes[straddled].declaration.id ?? "")`; its centre decides")
        }
      }
      register(declaration, of: cell)
      model.add(declaration, inside: parent)
      try cell.addFacts(to: declaration, in: model)
    }
  }

  /// Keeps what an id of the diagram means: the first that has it.
  private mutating func register(_ declaration: ImportedDeclaration, of cell: ThreatDragonCell) {
    byPath[cell.path] = declaration
    if byCell[cell.id] == nil {
      byCell[cell.id] = declaration
    } else {
      model.nameDouble(cell.id, at: cell.path, line: cell.line, declaration)
    }
  }

  /// Names what a cell shows in the place of its title where that is something else.
  private func nameLabels(_ cells: [ThreatDragonCell]) {
    for cell in cells where [.element, .flow, .boundaryBox, .boundaryCurve].contains(cell.kind) {
      for label in cell.labels where byPath[cell.path] != nil || cell.kind == .boundaryCurve {
        model.losses.add(
          .dropped, "other title", at: cell.path, line: cell.line, label,
          target: byPath[cell.path]?.id ?? "",
          why:
            "the diagram shows it where the name is “\(ImportedText.condensed(cell.title ?? ""))”")
      }
    }
  }

  private mutating func addFlows(_ cells: [ThreatDragonCell]) throws(SourceFault) {
    for cell in cells where cell.kind == .flow {
      guard let source = end(cell.source, of: cell, cells),
        let target = end(cell.target, of: cell, cells)
      else {
        model.losses.add(
          .dropped, "flow with a loose end", at: cell.path, line: cell.line, cell.told,
          why: "no element is where it starts or ends")
        continue
      }
      let title = DefaultTitles.isDefault(cell.title) ? nil : cell.title
      let flow = ImportedDeclaration(
        .flow, model.names.id(title ?? "\(source)-\(target)", orElse: "flow"), title)
      if let text = cell.title, title == nil {
        model.losses.add(
          .guessed, "default title", at: cell.path, line: cell.line, text, target: flow.id ?? "",
          why: "it says nothing about this flow, which has no title now")
      }
      flow.ends = .init(source, target, isTwoWay: cell.isTwoWay)
      flow.document(cell.description)
      flow.add(.link, text: "td:\(cell.id)")
      register(flow, of: cell)
      model.add(flow)
      try cell.addFacts(to: flow, in: model)
      if let text = title ?? cell.title, !flow.has(.protocol), DefaultTitles.isDefault(cell.title) {
        ImportedProtocol(text).add(to: flow)
      }
    }
  }

  /// The element at an end of a flow: the cell it names, or the one that is drawn there.
  private func end(
    _ end: ThreatDragonCell.End, of cell: ThreatDragonCell, _ cells: [ThreatDragonCell]
  ) -> String? {
    switch end {
    case .cell(let id):
      guard let found = byCell[id], found.keyword.isElement else { return nil }
      return found.id
    case .point(let point):
      let near = cells.filter { $0.kind == .element && $0.box?.holds(point, margin: 12) == true }
      guard let found = near.min(by: { ($0.box?.area ?? 0) < ($1.box?.area ?? 0) }),
        let id = byPath[found.path]?.id
      else { return nil }
      model.losses.add(
        .guessed, "loose end", at: cell.path, line: cell.line, cell.title ?? "", target: id,
        why: "the flow ends at no element; `\(id)` is drawn where it ends")
      return id
    case .none: return nil
    }
  }

  private func addThreats(_ cells: [ThreatDragonCell]) {
    for cell in cells where !cell.threats.isEmpty {
      guard let subject = byPath[cell.path] else {
        let why =
          cell.kind == .boundaryCurve
          ? "a boundary that is a line has no threats here" : "what it is about was left out"
        for threat in cell.threats {
          model.lose(threat, "threat of something that is not in the model", why: why)
        }
        continue
      }
      if subject.keyword == .boundary {
        for threat in cell.threats {
          model.add(
            threat, about: "the boundary “\(subject.title ?? subject.id ?? "")”",
            liftedTo: model.elements(in: subject))
        }
        continue
      }
      var seen: Set<String> = []
      for threat in cell.threats {
        let added = model.add(threat, to: subject)
        for link in threat.links where !seen.insert(link).inserted {
          model.nameDouble(
            String(link.dropFirst("td:".count)), at: threat.source, line: threat.line, added)
        }
      }
    }
  }
}
