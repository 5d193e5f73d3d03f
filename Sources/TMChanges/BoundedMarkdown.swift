// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Collects Markdown up to a length; tables lose rows, which are counted, before they would go beyond.
struct BoundedMarkdown {
  private(set) var text = ""
  private let limit: Int
  private var leftOut = 0

  /// Kept free for the ends of what is open and for the last sentence.
  private static let reserve = 600

  /// - Parameter limit: in bytes of UTF-8.
  init(limit: Int) { self.limit = limit }

  /// How a table stands in the text.
  enum Frame {
    /// Under a heading, if there is one.
    case open(String?)
    /// Behind its title, to be opened by the reader.
    case folded(String)
  }

  /// Writes a line that is Markdown already, if there is room.
  mutating func line(_ markdown: String) {
    if hasRoom(for: markdown) { text += markdown + "\n" } else { leftOut += 1 }
  }

  /// Writes a table of cells that are Markdown already; nothing where there is no row.
  mutating func table(_ frame: Frame, _ columns: [String], _ rows: [[String]]) {
    if rows.isEmpty { return }
    var head = "\n"
    switch frame {
    case .open(nil): break
    case .open(let title?): head += "**\(title)**\n\n"
    case .folded(let title): head += "<details><summary>\(title)</summary>\n\n"
    }
    head += Self.row(columns) + "|" + String(repeating: " --- |", count: columns.count) + "\n"
    let lines = rows.map(Self.row)
    guard let first = lines.first, hasRoom(for: head + first) else {
      leftOut += rows.count
      return
    }
    text += head
    var isFull = false
    for line in lines {
      isFull = isFull || !hasRoom(for: line)
      if isFull { leftOut += 1 } else { text += line }
    }
    if case .folded = frame { text += "\n</details>\n" }
  }

  /// Says what was left out, if anything was.
  mutating func end() {
    guard leftOut > 0 else { return }
    let rows = leftOut == 1 ? "1 more row is" : "\(leftOut) more rows are"
    text += "\n\(rows) left out: a comment has at most 65,536 characters. `tm diff` prints all.\n"
  }

  private func hasRoom(for piece: String) -> Bool {
    text.utf8.count + piece.utf8.count + Self.reserve <= limit
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { $0.isEmpty ? "| " : "| \($0) " }.joined() + "|\n"
  }

  /// A name as code; one with anything but letters, digits and the signs of paths stays words.
  static func code(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", ":", " ", "<", ">", "(", ")": true
      default: false
      }
    }
    return isPlain && !name.isEmpty ? "`\(name)`" : MarkdownWriter.escaped(name)
  }
}
