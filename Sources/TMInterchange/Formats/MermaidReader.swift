// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads flowcharts of Mermaid: nodes, links and subgraphs; classes and styles say nothing about a system.
struct MermaidReader {
  private let model: ImportedModel
  private var sketch: Sketch
  private var positions: [String: Int] = [:]
  private var frames: [String] = []
  /// The names of links, which are given properties as nodes are.
  private var linkNames: Set<String> = []
  /// The nodes of one subgraph that another names, with the other: each is reported once.
  private var twice: Set<String> = []
  /// What a click on a node does, until all nodes are known.
  private var clicks: [(text: String, line: Int)] = []
  /// Whether the lines of a description in braces run.
  private var isDescription = false

  /// Whether a text is a flowchart: that is what its first statement says.
  static func isFlowchart(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(16 << 10), as: UTF8.self)
    let word = firstStatement(of: start)?.text.prefix { !$0.isWhitespace }
    return word.map { ["flowchart", "flowchart-elk", "graph"].contains($0) } ?? false
  }

  /// The first statement of a text, which is neither comment nor front matter, with its line.
  static func firstStatement(of text: String) -> (text: String, line: Int)? {
    statements(String(text.prefix(16 << 10))).first.map { (String($0.text), $0.line) }
  }

  static func read(_ bytes: [UInt8], fileName: String) throws(SourceFault) -> ImportedModel {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SourceFault("the file is no text in UTF-8", line: nil, help: "save it as UTF-8")
    }
    let charts =
      isFlowchart(bytes)
      ? [MermaidChart(text: text, lines: 0, heading: nil)] : MermaidChart.all(in: text)
    let model = ImportedModel(title: charts.lazy.compactMap { title($0.text) }.first ?? fileName)
    model.system.add(.method, "stride")
    if !isFlowchart(bytes) {
      for other in MermaidChart.others(in: text) {
        model.losses.add(
          .dropped, "another diagram", at: other.kind, line: other.line, other.kind,
          why: "of the diagrams of Mermaid, flowcharts are read")
      }
    }
    for (number, chart) in charts.enumerated() {
      let name = title(chart.text) ?? chart.heading ?? "Chart \(number + 1)"
      var reader = MermaidReader(
        model: model, sketch: Sketch(title: charts.count > 1 ? name : nil))
      try reader.read(chart)
      try model.add(reader.sketch, number: number, format: "mermaid")
    }
    return model
  }

  private mutating func read(_ chart: MermaidChart) throws(SourceFault) {
    let statements = Self.statements(chart.text)
    for (statement, line) in statements.dropFirst() { try read(statement, line + chart.lines) }
    for click in clicks { add(click) }
    guard !isDescription else {
      throw SourceFault(
        "an `accDescr` has no `}`", line: statements.last.map { $0.line + chart.lines },
        help: "write `}` where it ends")
    }
    guard frames.isEmpty else {
      throw SourceFault(
        "a `subgraph` has no `end`", line: statements.last.map { $0.line + chart.lines },
        help: "write `end` where it ends")
    }
  }

  // MARK: - Statements

  /// The title of the front matter.
  private static func title(_ text: String) -> String? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.firstIndex(where: { $0.contains { !$0.isWhitespace } }),
      lines[first].trimmed == "---"
    else { return nil }
    for line in lines[(first + 1)...] {
      if line.trimmed == "---" { return nil }
      if line.trimmed.hasPrefix("title:") {
        // The front matter is YAML, where a text in quotes may have escapes.
        let root = (try? YAMLSource.tree(Array(line.utf8))).map { SourceCursor(root: $0) }
        let written = (try? root?.text("title")) ?? nil
        let title = written ?? MermaidLine.plain(String(line.trimmed.dropFirst(6)))
        return title.isEmpty ? nil : title
      }
    }
    return nil
  }

  /// The statements with their lines, without comments, directives and front matter.
  private static func statements(_ text: String) -> [(text: Substring, line: Int)] {
    var found: [(text: Substring, line: Int)] = []
    var isFrontMatter = false
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var next = 0
    while next < lines.count {
      let index = next
      var line = lines[index].trimmed
      next += 1
      if line == "---", found.isEmpty {
        isFrontMatter.toggle()
        continue
      }
      if isFrontMatter || line.isEmpty || line.hasPrefix("%%") { continue }
      // A text in quotes, and what is said in `@{ … }`, may run over several lines.
      if let last = lines[index...].closing(within: labelLines), last > index {
        let all = [line] + lines[(index + 1)...last].filter { !$0.trimmed.hasPrefix("%%") }
        line = all.joined(separator: "\n")[...]
        next = last + 1
      }
      for part in MermaidLine.parts(of: line) { found.append((part, index + 1)) }
    }
    return found
  }

  /// How many lines a statement may have.
  private static let labelLines = 20

  private mutating func read(_ statement: Substring, _ line: Int) throws(SourceFault) {
    if isDescription { return describe(statement) }
    let word = statement.prefix { !$0.isWhitespace }
    try refuseNode(word, statement, line)
    switch word {
    case "direction", "style", "classDef", "class", "linkStyle": return
    case "click": clicks.append((String(statement.dropFirst(word.count).trimmed), line))
    case "accTitle:", "accTitle", "accDescr:", "accDescr", "accDescr{":
      let text = statement.dropFirst(word.hasSuffix("{") ? word.count - 1 : word.count).trimmed
      isDescription = text.hasPrefix("{")
      describe(text.drop { ":{".contains($0) }.trimmed)
    case "end": _ = frames.popLast()
    case "subgraph":
      try open(statement.dropFirst(word.count).trimmed, line)
    default: try readChain(statement, line)
    }
  }

  /// The words that begin a statement, and are no names of nodes.
  private static let words: Set<Substring> = [
    "direction", "style", "classDef", "class", "linkStyle", "click", "end", "subgraph",
  ]

  /// Refuses a statement that takes a word of Mermaid for the name of a node: `end --> A`.
  private func refuseNode(
    _ word: Substring, _ statement: Substring, _ line: Int
  ) throws(SourceFault) {
    guard Self.words.contains(word) else { return }
    let rest = statement.dropFirst(word.count).trimmed
    var scanner = MermaidLine(rest)
    guard word == "end" ? !rest.isEmpty : scanner.link() != nil else { return }
    throw SourceFault(
      "`\(ImportedText.condensed(String(statement.prefix(60))))`: `\(word)` is a word of Mermaid, and no name of a node",
      line: line, help: "give the node another name, such as `\(word)1[\(word)]`")
  }

  /// What a chart says for those who do not see it is about the whole.
  private mutating func describe(_ text: Substring) {
    let isLast = isDescription && text.hasSuffix("}")
    let plain = isLast ? text.dropLast().trimmed : text
    if !plain.isEmpty { model.system.document(MermaidLine.plain(String(plain))) }
    if isLast { isDescription = false }
  }

  /// Adds the address that a click on a node leads to as its link; what else a click does is named.
  private mutating func add(_ click: (text: String, line: Int)) {
    let id = String(click.text.prefix { !$0.isWhitespace })
    let texts = click.text.split(separator: "\"", omittingEmptySubsequences: false)
    let address = texts.count > 2 ? String(texts[1]) : ""
    let isAddress = address.contains("://")
    if isAddress, let index = positions[id] { sketch.nodes[index].data.append(("link", address)) }
    let rest =
      isAddress && positions[id] != nil ? texts.dropFirst(3).joined().trimmedText : click.text
    guard !rest.isEmpty else { return }
    model.losses.add(
      .dropped, "click", at: id, line: click.line, rest,
      why: "a model has links, and nothing else that a click does")
  }

  private mutating func open(_ heading: Substring, _ line: Int) throws(SourceFault) {
    guard frames.count < SourceLimits.depth else { throw SourceLimits.tooDeep(line: line) }
    var scanner = MermaidLine(heading)
    var id = "subgraph-\(line)"
    var title: String? = String(heading)
    if let node = scanner.node(mayHaveBlank: true), scanner.isAtEnd {
      id = node.id
      title = node.title ?? node.id
    }
    // As in Mermaid, the second of a name goes on with the first.
    if let known = positions[id], sketch.nodes[known].shape == .container {
      frames.append(id)
      let plain = title.map(MermaidLine.plain)
      guard plain != id, plain != sketch.nodes[known].title else { return }
      if sketch.nodes[known].title == id {
        sketch.nodes[known].title = plain
      } else {
        model.losses.add(
          .dropped, "second title of a subgraph", at: id, line: line, plain ?? "",
          why: "it goes on with the subgraph of line \(sketch.nodes[known].line), which has a title"
        )
      }
      return
    }
    sketch.nodes.append(
      .init(
        id: id, title: title.map(MermaidLine.plain), shape: .container, look: "subgraph",
        parent: frames.last, box: nil, line: line))
    if positions[id] == nil { positions[id] = sketch.nodes.count - 1 }
    frames.append(id)
  }

  // MARK: - Nodes and links

  private mutating func readChain(_ statement: Substring, _ line: Int) throws(SourceFault) {
    var scanner = MermaidLine(statement)
    guard var left = nodes(&scanner, line) else { throw Self.fault(statement, line) }
    while !scanner.isAtEnd {
      guard let link = scanner.link(), let right = nodes(&scanner, line) else {
        throw Self.fault(statement, line)
      }
      if let name = link.name, !name.isEmpty { linkNames.insert(name) }
      for from in link.isHidden ? [] : left {
        for to in right {
          guard sketch.edges.count < SourceLimits.nodes else {
            throw SourceLimits.tooMany(line: line)
          }
          sketch.edges.append(
            .init(
              id: "\(link.isBack ? to : from)-\(link.isBack ? from : to)",
              title: link.title.map(MermaidLine.plain),
              lines: link.title.map(MermaidLine.lines) ?? [], source: link.isBack ? to : from,
              target: link.isBack ? from : to, isTwoWay: link.isTwoWay, line: line))
        }
      }
      left = right
    }
  }

  private static func fault(_ statement: Substring, _ line: Int) -> SourceFault {
    SourceFault(
      "`\(ImportedText.condensed(String(statement.prefix(60))))` is no statement of a flowchart",
      line: line, help: "see whether Mermaid draws it; `A[Title] --> B[(Store)]` is read")
  }

  /// Nodes joined by `&`, declared where they are met first.
  private mutating func nodes(_ scanner: inout MermaidLine, _ line: Int) -> [String]? {
    var ids: [String] = []
    repeat {
      guard let node = scanner.node() else { return nil }
      declare(node, line)
      ids.append(node.id)
    } while scanner.skipAmpersand()
    return ids
  }

  private mutating func declare(_ node: MermaidLine.Node, _ line: Int) {
    if linkNames.contains(node.id), positions[node.id] == nil { return }
    let shape = node.shape
    if let index = positions[node.id] {
      let known = sketch.nodes[index]
      guard known.shape != .container else { return }
      let parent = place(of: known, line)
      // What was only named before has its shape and title here; what is named in a subgraph lies in it.
      sketch.nodes[index] = .init(
        id: known.id, title: node.title.map(MermaidLine.plain) ?? known.title,
        shape: shape ?? known.shape, look: shape == nil ? known.look : node.look,
        parent: parent, box: nil, data: known.data + node.data,
        line: known.line)
      return
    }
    positions[node.id] = sketch.nodes.count
    sketch.nodes.append(
      .init(
        id: node.id, title: MermaidLine.plain(node.title ?? node.id), shape: shape ?? .square,
        look: node.look, parent: frames.last, box: nil, data: node.data, line: line))
  }
}

