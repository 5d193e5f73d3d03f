// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A drawing that says what there is by shapes, lines and frames, and nothing else.
struct Sketch {
  enum Shape {
    /// A circle, an ellipse or a box with round corners: how data-flow diagrams draw a process.
    case round
    case square
    /// A shape that stands for work in flowcharts: a decision, a call of something else.
    case work
    /// A cylinder, or two parallel lines.
    case drum
    case person
    /// A symbol that drawings call an external entity.
    case outside
    /// A frame around other shapes.
    case container
  }

  struct Node {
    let id: String
    var title: String?
    let shape: Shape
    /// How the drawing calls the shape.
    let look: String
    /// The id of the frame around it, where the drawing says it.
    let parent: String?
    let box: DiagramBox?
    /// What the drawing says beside the title, by name.
    var data: [(name: String, value: String)] = []
    let line: Int
  }

  struct Edge {
    /// What it says, for the report.
    var told: String {
      let facts = data.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
      return facts.isEmpty ? title ?? "" : "\(title ?? "") (\(facts))"
    }

    let id: String
    let title: String?
    /// The lines of the title, where it has several.
    var lines: [String] = []
    let source: String?
    let target: String?
    let isTwoWay: Bool
    /// How it runs; empty where the drawing does not say it.
    var points: [DiagramPoint] = []
    /// What the drawing says beside the title, by name.
    var data: [(name: String, value: String)] = []
    let line: Int
  }

  let title: String?
  var nodes: [Node] = []
  var edges: [Edge] = []
}

extension ImportedModel {
  /// Adds a drawing.
  ///
  /// - Parameters:
  ///   - number: the number of the drawing among those of the file.
  ///   - format: what stands in front of its ids in `link`.
  ///   - page: what stands between the two, where other drawings of the file may have the same ids.
  func add(
    _ sketch: Sketch, number: Int, format: String, page: String = ""
  ) throws(SourceFault) {
    var builder = SketchBuilder(self, sketch, number: number, format: "\(format):\(page)")
    try builder.build()
  }
}

/// Puts a drawing into a model.
private struct SketchBuilder {
  private let model: ImportedModel
  private let sketch: Sketch
  private let number: Int
  private let format: String
  /// The declaration of each node, in order.
  private var all: [ImportedDeclaration] = []
  /// The first of each id.
  private var declared: [String: ImportedDeclaration] = [:]
  /// The element in each frame that holds no other, where a flow ends at the frame.
  private var soleMembers: [String: ImportedDeclaration] = [:]

  init(_ model: ImportedModel, _ sketch: Sketch, number: Int, format: String) {
    (self.model, self.sketch, self.number, self.format) = (model, sketch, number, format)
  }

  mutating func build() throws(SourceFault) {
    let frames = sketch.nodes.filter { $0.shape == .container }
    try SourceLimits.check(boundaries: frames.count, line: frames.last?.line)
    // Where processes are drawn round, a square is an external entity.
    let drawsRound = sketch.nodes.contains {
      $0.shape == .round && !SketchedKind.isPerson($0.title) && !SketchedKind.isTerminal($0.title)
    }
    var elements: [ImportedDeclaration] = []
    for node in sketch.nodes {
      let declaration = declare(node, drawsRound: drawsRound)
      all.append(declaration)
      if declared[node.id] == nil {
        declared[node.id] = declaration
      } else {
        model.nameDouble(node.id, at: node.id, line: node.line, declaration)
      }
      if declaration.keyword.isElement { elements.append(declaration) }
    }
    place(frames)
    findEndsInFrames()
    var flows: [(flow: ImportedDeclaration, line: DrawnLine)] = []
    var loose: [Sketch.Edge] = []
    for edge in sketch.edges {
      if edge.source == nil, edge.target == nil, edge.points.count > 1 {
        loose.append(edge)
      } else if let flow = addFlow(edge) {
        if edge.points.count > 1 { flows.append((flow, DrawnLine(edge.points))) }
      }
    }
    var lines = LineBoundaries(model, elements: elements, flows: flows)
    lines.add(
      loose.map {
        .init(
          title: $0.title,
          description: $0.data.isEmpty
            ? nil : $0.data.map { "\($0.name): \($0.value)" }.joined(separator: "\n"),
          path: DrawnLine($0.points),
          link: "\(format)\($0.id)", source: $0.id, sourceLine: $0.line)
      })
    let included = elements.compactMap(\.id)
    guard !included.isEmpty, let title = sketch.title else { return }
    let view = ImportedDeclaration(.view, model.names.id("view \(title)", orElse: "view"), title)
    view.add(.include, words: included)
    model.add(view)
  }

  // MARK: - Shapes

  private func declare(_ node: Sketch.Node, drawsRound: Bool) -> ImportedDeclaration {
    let kind = SketchedKind(node, drawsRound: drawsRound)
    let keyword = kind.keyword
    let declaration = ImportedDeclaration(
      keyword, model.names.id(node.title ?? "", orElse: keyword.word), node.title)
    if kind.isHuman { declaration.add(.human, "yes") }
    declaration.add(.link, text: "\(format)\(node.id)")
    declaration.diagram = number
    add(node.data, to: declaration, at: node.id, line: node.line)
    if node.shape == .square || node.shape == .work || kind.isByName {
      let reason =
        kind.isByName
        ? "by its title: \(keyword.phrase)"
        : node.shape == .square && keyword == .external
          ? "a square where processes are round: \(keyword.phrase)" : "taken for \(keyword.phrase)"
      model.losses.add(
        .guessed, "kind of a shape", at: node.id, line: node.line, node.look,
        target: declaration.id ?? "", why: reason)
    }
    return declaration
  }

