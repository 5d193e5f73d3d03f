// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads drawings of draw.io (diagrams.net): a file of pages, packed or not, or one page alone.
struct DrawioReader {
  private let model: ImportedModel
  private var unpacked = 0

  static func read(_ root: XMLElement, fileName: String) throws(SourceFault) -> ImportedModel {
    let pages = root.name == "mxfile" ? root.children("diagram") : [root]
    guard !pages.isEmpty else {
      throw SourceFault(
        "the file has no diagram", line: root.line, help: "draw one in draw.io first")
    }
    var reader = DrawioReader(model: ImportedModel(title: fileName))
    reader.model.system.add(.method, "stride")
    for (number, page) in pages.enumerated() {
      let graph = try reader.graph(page)
      let written = page.attribute("name")
      let name = pages.count > 1 || !isGiven(written) ? written : nil
      let sketch = try DrawioPage(reader.model, graph).sketch(title: name)
      if pages.count > 1, sketch.nodes.isEmpty, sketch.edges.isEmpty {
        reader.model.losses.add(
          .dropped, "page without elements", at: page.attribute("id") ?? "diagram[\(number + 1)]",
          line: page.line, written ?? "",
          why: "nothing on it comes into the model: it makes no `view`")
        continue
      }
      // A copied page has the ids of the one that it was copied from.
      let place = page.attribute("id") ?? name
      try reader.model.add(
        sketch, number: number, format: "drawio",
        page: place.map { ImportedText.condensed($0) + "/" } ?? "")
    }
    return reader.model
  }

  /// Whether the name of a page is the one that the program gives: `Page-1`, `Seite-1`.
  private static func isGiven(_ name: String?) -> Bool {
    let parts = (name ?? "").split(separator: "-", omittingEmptySubsequences: false)
    return parts.count < 2 && parts.allSatisfy(\.isEmpty)
      || parts.count == 2 && !parts[0].contains(where: \.isWhitespace)
        && parts[1].allSatisfy(\.isNumber)
  }

  /// Attributes, behind `@`, and elements that say how the program shows a drawing, or which program it was.
  static let presentation: Set<String> = [
    "@host", "@modified", "@agent", "@version", "@etag", "@type", "@pages", "@compressed",
    "@scale", "@border", "@dx", "@dy", "@grid", "@gridSize", "@guides", "@tooltips", "@connect",
    "@arrows", "@fold",
    "@page", "@pageScale", "@pageWidth", "@pageHeight", "@math", "@shadow", "@background",
    "@adaptiveColors", "@connectable", "@collapsed", "@relative", "@as", "@disableColors",
    "mxRectangle",
  ]

  /// The `mxGraphModel` of a page.
  private mutating func graph(_ page: XMLElement) throws(SourceFault) -> XMLElement {
    if page.name == "mxGraphModel" { return page }
    if let graph = page.child("mxGraphModel") { return graph }
    guard page.text().contains(where: { !$0.isWhitespace }) else { return page }
    let bytes = Inflation.percentDecoded(
      try Inflation.bytes(ofBase64: page.text(), line: page.line))
    unpacked += bytes.count
    guard unpacked <= Inflation.limit else {
      throw SourceFault(
        "the diagrams unpack to more than \(Inflation.limit >> 20) MiB", line: page.line,
        help: "split the file, and import its parts")
    }
    do {
      let graph = try XMLSource.tree(bytes)
      page.adopt(graph)
      return graph
    } catch {
      throw SourceFault(
        "the packed diagram: \(error.message)", line: page.line, help: error.help)
    }
  }
}

/// One page of a drawing.
private struct DrawioPage {
  private let model: ImportedModel
  private let cells: [Cell]
  private let byID: [String: Int]

  private struct Cell {
    let id: String
    let title: String?
    /// The lines of the title, where it has several.
    let lines: [String]
    let style: [String: String]
    /// The first word of the style, which names a shape.
    let shape: String
    let parent: String?
    let isVertex: Bool
    let isEdge: Bool
    let source: String?
    let target: String?
    let geometry: XMLElement?
    /// What it is wrapped into where somebody gave it data.
    let object: XMLElement?
    /// Whether somebody hid it.
    let isHidden: Bool
    let line: Int
  }

