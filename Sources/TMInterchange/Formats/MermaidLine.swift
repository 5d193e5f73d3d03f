// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads nodes and links of one line of a flowchart.
struct MermaidLine {
  struct Node {
    let id: String
    let title: String?
    /// Nil where only the id stands.
    let shape: Sketch.Shape?
    let look: String
    /// What else is written about it, by name.
    var data: [(name: String, value: String)] = []
  }

  struct Link {
    let title: String?
    let isTwoWay: Bool
    /// Whether the arrow points at what stands before it.
    let isBack: Bool
    let isHidden: Bool
    /// The name that properties are given to it by: `e1@-->`.
    let name: String?
  }

  private var rest: Substring

  init(_ text: Substring) { rest = text.trimmed }

  var isAtEnd: Bool { rest.isEmpty }

  /// Whether a text in quotes, or what is said in `@{ … }`, is open where a text ends that is read sign by sign.
  struct Openness {
    private var isQuoted = false
    private var isData = false
    private var last: Character = " "

    var isOpen: Bool { isQuoted || isData }

    mutating func read(_ sign: Character) {
      if sign == "\"" {
        isQuoted.toggle()
      } else if !isQuoted {
        isData = isData ? sign != "}" : sign == "{" && last == "@"
      }
      last = sign
    }
  }

  /// The parts of a line between `;` outside of texts.
  static func parts(of line: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = line.startIndex
    var place = Openness()
    for index in line.indices {
      place.read(line[index])
      guard line[index] == ";", !place.isOpen else { continue }
      // `#quot;` is the name of a character.
      let word = line[start..<index].reversed().prefix { $0.isLetter || $0.isNumber }
      if line[start..<index].dropLast(word.count).last == "#" { continue }
      parts.append(line[start..<index].trimmed)
      start = line.index(after: index)
    }
    parts.append(line[start...].trimmed)
    return parts.filter { !$0.isEmpty }
  }

  /// A label as plain text: without quotes, tags, Markdown ticks, icons and names of characters.
  static func plain(_ text: String) -> String {
    var text = text[...].trimmed
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 {
      text = text.dropFirst().dropLast()
    }
    if text.hasPrefix("`"), text.hasSuffix("`"), text.count > 1 {
      text = text.dropFirst().dropLast()
      text = Emphasis.removed(from: String(text))[...]
    }
    // What is named by its character is no part of a tag.
    let named = ImportedText.withoutTags(String(text)).replacing("#quot;", with: "\"").replacing(
      "#amp;", with: "&"
    )
    .replacing("#lt;", with: "<").replacing("#gt;", with: ">")
    let words = ImportedText.condensed(named).split(separator: " ")
    return words.filter { !isIcon($0) }.map { withCharacters($0) }.joined(separator: " ")
  }

  /// The lines of a label, each as plain text.
  static func lines(_ text: String) -> [String] {
    var text = text[...].trimmed
    for mark in ["\"", "`"] where text.hasPrefix(mark) && text.hasSuffix(mark) && text.count > 1 {
      text = text.dropFirst().dropLast()
    }
    return ImportedText.labelLines(String(text), isHTML: true).map(plain)
  }

  /// Whether a word is a picture: `fa:fa-user`, `fab:fa-github`.
  private static func isIcon(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && parts[0].hasPrefix("fa") && parts[0].count <= 4
      && parts[1].hasPrefix("fa-")
  }

  /// A word with its characters by number, such as `#9829;`; one that nothing shows is left out.
  private static func withCharacters(_ word: Substring) -> String {
    var result = ""
    var rest = word
    while let sign = rest.firstIndex(of: "#") {
      result += rest[..<sign]
      rest = rest[sign...]
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      let after = rest.dropFirst(1 + digits.count)
      guard after.first == ";", let number = UInt32(digits), let scalar = Unicode.Scalar(number)
      else {
        result.append("#")
        rest = rest.dropFirst()
        continue
      }
      if number > 0x20, number != 0x7F { result.unicodeScalars.append(scalar) }
      rest = after.dropFirst()
    }
    return result + rest
  }

  // MARK: - Nodes

