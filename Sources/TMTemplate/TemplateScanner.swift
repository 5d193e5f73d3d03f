// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Reads the tags of a Mustache template, as far as a template of the report may use them.
///
/// Left out: inheritance (`{{<`, `{{$`) and partials whose names come from the model (`{{>*`).
struct TemplateScanner {
  /// How deep sections may lie in each other.
  static let depthLimit = 64

  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  /// The parts of a template, and what is wrong with them.
  static func scan(_ file: SourceFile) -> (nodes: [TemplateNode], diagnostics: [Diagnostic]) {
    var scanner = TemplateScanner(file)
    let nodes = scanner.nodes(inside: nil, depth: 0)
    return (nodes, scanner.diagnostics)
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  // MARK: - Structure

  /// What stands up to the end of a section, or of the file.
  private mutating func nodes(inside section: TemplateName?, depth: Int) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let tag = nextTag() {
      switch tag.sign {
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        guard let name = name(in: tag) else { continue }
        guard depth < Self.depthLimit else {
          report("sections lie more than \(Self.depthLimit) deep", tag.range, "use fewer levels")
          position = bytes.count
          return nodes
        }
        let inner = self.nodes(inside: name, depth: depth + 1)
        nodes.append(.section(name, tag.sign == UInt8(ascii: "#") ? .present : .absent, inner))
      case UInt8(ascii: "/"):
        guard let name = name(in: tag) else { continue }
        if name.text == section?.text { return nodes }
        reportEnd(name, of: section, tag)
        if section != nil { return nodes }
      case UInt8(ascii: ">"):
        if let partial = partial(in: tag) { nodes.append(partial) }
      case UInt8(ascii: "!"): continue
      case UInt8(ascii: "="): setDelimiters(tag)
      case UInt8(ascii: "%"): checkPragma(tag)
      case UInt8(ascii: "<"), UInt8(ascii: "$"):
        report("templates of reports have no inheritance", tag.range, "use a partial: `{{> name}}`")
      default:
        if let name = name(in: tag) { nodes.append(.variable(name)) }
      }
    }
    if let section {
      report(
        "the section `\(section.text)` is never closed", section.range,
        "add `{{/\(section.text)}}` where it ends")
    }
    return nodes
  }

  private mutating func reportEnd(_ name: TemplateName, of section: TemplateName?, _ tag: Tag) {
    guard let section else {
      return report(
        "`{{/\(name.text)}}` closes nothing", tag.range, "remove it, or open `{{#\(name.text)}}`")
    }
    diagnostics.append(
      Diagnostic(
        "template", .error, "`{{/\(name.text)}}` closes the section `\(section.text)`",
        at: Label(name.range), secondary: [Label(section.range, "opened here")],
        help: ["close it with `{{/\(section.text)}}` first"]))
  }

  // MARK: - Tags

  private struct Tag {
    /// The sign after the opening, 0 where there is none.
    let sign: UInt8
    /// What stands after the sign, before the closing.
    let content: Range<Int>
    /// All of it.
    let range: SourceRange
  }

  private mutating func nextTag() -> Tag? {
    guard let start = find(opening, from: position) else {
      position = bytes.count
      return nil
    }
    var content = start + opening.count
    let sign = content < bytes.count ? bytes[content] : 0
    let signs = Array("#^/>!=%<$&{".utf8)
    let hasSign = signs.contains(sign)
    if hasSign { content += 1 }
    let end =
      switch sign {
      case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
      case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
      default: closing
      }
    guard let close = find(end, from: content) else {
      report(
        "a tag is never closed", range(start..<min(start + opening.count, bytes.count)),
        "add `\(String(decoding: end, as: UTF8.self))`")
      position = bytes.count
      return nil
    }
    position = close + end.count
    return Tag(
      sign: hasSign ? sign : 0, content: content..<close, range: range(start..<position))
  }

  private func find(_ words: [UInt8], from start: Int) -> Int? {
    guard let first = words.first else { return nil }
    var index = start
    while index + words.count <= bytes.count {
      if bytes[index] == first, bytes[index..<(index + words.count)].elementsEqual(words) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func trimmed(_ content: Range<Int>) -> Range<Int> {
    var content = content
    while let first = content.first, Self.isSpace(bytes[first]) { content = content.dropFirst() }
    while let last = content.last, Self.isSpace(bytes[last]) { content = content.dropLast() }
    return content
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func text(_ content: Range<Int>) -> String {
    String(decoding: bytes[content], as: UTF8.self)
  }

  private func range(_ content: Range<Int>) -> SourceRange {
    SourceRange(file: file.id, start: UInt32(content.lowerBound), end: UInt32(content.upperBound))
  }

  // MARK: - Names

  private mutating func name(in tag: Tag) -> TemplateName? {
    let place = trimmed(tag.content)
    let text = text(place)
    guard let name = Self.name(text, range(place)) else {
      report(
        text.isEmpty ? "a tag names nothing" : "`\(text)` is no name of a field", tag.range,
        "write a field such as `{{title}}` or `{{model.title}}`")
      return nil
    }
    return name
  }

  /// `a.b`, `.a`, `.`, `transform(a.b)` or `transform()`.
  private static func name(_ text: String, _ range: SourceRange) -> TemplateName? {
    var transforms: [String] = []
    var rest = Substring(text)
    while let bracket = rest.firstIndex(of: "(") {
      guard rest.last == ")" else { return nil }
      transforms.append(String(rest[..<bracket]))
      rest = rest[rest.index(after: bracket)...].dropLast()
    }
    guard transforms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }),
      rest.utf8.allSatisfy({ isNameByte($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    if rest.isEmpty {
      guard !transforms.isEmpty else { return nil }
      return .init(path: [""], isLocal: true, transforms: transforms, text: text, range: range)
    }
    let isLocal = rest.first == "."
    if isLocal { rest = rest.dropFirst() }
    let path = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard rest.isEmpty || path.allSatisfy({ !$0.isEmpty }) else { return nil }
    return .init(
      path: rest.isEmpty ? [] : path, isLocal: isLocal, transforms: transforms, text: text,
      range: range)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private mutating func partial(in tag: Tag) -> TemplateNode? {
    let place = trimmed(tag.content)
    let name = text(place)
    guard name.first != "*" else {
      report("the name of a partial cannot come from the model", tag.range, "write the name itself")
      return nil
    }
    let isName = name.utf8.allSatisfy {
      Self.isNameByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    }
    guard isName, !name.isEmpty else {
      report("`\(name)` is no name of a partial", tag.range, "name a file beside the template")
      return nil
    }
    return .partial(name, range(place))
  }

  // MARK: - Settings

  private mutating func setDelimiters(_ tag: Tag) {
    let words = bytes[tag.content].split(whereSeparator: Self.isSpace)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      return report("delimiters come in two", tag.range, "write `{{=<% %>=}}`, for example")
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private mutating func checkPragma(_ tag: Tag) {
    let words = text(tag.content).split(separator: ":").map { word in
      word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let types = TemplateContent.allCases.map(\.pragma)
    if words.count == 2, words[0] == "CONTENT_TYPE", types.contains(words[1]) { return }
    report(
      "`\(text(trimmed(tag.content)))` is no setting", tag.range,
      "write `{{% CONTENT_TYPE:\(TemplateContent.text.pragma)}}`; the types are "
        + types.joined(separator: ", "))
  }

  private mutating func report(_ message: String, _ range: SourceRange, _ help: String) {
    diagnostics.append(Diagnostic("template", .error, message, at: Label(range), help: [help]))
  }
}