  init(_ model: ImportedModel, _ graph: XMLElement) throws(SourceFault) {
    self.model = model
    var cells: [Cell] = []
    var byID: [String: Int] = [:]
    for element in graph.child("root")?.children ?? [] {
      // A cell with properties is wrapped into an object that has its id and label.
      let inner = element.name == "mxCell" ? element : element.child("mxCell")
      guard let inner else { continue }
      let id = element.attribute("id") ?? inner.attribute("id") ?? "cell-\(element.line)"
      let label = element.attribute("label") ?? inner.attribute("value") ?? ""
      let words = (inner.attribute("style") ?? "").split(separator: ";").map(String.init)
      var style: [String: String] = [:]
      for word in words {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        style[parts.first ?? ""] = parts.count > 1 ? parts[1] : ""
      }
      // Without `html=1` a label is the text as it stands.
      let filled = Self.filled(label, from: element)
      let isHTML = style["html"] == "1"
      let title = ImportedText.condensed(isHTML ? ImportedText.withoutTags(filled) : filled)
      let lines = ImportedText.labelLines(filled, isHTML: isHTML)
      let shape = style["shape"] ?? words.first { !$0.contains("=") } ?? ""
      if byID[id] == nil { byID[id] = cells.count }
      cells.append(
        Cell(
          id: id, title: title.isEmpty ? nil : title, lines: lines, style: style,
          shape: shape.lowercased(),
          parent: inner.attribute("parent"), isVertex: inner.attribute("vertex") == "1",
          isEdge: inner.attribute("edge") == "1", source: inner.attribute("source"),
          target: inner.attribute("target"), geometry: inner.child("mxGeometry"),
          object: element === inner ? nil : element,
          isHidden: inner.attribute("visible") == "0", line: element.line))
    }
    self.cells = cells
    self.byID = byID
  }

  /// What somebody wrote beside the label of an object; what is not asked for stays in the report.
  private func data(of cell: Cell) -> [(name: String, value: String)] {
    guard let object = cell.object else { return [] }
    let label = object.attribute("placeholders") == "1" ? object.attribute("label") ?? "" : ""
    return object.allAttributes().filter { name, value in
      // What the label shows already is in the title.
      !["id", "label", "placeholders"].contains(name) && !label.contains("%\(name)%")
        && value.contains { !$0.isWhitespace }
    }
  }

