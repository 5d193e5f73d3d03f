// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Writes a further property, or anything else, into a declaration.
struct PropertyInsertion {
  private let snapshot: ModelSnapshot
  private var model: Model { snapshot.model }

  init(_ snapshot: ModelSnapshot) { self.snapshot = snapshot }

  /// The edit that adds a line, or several, at the end of the body of a declaration.
  func edit(adding text: String, to id: EntityID) -> Edit {
    let node = model.syntax(id)
    let file = node.tree.file
    guard let body = node.first(.body) else {
      let heading = node.children.filter { $0.kind != .semicolon && $0.kind != .attribute }.last
      let end = (heading?.range ?? node.range).endPoint
      return text.contains("\n")
        ? Edit(
          end, " {\n\(indented(text, snapshot.text(file).indentation(at: start(node)) + "  "))}")
        : Edit(end, " { \(text) }")
    }
    let source = snapshot.text(file)
    let bytes = source.bytes
    let isOneLine =
      source.line(of: Int(body.range.start)) == source.line(of: Int(body.range.end) - 1)
    let last = body.children.filter { $0.kind != .rightBrace }.last
    if isOneLine, !text.contains("\n") {
      guard let last, last.kind != .leftBrace else {
        let point = SourceRange(file: file, start: body.range.start + 1, end: body.range.end - 1)
        return Edit(point, " \(text) ")
      }
      // The semicolon behind a property belongs to the property or stands alone.
      let separator = bytes[Int(last.range.end) - 1] == UInt8(ascii: ";") ? " " : "; "
      return Edit(last.range.endPoint, separator + text)
    }
    let outer = source.indentation(at: start(node))
    if isOneLine {
      let items = bytes[Int(body.range.start) + 1..<Int(body.range.end) - 1]
      let kept = String(decoding: items, as: UTF8.self).trimmedSpace
      let lines = (kept.isEmpty ? "" : indented(kept, outer + "  ")) + indented(text, outer + "  ")
      return Edit(body.range, "{\n\(lines)\(outer)}")
    }
    let brace = Int(body.range.end) - 1
    var lineStart = brace
    while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 {
      lineStart -= 1
    }
    let point = SourceRange(file: file, start: UInt32(lineStart), end: UInt32(lineStart))
    let isOwnLine = lineStart > 0 && bytes[lineStart - 1] == 0x0A
    return Edit(point, (isOwnLine ? "" : "\n") + indented(text, outer + "  "))
  }

  /// Where the keyword of a declaration stands, behind its attributes.
  private func start(_ node: SyntaxNode) -> Int {
    Int((node.first(.name) ?? node).range.start)
  }

  private func indented(_ text: String, _ indentation: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : indentation + $0 + "\n" }.joined()
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmedSpace: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    var bytes = Array(utf8)[...]
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
