// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Changes of one declaration that leave its layout, its comments and everything else in it as they are.
///
/// Changes are collected, and `edits` gives them for the text that the declaration stands in.
package struct DeclarationEdit {
  private let node: SyntaxNode
  private var bytes: [UInt8] { node.tree.bytes }
  private var changed: [Edit] = []
  /// What the body gets.
  private var added: [Addition] = []

  /// A property, or a declaration of one or several lines.
  private struct Addition {
    let text: String
    let isProperty: Bool
    var after: Set<String> = []
  }

  package init(_ node: SyntaxNode) { self.node = node }

  /// The property of a name, if the declaration states it.
  package func property(_ name: String) -> SyntaxNode? {
    node.first(.body)?.children.first { item in
      item.kind == .property && item.first(.name).map { $0.text == name } ?? false
    }
  }

  /// The text of a property's values as they are written, comments and line ends in it included.
  package static func values(of property: SyntaxNode) -> [SyntaxNode] {
    Array(property.children.drop { $0.kind != .colon && $0.kind != .assign }.dropFirst())
  }

  // MARK: - Properties

  /// States a property: in the place of its values, else on a line of its own.
  ///
  /// - Parameter after: properties that it stands behind, if there are any; else it stands behind the last.
  package mutating func set(_ name: String, to values: String, after: Set<String> = []) {
    guard let property = property(name) else {
      added.append(Addition(text: "\(name): \(values)", isProperty: true, after: after))
      return
    }
    let tokens = Self.values(of: property)
    guard let first = tokens.first, let last = tokens.last else {
      changed.append(Edit(property.range, "\(name): \(values)"))
      return
    }
    if Self.holdsComment(property) {
      // A list over several lines with comments between: the comments stay where they are.
      changed.append(Edit(first.range, values))
      changed += tokens.dropFirst().map { Edit($0.range, "") }
    } else {
      changed.append(Edit(first.range.union(last.range), values))
    }
  }

  /// Deletes a property with its line; comments in it stay.
  package mutating func remove(_ name: String) {
    guard let property = property(name) else { return }
    if Self.holdsComment(property) {
      changed += property.children.map { Edit($0.range, "") }
    } else {
      changed.append(Edit(Self.line(of: property.range, in: bytes), ""))
    }
  }

  /// Whether a comment stands inside a property: between its tokens, since no value holds `//`.
  private static func holdsComment(_ property: SyntaxNode) -> Bool {
    let tree = property.tree
    var end: UInt32?
    for index in property.index..<(property.index + Int(tree.entries[property.index].size))
    where tree.entries[index].kind.isToken {
      let token = tree.entries[index]
      if let end, tree.bytes[Int(end)..<Int(token.start)].contains(UInt8(ascii: "/")) {
        return true
      }
      end = token.end
    }
    return false
  }

  private static func line(of range: SourceRange, in bytes: [UInt8]) -> SourceRange {
    SourceLines.lineIfAlone(range, in: bytes) ?? SourceLines.statement(range, in: bytes)
  }

  // MARK: - Heading

  /// Sets the title, or takes it away.
  package mutating func setTitle(_ title: String?) {
    let literal = title.map(StringLiteral.literal)
    let heading = node.children.prefix { $0.kind != .body }
    if let old = heading.first(where: { $0.kind == .string }) {
      if let literal {
        changed.append(Edit(old.range, literal))
      } else {
        var start = Int(old.range.start)
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        let range = SourceRange(file: old.range.file, start: UInt32(start), end: old.range.end)
        changed.append(Edit(range, ""))
      }
    } else if let literal, let last = heading.last {
      changed.append(Edit(last.range.endPoint, " \(literal)"))
    }
  }

  /// Sets the ends and the arrow of a flow.
  package mutating func setEnds(_ source: String, _ target: String, isTwoWay: Bool) {
    let heading = Array(node.children.prefix { $0.kind != .body })
    guard let arrow = heading.firstIndex(where: { [.arrow, .twoWayArrow].contains($0.kind) }),
      arrow > 0, arrow + 1 < heading.count
    else { return }
    let range = heading[arrow - 1].range.union(heading[arrow + 1].range)
    changed.append(Edit(range, "\(source) \(isTwoWay ? "<->" : "->") \(target)"))
  }

  /// Sets the keyword: what kind of thing it is.
  package mutating func setKeyword(_ word: String) {
    guard let keyword = node.first(.name) else { return }
    changed.append(Edit(keyword.range, word))
  }

  /// Puts lines of documentation in the place of those in front of the declaration.
  package mutating func setDocumentation(_ lines: [String]) {
    let start = Self.startWithDocumentation(node)
    let indent = SourceLines.indentation(of: node.range, in: bytes) ?? ""
    let text = lines.map { "/// \($0)\n\(indent)" }.joined()
    changed.append(
      Edit(SourceRange(file: node.range.file, start: start, end: node.range.start), text))
  }

  // MARK: - Declarations inside

  /// Adds a declaration at the end of the body.
  package mutating func append(declaration text: String) {
    added.append(Addition(text: text, isProperty: false))
  }

  /// An edit that takes a declaration away with its documentation and its line.
  package static func removal(of node: SyntaxNode) -> Edit {
    let start = startWithDocumentation(node)
    let whole = SourceRange(file: node.range.file, start: start, end: node.range.end)
    return Edit(line(of: whole, in: node.tree.bytes), "")
  }

  /// Where the comments right above a declaration begin, else where the declaration does.
  package static func startWithComments(_ node: SyntaxNode) -> UInt32 {
    startWithLines(of: [0x2F, 0x2F], above: node)
  }

  /// Where the `///` lines right above a declaration begin, else where the declaration does.
  private static func startWithDocumentation(_ node: SyntaxNode) -> UInt32 {
    startWithLines(of: [0x2F, 0x2F, 0x2F], above: node)
  }

  private static func startWithLines(of sign: [UInt8], above node: SyntaxNode) -> UInt32 {
    let bytes = node.tree.bytes
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    var start = Int(node.range.start)
    while true {
      var end = start
      while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      guard end > 0, isEnd(bytes[end - 1]) else { break }
      end -= end > 1 && bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D ? 2 : 1
      var first = end
      while first > 0, !isEnd(bytes[first - 1]) { first -= 1 }
      while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      guard bytes[first..<end].starts(with: sign) else { break }
      start = first
    }
    return UInt32(start)
  }

  // MARK: - Edits

  /// The text of the file changes by these.
  package var edits: [Edit] {
    guard !added.isEmpty else { return changed }
    guard let body = node.first(.body), let brace = body.first(.leftBrace) else {
      return changed + [Edit(node.range.endPoint, newBody)]
    }
    let items = body.children.filter { !$0.kind.isToken }
    if added.contains(where: { $0.text.contains("\n") }), let lines = onLines(body, items) {
      return changed + lines
    }
    return changed + added.map { edit(for: $0, brace, items) }
  }

  /// A body of one line laid out on lines, with what is added at its end; nil where it has lines already.
  ///
  /// No comment can stand in such a body: it would reach to the end of the line, over the brace.
  private func onLines(_ body: SyntaxNode, _ items: [SyntaxNode]) -> [Edit]? {
    let range = body.range
    guard bytes[Int(range.end) - 1] == UInt8(ascii: "}"),
      !bytes[Int(range.start)..<Int(range.end)].contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return nil }
    let outer = SourceLines.indentation(of: node.range, in: bytes) ?? ""
    let end = SourceLines.lineEnding(of: bytes)
    let inner = end + outer + "  "
    let last = range.end - 1
    let starts = items.map(\.range.start) + [last]
    let ends = [range.start + 1] + items.map { endOfItem($0) }
    let news = added.map { inner + Self.indented($0.text, by: outer + "  ") }.joined()
    return zip(ends, starts).map { gap in
      Edit(
        SourceRange(file: range.file, start: gap.0, end: gap.1),
        gap.1 == last ? news + end + outer : inner)
    }
  }

  /// The end of an item without the semicolon that parts it from the next.
  private func endOfItem(_ item: SyntaxNode) -> UInt32 {
    let isParted = bytes[Int(item.range.end) - 1] == UInt8(ascii: ";")
    return item.range.end - (isParted ? 1 : 0)
  }

  private var newBody: String {
    if added.count == 1, let only = added.first, !only.text.contains("\n") {
      return " { \(only.text) }"
    }
    let indent = SourceLines.indentation(of: node.range, in: bytes) ?? ""
    let inner = added.map { Self.indented($0.text, by: indent + "  ") }
      .joined(separator: "\n\(indent)  ")
    return " {\n\(indent)  \(inner)\n\(indent)}"
  }

  private func edit(
    for addition: Addition, _ brace: SyntaxNode, _ items: [SyntaxNode]
  ) -> Edit {
    let text = addition.text
    let properties = items.filter { $0.kind == .property }
    let anchor =
      addition.isProperty
      ? properties.last { property in
        property.first(.name).map { addition.after.contains($0.text) } ?? false
      } ?? properties.last
      : items.last
    if let anchor {
      if let indent = SourceLines.indentation(of: anchor.range, in: bytes),
        let edit = SourceLines.newLine(
          Self.indented(text, by: indent), behind: anchor.range, indent: indent, in: bytes)
      {
        return edit
      }
      return Edit(anchor.range.endPoint, "; \(text)")
    }
    guard let first = items.first else {
      let inner = SourceLines.indentation(of: node.range, in: bytes).map { $0 + "  " }
      let whole = inner.map { Self.indented(text, by: $0) } ?? text
      if let edit = SourceLines.newLine(whole, behind: brace.range, indent: inner, in: bytes) {
        return edit
      }
      let isSpaced = SourceLines.isFollowedBySpace(brace.range, in: bytes)
      return Edit(brace.range.endPoint, isSpaced ? " \(text)" : " \(text) ")
    }
    let inner = SourceLines.indentation(of: first.range, in: bytes)
    let whole = inner.map { Self.indented(text, by: $0) } ?? text
    return SourceLines.newLine(whole, behind: brace.range, indent: inner, in: bytes)
      ?? Edit(first.range.startPoint, "\(text); ")
  }

  /// A text of several lines with white space in front of all but the first.
  package static func indented(_ text: String, by indent: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + indent)
  }
}
