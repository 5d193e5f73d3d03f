// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes headings, paragraphs and tables in GitHub Flavored Markdown.
///
/// Words of a stranger stay words: what Markdown or HTML would obey is escaped, controls show as
/// `TerminalText` says, and nothing becomes a link or mentions anybody.
package struct MarkdownWriter: Sendable {
  /// What has been written.
  package private(set) var text = ""

  package init() {}

  /// Writes a heading; `level` 1 is the title of the document.
  package mutating func heading(_ title: String, level: Int) {
    separate()
    text += String(repeating: "#", count: level) + " " + Self.escaped(title) + "\n"
  }

  package mutating func paragraph(_ words: String) {
    separate()
    text += Self.escaped(words) + "\n"
  }

  /// Writes the head of a table; its rows follow.
  package mutating func tableHead(_ columns: [String]) {
    separate()
    row(columns)
    text += "|" + String(repeating: " --- |", count: columns.count) + "\n"
  }

  /// Writes a row; the lines of a cell stay apart.
  package mutating func row(_ cells: [String]) {
    for cell in cells {
      let lines = cell.split(separator: "\n", omittingEmptySubsequences: true)
      text += "| " + lines.map { Self.escaped(String($0)) }.joined(separator: "<br>")
      if !lines.isEmpty { text += " " }
    }
    text += "|\n"
  }

  private mutating func separate() { if !text.isEmpty { text += "\n" } }

  /// The words on one line, with nothing in them that Markdown or HTML obeys.
  package static func escaped(_ words: String) -> String {
    var result = ""
    var before: Unicode.Scalar = " "
    let safe = Array(TerminalText.sanitised(words).unicodeScalars)
    for (index, scalar) in safe.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // A reference to a person or an issue.
      case "@": result += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$": result += "\\\(scalar)"
      // The middle of what would become a link by itself.
      case ":" where index + 1 < safe.count && safe[index + 1] == "/": result += "&#58;"
      case "." where before == "w" || before == "W": result += "&#46;"
      case "#", "+", "-", "=":
        if index == 0 { result += "\\" }
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }
}