  /// A label with `%name%` as the property of that name of its object.
  private static func filled(_ label: String, from element: XMLElement) -> String {
    guard element.attribute("placeholders") == "1" else { return label }
    let values = Dictionary(
      element.allAttributes().filter { $0.name != "label" }.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    // What is put in is not looked through again: properties that name one another would grow without end.
    var result = ""
    var rest = label[...]
    while let start = rest.firstIndex(of: "%") {
      result += rest[..<start]
      let inner = rest[start...].dropFirst()
      let name = inner.prefix { $0 != "%" }
      if let value = values[String(name)], name.endIndex < inner.endIndex {
        result += value
        rest = inner[name.endIndex...].dropFirst()
      } else {
        result += "%" + name
        rest = inner[name.endIndex...]
      }
    }
    return result + rest
  }

  func sketch(title: String?) throws(SourceFault) -> Sketch {
    var sketch = Sketch(title: title)
    var labels: [String: [String]] = [:]
    var holders: Set<String> = []
    for cell in cells where cell.isVertex {
      guard let parent = cell.parent, let index = byID[parent] else { continue }
      if cells[index].isEdge {
        if let title = cell.title { labels[parent, default: []].append(title) }
      } else if cells[index].isVertex, !isText(cell) {
        holders.insert(parent)
      }
    }
    let boxes = cells.map { $0.isVertex ? box(of: $0) : nil }
    var texts: [DrawioLabels.Text] = []
    for (index, cell) in cells.enumerated() where cell.isVertex {
      if let parent = cell.parent, let outer = byID[parent], cells[outer].isEdge { continue }
      if cell.shape == "group", cell.title == nil { continue }
      if cell.shape == "line" {
        let facts =
          [cell.title].compactMap { $0 } + data(of: cell).map { "\($0.name): \($0.value)" }
        model.losses.add(
          .dropped, "line that is no arrow", at: cell.id, line: cell.line,
          facts.joined(separator: ", "),
          why: "a stroke of the drawing; a boundary is an arrow without heads and ends")
        continue
      }
      if isText(cell) {
        texts.append(.init(id: cell.id, title: cell.title, box: boxes[index], line: cell.line))
        continue
      }
      let shape = holders.contains(cell.id) ? .container : shape(of: cell, index, boxes)
      sketch.nodes.append(
        .init(
          id: cell.id, title: cell.title, shape: shape,
          look: cell.shape.isEmpty ? "rectangle" : cell.shape, parent: frame(of: cell),
          box: boxes[index], data: data(of: cell), line: cell.line))
    }
    nameLayers()
    let named = DrawioLabels(texts).add(to: &sketch.nodes, model)
    for cell in cells where cell.isEdge {
      sketch.edges.append(edge(cell, labels[cell.id] ?? [], boxes, sketch.nodes, named))
    }
    return sketch
  }

  /// Names the layers that have a name, and what is on them or anywhere else and does not show.
  private func nameLayers() {
    for cell in cells where !cell.isVertex && !cell.isEdge {
      guard let title = cell.title else { continue }
      model.losses.add(
        .dropped, "layer", at: cell.id, line: cell.line, title,
        why: "a model has no layers: a `view` includes some of its elements")
    }
    for cell in cells where cell.isVertex || cell.isEdge {
      guard isHidden(cell) else { continue }
      model.losses.add(
        .guessed, "hidden shape", at: cell.id, line: cell.line, cell.title ?? "",
        why: "the drawing does not show it, and it is in the model all the same")
    }
  }

  /// Whether a cell, or one that it lies in, is hidden.
  private func isHidden(_ cell: Cell) -> Bool {
    var place: Cell? = cell
    for _ in 0..<64 {
      guard let current = place else { return false }
      if current.isHidden { return true }
      place = current.parent.flatMap { byID[$0] }.map { cells[$0] }
    }
    return false
  }

  private func isText(_ cell: Cell) -> Bool {
    cell.style["text"] != nil || cell.style["edgeLabel"] != nil
      || ["note", "note2", "callout"].contains(cell.shape)
  }

  /// The frame that a cell says it lies in; groups are none.
  private func frame(of cell: Cell) -> String? {
    var place = cell.parent
    for _ in 0..<64 {
      guard let id = place, let index = byID[id], cells[index].isVertex else { return nil }
      if cells[index].shape != "group" || cells[index].title != nil { return id }
      place = cells[index].parent
    }
    return nil
  }

  private func shape(of cell: Cell, _ index: Int, _ boxes: [DiagramBox?]) -> Sketch.Shape {
    // An icon says in further words what it is one of.
    let shape = [cell.shape, cell.style["resIcon"], cell.style["prIcon"], cell.style["image"]]
      .compactMap { $0?.lowercased() }.joined(separator: " ")
    let frames = ["swimlane", "container"]
    if frames.contains(where: { (cell.style[$0] ?? "0") != "0" }) { return .container }
    // The groups of cloud providers are shapes, and hold what is drawn in them.
    if cell.style["grIcon"] != nil || cell.shape.hasPrefix("mxgraph.aws4.group")
      || Self.isOfCloud(cell.shape) && holdsAnother(index, boxes)
    {
      return .container
    }
    let drums = [
      "cylinder", "datastore", "database", "stored_data", "direct_data", "partialrectangle", "disk",
      "s3", "rds", "dynamodb", "bucket", "storage", "tape", "key_vault", "cosmos_db", "aurora",
      "redshift", "elasticache",
    ]
    if drums.contains(where: shape.contains) { return .drum }
    if shape.contains("externalentity") || shape.contains("external_entity") { return .outside }
    if ["actor", "person", "user", "man"].contains(where: shape.contains) { return .person }
    // A dashed frame is how a trust boundary is drawn.
    let isPlain = cell.title == nil && ["", "rectangle", "rect"].contains(cell.shape)
    if cell.style["dashed"] == "1", isPlain || holdsAnother(index, boxes) { return .container }
    if ["ellipse", "doubleellipse"].contains(cell.shape) || shape.contains("circle")
      || cell.style["rounded"] == "1"
    {
      return .round
    }
    // Icons of clouds and networks are things that work, and so are the decisions and steps of a flowchart.
    let steps = "rhombus hexagon process step decision trapezoid parallelogram cloud"
      .split(separator: " ")
    return shape.contains("mxgraph.") || cell.style["image"] != nil
      || steps.contains(where: shape.contains) ? .work : .square
  }

  private static func isOfCloud(_ shape: String) -> Bool {
    ["mxgraph.aws", "mxgraph.azure", "mxgraph.gcp", "mxgraph.alibaba", "mxgraph.ibm"]
      .contains(where: shape.hasPrefix)
  }

  private func holdsAnother(_ index: Int, _ boxes: [DiagramBox?]) -> Bool {
    guard let box = boxes[index] else { return false }
    return boxes.enumerated().contains { other, inner in
      guard other != index, let inner else { return false }
      return inner.area < box.area && box.encloses(inner)
    }
  }

  // MARK: - Geometry

  private func number(_ element: XMLElement?, _ name: String) -> Double {
    element?.attribute(name).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } ?? 0
  }