  /// Adds data: a link as one, the protocol of a flow as its protocol, the rest as texts.
  private func add(
    _ data: [(name: String, value: String)], to declaration: ImportedDeclaration, at place: String,
    line: Int
  ) {
    for (name, value) in data {
      if name == "link" {
        declaration.add(.link, text: value)
        continue
      }
      let read = ImportedProtocol(value)
      if ["protocol", "label"].contains(name.lowercased()), declaration.keyword == .flow,
        read.rest == nil,
        !declaration.has(.protocol), !declaration.has(.encrypted)
      {
        read.add(to: declaration)
        continue
      }
      let text = ImportedText.condensed(ImportedText.withoutTags(value))
      model.keep(
        "data of a shape", text, as: "\(ImportedText.condensed(name)): \(text)",
        at: "\(place).\(name)", line: line, in: declaration,
        why: "names of data are the author's own")
    }
  }

  private func place(_ frames: [Sketch.Node]) {
    let boxes = frames.compactMap { frame in frame.box.map { (frame.id, $0) } }
    let nesting = BoxNesting(boundaries: boxes.map(\.1))
    let positions = Dictionary(
      boxes.enumerated().map { ($0.element.0, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var placements: [ImportedModel.Placement] = []
    for (node, declaration) in zip(sketch.nodes, all) {
      var outer = node.parent.flatMap { declared[$0] }
      if outer?.keyword != .boundary { outer = nil }
      if let box = node.box, let inner = frame(around: node, box, in: boxes) {
        outer = declared[inner]
      } else if outer == nil, let box = node.box {
        let place =
          if node.shape == .container, let position = positions[node.id] {
            nesting.parent(ofBoundary: position)
          } else { nesting.parent(ofElement: box) }
        outer = place.flatMap { declared[boxes[$0].0] }
      }
      placements.append(
        .init(declaration: declaration, outer: outer, source: node.id, line: node.line))
    }
    model.place(placements)
  }

  /// The smallest frame that is drawn around a node inside the frame that it says it lies in.
  private func frame(
    around node: Sketch.Node, _ box: DiagramBox, in boxes: [(String, DiagramBox)]
  ) -> String? {
    guard let parent = node.parent, let outer = boxes.first(where: { $0.0 == parent })?.1 else {
      return nil
    }
    let inside = boxes.filter { id, frame in
      id != node.id && id != parent && frame.area < outer.area && frame.area > box.area
        && outer.encloses(frame)
        && (node.shape == .container ? frame.encloses(box) : frame.holds(box.centre))
    }
    return inside.min { $0.1.area < $1.1.area }?.0
  }

  // MARK: - Lines

  /// A flow that ends at a frame with one element means that.
  private mutating func findEndsInFrames() {
    let named = Set(sketch.edges.flatMap { [$0.source, $0.target] }.compactMap { $0 })
    for (node, declaration) in zip(sketch.nodes, all)
    where node.shape == .container && named.contains(node.id) {
      var members: [ImportedDeclaration] = []
      func visit(_ declaration: ImportedDeclaration) {
        if declaration.keyword.isElement { members.append(declaration) }
        declaration.children.forEach(visit)
      }
      declaration.children.forEach(visit)
      if members.count == 1 { soleMembers[node.id] = members[0] }
    }
  }

  private func addFlow(_ edge: Sketch.Edge) -> ImportedDeclaration? {
    var ends = [edge.source, edge.target].map { $0.flatMap { soleMembers[$0] ?? declared[$0] } }
    // A flow between a frame and what lies in it says nothing.
    if ends[0] === ends[1], edge.source != edge.target { ends = [nil, nil] }
    for (id, end) in zip([edge.source, edge.target], ends) {
      guard let id, end != nil, soleMembers[id] != nil else { continue }
      model.losses.add(
        .guessed, "end at a frame", at: edge.id, line: edge.line, edge.title ?? "",
        target: end?.id ?? "", why: "the flow ends at a frame; this is all that lies in it")
    }
    guard let source = ends[0], let target = ends[1], source.keyword.isElement,
      target.keyword.isElement, let from = source.id, let to = target.id
    else {
      model.losses.add(
        .dropped, "flow with a loose end", at: edge.id, line: edge.line, edge.told,
        why: "an end is at nothing, or at a frame around other things")
      return nil
    }
    let label = FlowLabel(edge)
    let title = DefaultTitles.isDefault(label.title) ? nil : label.title
    let flow = ImportedDeclaration(
      .flow, model.names.id(title ?? label.seed ?? "\(from)-\(to)", orElse: "flow"), title)
    label.protocol?.add(to: flow)
    flow.ends = .init(from, to, isTwoWay: edge.isTwoWay)
    flow.add(.link, text: "\(format)\(edge.id)")
    add(label.data, to: flow, at: edge.id, line: edge.line)
    model.add(flow)
    return flow
  }
}
