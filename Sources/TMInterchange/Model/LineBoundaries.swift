// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Trust boundaries that were drawn as lines on one diagram.
///
/// A line has no inside. Where the flows that it cuts part the elements in two, and the smaller part does not
/// straddle a boundary, a boundary around that part says the same; else the flows say it in their documentation.
struct LineBoundaries {
  /// A line, and where it stands in the file.
  struct Line {
    let title: String?
    let description: String?
    let path: DrawnLine?
    let link: String
    let source: String
    let sourceLine: Int?

    /// All that it says.
    var text: String { [title, description].compactMap { $0 }.joined(separator: ": ") }
  }

  /// Comparisons of pieces of lines for one diagram; what is beyond is told and not looked at.
  private static let budget = 20_000_000
  /// Sentences about lines that the flows of one diagram get.
  private static let maximumSentences = 5_000

  private let model: ImportedModel
  private let elements: [ImportedDeclaration]
  private var ways: [(flow: ImportedDeclaration, way: LineSides.Way)] = []
  private var spent = 0
  private var sentences = 0

  /// - Parameter flows: those of the diagram whose ends are among the elements, with their lines.
  init(
    _ model: ImportedModel, elements: [ImportedDeclaration],
    flows: [(flow: ImportedDeclaration, line: DrawnLine)]
  ) {
    self.model = model
    self.elements = elements
    var positions: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      if let id = element.id { positions[id] = index }
    }
    for (flow, line) in flows {
      guard let ends = flow.ends, let source = positions[ends.source],
        let target = positions[ends.target]
      else { continue }
      ways.append((flow, .init(source: source, target: target, line: line)))
    }
  }

  mutating func add(_ lines: [Line]) {
    for line in lines { add(line) }
  }

  private mutating func add(_ line: Line) {
    guard let path = line.path else {
      return drop(line, "where it runs is not said: draw a boundary around what it protects")
    }
    spent += 10 * elements.count
    spent += ways.reduce(0) { $0 + path.work(with: $1.way.line) }
    guard spent <= Self.budget else {
      return drop(
        line, "the diagram has too many lines to compare: draw a boundary around what it protects")
    }
    let cut = Set(ways.indices.filter { ways[$0].way.line.crossings(path) % 2 == 1 })
    guard !cut.isEmpty else {
      return drop(line, "it cuts no flow: draw a boundary around what it protects")
    }
    guard
      let inside = LineSides.inside(
        of: path, cutting: cut, ways.map(\.way), elements: elements.count),
      let place = place(of: inside)
    else {
      return comment(
        cut, line, "it does not part the elements in two: the flows that it cuts say so")
    }
    guard
      depth(around: place.parent) + (place.members.map(height).max() ?? 0)
        < ImportedModel.maximumDepth
    else {
      return comment(
        cut, line,
        "a model nests at most \(ImportedModel.maximumDepth) deep: the flows that it cuts say so")
    }
    let names = inside.sorted().compactMap { elements[$0].id }
    // A line without a title is known by what it encloses.
    let name = line.title ?? "around \(names.first ?? "")"
    let boundary = ImportedDeclaration(
      .boundary, model.names.id(name, orElse: "boundary"), line.title)
    boundary.document(line.description)
    boundary.add(.link, text: line.link)
    model.enclose(place.members, in: boundary, inside: place.parent)
    let shown = names.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    model.losses.add(
      .guessed, "trust boundary drawn as a line", at: line.source, line: line.sourceLine,
      line.text, target: boundary.id ?? "",
      why: "a line has no inside: the boundary is around the smaller side, "
        + shown + (names.count > 4 ? " and \(names.count - 4) more" : ""))
  }

  private func drop(_ line: Line, _ why: String) {
    model.losses.add(
      .dropped, "trust boundary drawn as a line", at: line.source, line: line.sourceLine,
      line.text, why: why)
  }

  private mutating func comment(_ cut: Set<Int>, _ line: Line, _ why: String) {
    sentences += cut.count
    guard sentences <= Self.maximumSentences else {
      return drop(
        line, "the diagram has too many lines to tell: draw a boundary around what it protects")
    }
    let name = line.title.map { " “\(ImportedText.condensed($0))”" } ?? ""
    for index in cut.sorted() {
      ways[index].flow.document("Crosses the trust boundary\(name), which was drawn as a line.")
    }
    model.losses.add(
      .keptAsText, "trust boundary drawn as a line", at: line.source, line: line.sourceLine,
      line.text, target: cut.min().flatMap { ways[$0].flow.id } ?? "",
      why: why)
  }

  // MARK: - The place of a boundary

  /// What the boundary encloses, all in one place; nil where the elements straddle a boundary.
  ///
  /// Boundaries nest in one another, line by line: what each of them holds is found out once for all elements.
  private func place(
    of inside: Set<Int>
  ) -> (members: [ImportedDeclaration], parent: ImportedDeclaration?)? {
    let ids = Set(inside.compactMap { elements[$0].id })
    var whole: [ObjectIdentifier: Bool] = [:]
    var seen: Set<ObjectIdentifier> = []
    var members: [ImportedDeclaration] = []
    var parent: ImportedDeclaration?
    var isFirst = true
    for element in inside.sorted().map({ elements[$0] }) {
      // The outermost boundary that holds nothing but elements inside; else the element itself.
      var member = element
      var around = model.around(element)
      while let outer = around, outer.keyword == .boundary, holdsOnly(ids, outer, &whole) {
        member = outer
        around = model.around(outer)
      }
      if isFirst { parent = around }
      guard isFirst || parent === around else { return nil }
      isFirst = false
      if seen.insert(ObjectIdentifier(member)).inserted { members.append(member) }
    }
    return members.isEmpty ? nil : (members, parent)
  }

  private func holdsOnly(
    _ ids: Set<String>, _ boundary: ImportedDeclaration, _ known: inout [ObjectIdentifier: Bool]
  ) -> Bool {
    if let answer = known[ObjectIdentifier(boundary)] { return answer }
    var isWhole = true
    for child in boundary.children where isWhole {
      if child.keyword == .boundary {
        isWhole = holdsOnly(ids, child, &known)
      } else {
        isWhole = !child.keyword.isElement || child.id.map(ids.contains) ?? false
      }
    }
    known[ObjectIdentifier(boundary)] = isWhole
    return isWhole
  }

  /// How deep a declaration inside another one would lie.
  private func depth(around place: ImportedDeclaration?) -> Int {
    var depth = 0
    var current = place
    while let outer = current, depth < ImportedModel.maximumDepth {
      depth += 1
      current = model.around(outer)
    }
    return depth
  }

  /// How many levels lie in a declaration.
  private func height(_ declaration: ImportedDeclaration) -> Int {
    (declaration.children.map { height($0) + 1 }.max() ?? 0)
  }
}
