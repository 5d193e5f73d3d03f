// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The `///` comment that describes a declaration.
enum DocumentationComment {
  /// The comment lines right in front of a node, as paragraphs of one text.
  static func text(before node: SyntaxNode) -> String? {
    let bytes = node.tree.bytes
    var end = Int(node.range.start)
    var lines: [String] = []
    while let line = lineAbove(bytes, &end) {
      guard line.starts(with: [0x2F, 0x2F, 0x2F]) else { break }
      var content = line.dropFirst(3)
      if content.first == 0x20 { content = content.dropFirst() }
      lines.append(String(decoding: content, as: UTF8.self))
    }
    guard !lines.isEmpty else { return nil }
    return lines.reversed().joined(separator: "\n")
  }

  /// The trimmed line above the line that `end` lies in, when nothing but space is in between.
  private static func lineAbove(_ bytes: [UInt8], _ end: inout Int) -> ArraySlice<UInt8>? {
    var position = end
    while position > 0, isSpace(bytes[position - 1]) { position -= 1 }
    guard position > 0, isLineEnd(bytes[position - 1]) else { return nil }
    if position > 1, bytes[position - 1] == 0x0A, bytes[position - 2] == 0x0D { position -= 1 }
    var last = position - 1
    while last > 0, isSpace(bytes[last - 1]) { last -= 1 }
    var first = last
    while first > 0, !isLineEnd(bytes[first - 1]) { first -= 1 }
    end = first
    return bytes[first..<last].drop { isSpace($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
