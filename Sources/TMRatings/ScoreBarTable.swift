// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Scores one below the other, each with its name, bar, number and severity.
struct ScoreBarTable {
  private static let widest = 20
  private static let narrowest = 5

  private var rows: [(name: String, score: Score, severity: SeverityBand)] = []

  mutating func append(_ name: String, _ score: Score, _ severity: SeverityBand) {
    rows.append((TerminalText.sanitised(name), score, severity))
  }

  /// The rows for a terminal `width` cells wide; the bars give way first.
  func text(width: Int, _ colouring: Colouring) -> String {
    let names = rows.map { TerminalText.width(of: $0.name) }.max() ?? 0
    // Two spaces twice, four cells of the number, two spaces, the longest severity.
    let cells = min(max(width - names - 18, Self.narrowest), Self.widest)
    return rows.map { row in
      let space = String(repeating: " ", count: names - TerminalText.width(of: row.name) + 2)
      let number = (row.score.tenths < 100 ? " " : "") + row.score.description
      return row.name + space + ScoreBar.text(row.score, row.severity, cells: cells, colouring)
        + "  " + number + "  " + colouring.paint(row.severity.rawValue, row.severity.style) + "\n"
    }.joined()
  }
}