extension MermaidReader {
  /// The subgraph of a node that is named again: the inner of two that lie in one another, else the first.
  private mutating func place(of known: Sketch.Node, _ line: Int) -> String? {
    guard let first = known.parent, let frame = frames.last, first != frame else {
      return known.parent ?? frames.last
    }
    if frames.contains(first) { return frame }
    var around = positions[first].flatMap { sketch.nodes[$0].parent }
    for _ in 0..<SourceLimits.depth {
      guard let outer = around else { break }
      if outer == frame { return first }
      around = positions[outer].flatMap { sketch.nodes[$0].parent }
    }
    guard twice.insert("\(known.id) \(frame)").inserted else { return first }
    let title = positions[frame].flatMap { sketch.nodes[$0].title } ?? frame
    model.losses.add(
      .dropped, "node in a second subgraph", at: known.id, line: line, title,
      why: "an element lies in one place: as in Mermaid, that is the subgraph that names it first")
    return first
  }
}

extension String {
  fileprivate var trimmedText: String { String(self[...].trimmed) }
}

extension ArraySlice<Substring> {
  /// The line with which the text in quotes or the `@{` ends that the first line opens; nil where it opens none.
  fileprivate func closing(within count: Int) -> Int? {
    var place = MermaidLine.Openness()
    for (index, line) in zip(indices, self).prefix(count) {
      line.forEach { place.read($0) }
      if index == startIndex, !place.isOpen { return nil }
      if !place.isOpen { return index }
    }
    return nil
  }
}
