// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A part of a page of the handbook, in the little Markdown that it is written in.
enum MarkdownPart: Equatable {
  case heading(level: Int, text: String)
  case paragraph(String)
  case quote(String)
  /// The items of a list; an item of several lines is one text.
  case list([String])
  /// A fenced block, with the word behind the fence.
  case code(language: String, lines: [String])
  /// The cells of a table, the head first.
  case table([[String]])

  /// The parts of a page, in order.
  static func parts(of markdown: String) -> [MarkdownPart] {
    var parts: [MarkdownPart] = []
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.isEmpty || line.hasPrefix("<!--") { continue }
      if line.hasPrefix("```") {
        let marks = line.prefix { $0 == "`" }
        let code = lines.prefix { $0 != marks }
        lines = lines.dropFirst(code.count + 1)
        let language = line.dropFirst(marks.count).split(separator: " ").first ?? ""
        parts.append(.code(language: String(language), lines: code.map(String.init)))
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        parts.append(.heading(level: level, text: String(line.dropFirst(level + 1))))
      } else if line.hasPrefix("| ") {
        let rows = lines.prefix { $0.hasPrefix("|") }
        lines = lines.dropFirst(rows.count)
        parts.append(.table(([line] + rows.dropFirst()).map(cells)))
      } else {
        let text = lines.prefix { !$0.isEmpty && !$0.hasPrefix("```") && !$0.hasPrefix("#") }
        lines = lines.dropFirst(text.count)
        parts.append(prose([line] + text))
      }
    }
    return parts
  }

  private static func prose(_ lines: [Substring]) -> MarkdownPart {
    let first = lines[0]
    if first.hasPrefix("> ") { return .quote(joined(lines.map { $0.dropFirst(2) })) }
    guard first.hasPrefix("- ") else { return .paragraph(joined(lines)) }
    var items: [[Substring]] = []
    for line in lines {
      if line.hasPrefix("- ") {
        items.append([line.dropFirst(2)])
      } else {
        items[items.count - 1].append(line)
      }
    }
    return .list(items.map(joined))
  }

  private static func joined(_ lines: [Substring]) -> String {
    lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// The cells of a row; `\|` is no border.
  private static func cells(_ row: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.split(separator: " ").joined(separator: " "))
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }
}
