// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMWriting

/// Runs of words as inline Markdown on one line; nothing of a stranger's is obeyed.
struct MarkdownInline {
  let links: MarkdownLinks

  init(_ links: MarkdownLinks) { self.links = links }

  /// How many cells of a name stand in a link: in full it is where the link leads.
  private static let nameLimit = 200

  /// The words of a cell or of a part of a line.
  func part(_ words: [ReportText]) -> String { words.map(self.text).joined() }

  /// The words of a paragraph or list item, which must not begin a list of its own.
  func line(_ words: [ReportText]) -> String {
    let text = part(words)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let next = rest.first, next == "." || next == ")" else { return text }
    return digits + "\\" + rest
  }

  /// The place itself, to stand in front of what it is.
  func target(_ anchor: ReportAnchor) -> String { "<a name=\"\(links.anchors.name(anchor))\"></a>" }

  private func text(_ words: ReportText) -> String {
    switch words {
    case .words(let text): links.words.escaped(text)
    case .strong(let text): Self.strong(text)
    case .code(let text): Self.code(text)
    case .reference(let text, let anchor):
      "[\(Self.escaped(TerminalText.shortened(text, to: Self.nameLimit)))](\(links.destination(anchor)))"
    case .link(let address): Self.link(address)
    case .status(let status): MarkdownWriter.escaped(status.rawValue)
    case .score, .level: MarkdownWriter.escaped(words.plain)
    case .lineBreak: "<br>"
    }
  }

  /// How many cells of one run of words are shown.
  private static let wordLimit = 10_000

  /// The words on one line; the lines of a text flow into one another.
  static func escaped(_ words: String) -> String {
    let line = words.split(separator: "\n").joined(separator: " ")
    // No cell takes less than a byte.
    if line.utf8.count <= wordLimit { return MarkdownWriter.escaped(line) }
    return MarkdownWriter.escaped(TerminalText.shortened(line, to: wordLimit))
  }

  private static func strong(_ text: String) -> String {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if trimmed.isEmpty { return "" }
    let before = text.first == " " ? " " : ""
    let after = text.last == " " ? " " : ""
    return "\(before)**\(Self.escaped(trimmed))**\(after)"
  }

  /// A code span with a fence that the text does not have; pipes would end a cell even there.
  private static func code(_ text: String) -> String {
    let safe = TerminalText.sanitised(text)
    if safe.allSatisfy({ $0 == " " }) { return "" }
    if safe.contains("|") || safe.contains("$") {
      // Neither can be escaped inside a code span on every page.
      return "<code>\(MarkdownWriter.escaped(safe))</code>"
    }
    var fence = "`"
    while safe.contains(fence) { fence += "`" }
    let pad = safe.first == "`" || safe.last == "`" ? " " : ""
    return fence + pad + safe + pad + fence
  }

  /// Only an address of the web becomes a link.
  private static func link(_ address: String) -> String {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else {
      return MarkdownWriter.escaped(address)
    }
    return "[\(MarkdownWriter.escaped(address))](\(destination(address)))"
  }

  /// An address as the destination of a link: what would end it, or be obeyed, percent-encoded.
  static func destination(_ address: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(.init(byte))
      case _ where "-._~:/?#@+,;=%".utf8.contains(byte):
        result.unicodeScalars.append(.init(byte))
      case UInt8(ascii: "&"): result += "&amp;"
      default: result += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
      }
    }
    return result
  }
}

/// Remembers long words as Markdown: the same sentences stand in several chapters, and a text that is
/// too long is written again with fewer details.
final class MarkdownWords {
  private var known: [String: String] = [:]

  func escaped(_ words: String) -> String {
    if words.utf8.count < 200 { return MarkdownInline.escaped(words) }
    if let text = known[words] { return text }
    let text = MarkdownInline.escaped(words)
    known[words] = text
    return text
  }
}