  private static let brackets: [(open: String, close: [String], shape: Sketch.Shape)] = [
    ("(((", [")))"], .round), ("((", ["))"], .round), ("([", ["])"], .round), ("[(", [")]"], .drum),
    ("[[", ["]]"], .work), ("[/", ["/]", "\\]"], .square), ("[\\", ["\\]", "/]"], .square),
    ("{{", ["}}"], .work), ("[", ["]"], .square), ("(", [")"], .round), ("{", ["}"], .work),
    (">", ["]"], .square),
  ]

  private static let names: [String: Sketch.Shape] = [
    "cyl": .drum, "cylinder": .drum, "database": .drum, "db": .drum, "lin-cyl": .drum,
    "disk": .drum, "h-cyl": .drum, "das": .drum, "datastore": .drum, "data-store": .drum,
    "docs": .drum, "circle": .round, "circ": .round, "rounded": .round, "event": .round,
    "stadium": .round, "pill": .round, "terminal": .round, "dbl-circ": .round,
    "double-circle": .round, "subproc": .work, "fr-rect": .work, "framed-rectangle": .work,
    "subprocess": .work, "subroutine": .work, "hex": .work, "hexagon": .work, "prepare": .work,
    "diam": .work, "diamond": .work, "decision": .work, "cloud": .work,
  ]

  /// A node: `id`, `id[Title]`, `id@{ shape: cyl, label: "Title" }`, with an optional class behind.
  ///
  /// - Parameter mayHaveBlank: whether a blank may stand between id and bracket, as in `subgraph id [Title]`.
  mutating func node(mayHaveBlank: Bool = false) -> Node? {
    rest = rest.trimmed
    let id = idPrefix()
    guard !id.isEmpty else { return nil }
    rest = rest.dropFirst(id.count)
    if mayHaveBlank, rest.trimmed.hasPrefix("[") { rest = rest.trimmed }
    var node = Node(id: String(id), title: nil, shape: nil, look: "id")
    if let bracket = Self.brackets.first(where: { rest.hasPrefix($0.open) }) {
      let inner = rest.dropFirst(bracket.open.count)
      guard let (text, after) = Self.content(inner, until: bracket.close) else { return nil }
      node = Node(
        id: String(id), title: String(text), shape: bracket.shape,
        look: bracket.open + (bracket.close.first ?? ""))
      rest = after
    }
    while rest.hasPrefix(":::") || rest.hasPrefix("@{") {
      if rest.hasPrefix(":::") {
        rest = rest.dropFirst(3)
        rest = rest.dropFirst(idPrefix().count)
      } else {
        guard let (data, after) = Self.content(rest.dropFirst(2), until: ["}"]),
          let described = Self.described(node, data)
        else { return nil }
        (node, rest) = (described, after)
      }
    }
    rest = rest.trimmed
    return node
  }

  /// The id that stands here; a `-` or `=` belongs to it only where no link begins with it.
  private func idPrefix() -> Substring {
    var end = rest.startIndex
    while end < rest.endIndex {
      let sign = rest[end]
      if sign.isLetter || sign.isNumber || "_.:/!$%*+?'\\".contains(sign) {
        if rest[end...].hasPrefix(":::") { break }
        end = rest.index(after: end)
        continue
      }
      let next = rest[end...].dropFirst().first
      guard sign == "-" || sign == "=", let next, next.isLetter || next.isNumber || next == "_",
        end != rest.startIndex
      else { break }
      end = rest.index(after: end)
    }
    return rest[rest.startIndex..<end]
  }

  /// How a node or a link looks. An icon or a picture says what a node is, and is kept.
  private static let presentation: Set<String> = [
    "form", "pos", "h", "w", "constraint", "animate", "animation", "curve",
  ]

  /// A node with what is said about it in `@{ … }`; nil where that is no YAML.
  ///
  /// As in Mermaid, one line is a mapping in braces, several lines are a mapping without.
  private static func described(_ node: Node, _ text: Substring) -> Node? {
    let written = withoutBreaks(text)
    let yaml = written.contains { $0.isNewline } ? written : "{\(written)}"
    guard let root = try? YAMLSource.tree(Array(yaml.utf8)) else { return nil }
    let fields: [(key: String, value: SourceNode)]
    switch root.content {
    case .mapping(let found): fields = found
    case .empty: fields = []
    case .list, .scalar: return nil
    }
    var node = node
    for (key, value) in fields {
      guard case .scalar(let value) = value.content else { continue }
      switch key {
      case "shape":
        let name = plain(value)
        node = Node(
          id: node.id, title: node.title, shape: names[name] ?? .square, look: name,
          data: node.data)
      case "label":
        node = Node(
          id: node.id, title: value, shape: node.shape, look: node.look, data: node.data)
      case _ where presentation.contains(key): continue
      default: node.data.append((key, plain(value)))
      }
    }
    return node
  }