  /// The box of a cell; positions in a file are relative to the cell around.
  private func box(of cell: Cell) -> DiagramBox? {
    guard let geometry = cell.geometry else { return nil }
    var box = DiagramBox(
      left: number(geometry, "x"), top: number(geometry, "y"), width: number(geometry, "width"),
      height: number(geometry, "height"))
    var place = cell.parent
    for _ in 0..<64 {
      guard let id = place, let index = byID[id], cells[index].isVertex else { break }
      box.left += number(cells[index].geometry, "x")
      box.top += number(cells[index].geometry, "y")
      place = cells[index].parent
    }
    return box.width > 0 && box.height > 0 ? box : nil
  }

  private func edge(
    _ cell: Cell, _ labels: [String], _ boxes: [DiagramBox?], _ nodes: [Sketch.Node],
    _ named: [String: String]
  ) -> Sketch.Edge {
    func point(_ element: XMLElement) -> DiagramPoint {
      DiagramPoint(x: number(element, "x"), y: number(element, "y"))
    }
    let fixed = cell.geometry?.children("mxPoint") ?? []
    let middle = cell.geometry?.children("Array").first { $0.attribute("as") == "points" }
    func drawn(_ name: String) -> DiagramPoint? {
      fixed.first { $0.attribute("as") == name }.map(point)
    }
    func end(_ id: String?, _ name: String) -> DiagramPoint? {
      if let id, let index = byID[id], let box = boxes[index] { return box.centre }
      return drawn(name)
    }
    let points = [
      end(cell.source, "sourcePoint").map { [$0] } ?? [],
      (middle?.children("mxPoint") ?? []).map(point),
      end(cell.target, "targetPoint").map { [$0] } ?? [],
    ].flatMap { $0 }
    let start = Self.isHead(cell.style["startArrow"]) ? "head" : "none"
    var arrow = cell.style["endArrow"] ?? "classic"
    if start != "none", !Self.isHead(arrow) { arrow = "none" }
    let isBack = start != "none" && arrow == "none"
    var (source, target) = (cell.source, cell.target)
    // A line without any head and with no end at anything is a border.
    if source != nil || target != nil || start != "none" || arrow != "none" {
      source = source ?? element(at: drawn("sourcePoint"), of: cell, nodes)
      target = target ?? element(at: drawn("targetPoint"), of: cell, nodes)
    }
    (source, target) = (source.map { named[$0] ?? $0 }, target.map { named[$0] ?? $0 })
    // An arrow has a label at its middle and one at each end; the first is its title.
    let texts = [cell.title].compactMap { $0 } + labels
    return Sketch.Edge(
      id: cell.id, title: texts.first, lines: cell.title == nil ? [] : cell.lines,
      source: isBack ? target : source,
      target: isBack ? source : target, isTwoWay: (start == "none") == (arrow == "none"),
      points: points, data: data(of: cell) + texts.dropFirst().map { ("Label", $0) },
      line: cell.line)
  }

  /// Whether the end of a line points: a dot, a diamond, a bar or a number of the data model does not.
  private static func isHead(_ end: String?) -> Bool {
    guard let end else { return false }
    return ["classic", "block", "open", "async", "doubleBlock"].contains { end.hasPrefix($0) }
  }

  /// What is drawn where an arrow ends that is tied to nothing.
  private func element(
    at point: DiagramPoint?, of cell: Cell, _ nodes: [Sketch.Node]
  ) -> String? {
    guard let point else { return nil }
    let near = nodes.filter { $0.shape != .container && $0.box?.holds(point, margin: 12) == true }
    let found = near.min { ($0.box?.area ?? 0) < ($1.box?.area ?? 0) }
    guard let found else { return nil }
    model.losses.add(
      .guessed, "loose end", at: cell.id, line: cell.line, cell.title ?? "",
      why: "the flow ends at no element; `\(found.title ?? found.id)` is drawn where it ends")
    return found.id
  }
}