  /// A text of which those in quotes have `<br/>` for the ends of their lines.
  private static func withoutBreaks(_ text: Substring) -> String {
    var result = ""
    var isQuoted = false
    var isBreak = false
    for sign in text {
      if sign == "\"" { isQuoted.toggle() }
      if isQuoted, sign.isNewline {
        isBreak = true
        result += "<br/>"
      } else if !isBreak || !sign.isWhitespace {
        isBreak = false
        result.append(sign)
      }
    }
    return result
  }

  /// The text up to a closing bracket that stands outside of quotes.
  private static func content(
    _ text: Substring, until ends: [String]
  ) -> (Substring, Substring)? {
    var isQuoted = false
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == "\"" { isQuoted.toggle() }
      if !isQuoted, let end = ends.first(where: { text[place...].hasPrefix($0) }) {
        return (text[text.startIndex..<place], text[place...].dropFirst(end.count))
      }
      place = text.index(after: place)
    }
    return nil
  }

  mutating func skipAmpersand() -> Bool {
    guard rest.hasPrefix("&") else { return false }
    rest = rest.dropFirst().trimmed
    return true
  }

  // MARK: - Links

  /// A link: `-->`, `---`, `-.->`, `==>`, `<-->`, `--o`, `~~~`, with a text in it or behind it.
  mutating func link() -> Link? {
    rest = rest.trimmed
    // `e1@-->` names a link.
    var name: String?
    let written = rest.prefix { $0.isLetter || $0.isNumber || "_-".contains($0) }
    if !written.isEmpty, written.endIndex < rest.endIndex, rest[written.endIndex] == "@" {
      name = String(written)
      rest = rest[written.endIndex...].dropFirst()
    }
    var isBack = false
    // A circle or a cross points back only where no head stands at the other end.
    var isMarked = false
    if let first = rest.first, "<ox".contains(first), let next = rest.dropFirst().first,
      "-=.".contains(next)
    {
      isBack = true
      isMarked = first != "<"
      rest = rest.dropFirst()
    }
    guard let first = rest.first, "-=~".contains(first) else { return nil }
    var line = rest.prefix { "-=.~".contains($0) }
    guard line.count >= 2 else { return nil }
    rest = rest.dropFirst(line.count)
    if isMarked, rest.first == ">" { isBack = false }
    var isForward = takeHead(of: line)
    var title: String?
    if !isForward, line.count == 2 || line == "-." {
      // `-- text -->`: the rest of the link stands behind the text.
      let closing = first == "=" ? "==" : line == "-." ? ".-" : "--"
      guard let end = rest.firstRange(of: closing) else { return nil }
      title = String(rest[rest.startIndex..<end.lowerBound])
      rest = rest[end.lowerBound...]
      line = rest.prefix { "-=.~".contains($0) }
      rest = rest.dropFirst(line.count)
      if isMarked, rest.first == ">" { isBack = false }
      isForward = takeHead(of: line)
    }
    rest = rest.trimmed
    if rest.hasPrefix("|") {
      guard let (text, after) = Self.content(rest.dropFirst(), until: ["|"]) else { return nil }
      title = String(text)
      rest = after.trimmed
    }
    return Link(
      title: title.flatMap { Self.plain($0).isEmpty ? nil : $0 },
      isTwoWay: isBack == isForward, isBack: isBack && !isForward, isHidden: first == "~",
      name: name)
  }

  /// Takes the head of an arrow. As in Mermaid, an `o` or `x` right behind a whole line is a head, even where a node
  /// begins with it: `A---oB` ends with a circle at `B`.
  private mutating func takeHead(of line: Substring) -> Bool {
    guard let head = rest.first else { return false }
    if head == ">" {
      rest = rest.dropFirst()
      return true
    }
    guard "ox".contains(head), line != "-.", rest.dropFirst().first != nil else { return false }
    rest = rest.dropFirst()
    return true
  }
}

extension Substring {
  /// Without white space at its ends.
  var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[start.startIndex...last]
  }
}
