// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How wide the columns of a table are where its width is that of a page.
///
/// A column holds its longest word, so that no word and no heading breaks inside; what is left goes to the
/// columns with the longest texts, by the root of their length, so that rows are about as high in each.
package struct ColumnShares {
  /// In percent of the table, one for each column.
  package let percent: [Double]

  /// The characters of its tables that a page holds upright, and across where they are smaller.
  private static let (upright, across) = (116.0, 200.0)
  /// Around the words of a cell, in characters.
  private static let padding = 2.2
  /// A longer word may break.
  private static let longestWord = 17.0
  /// How much wider a column is that has four times the text.
  private static let rootWeight = 3.6

  /// - Parameter isAcross: whether the table stands on pages across.
  package init(_ table: ReportTable, isAcross: Bool = false) {
    var least: [Double] = []
    var wanted: [Double] = []
    // In one line each.
    var most: [Double] = []
    for (index, column) in table.columns.enumerated() {
      let cells = table.rows.compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      let lines = cells.flatMap(Self.lines)
      // Headings are bold.
      let heading = Self.longestWord(in: [.words(column.title)]) * 1.12
      let word = min(max(heading, lines.map(Self.longestWord).max() ?? 0), Self.longestWord)
      let lengths = lines.map { Double($0.reduce(0) { $0 + Self.length($1) }) }
      let squares = lengths.reduce(0) { $0 + $1 * $1 } / Double(max(lengths.count, 1))
      let typical = squares.squareRoot()
      least.append(word + Self.padding)
      wanted.append(max(word, min(typical, Self.rootWeight * typical.squareRoot())) + Self.padding)
      most.append(max(word, typical) + Self.padding)
    }
    let page = isAcross ? Self.across : Self.upright
    let widths =
      Self.total(wanted) < page
      ? Self.between(wanted, most, page) : Self.between(least, wanted, page)
    let total = max(Self.total(widths), 1)
    percent = widths.map { ($0 * 1000 / total).rounded() / 10 }
  }

  /// As far from the smaller widths to the larger ones as there is room.
  private static func between(_ small: [Double], _ large: [Double], _ page: Double) -> [Double] {
    let (floor, ceiling) = (total(small), total(large))
    guard ceiling > floor else { return small }
    let share = max(0, min(1, (page - floor) / (ceiling - floor)))
    return zip(small, large).map { $0 + ($1 - $0) * share }
  }

  private static func total(_ widths: [Double]) -> Double { widths.reduce(0, +) }

  /// The lines of a cell.
  private static func lines(_ runs: [ReportText]) -> [[ReportText]] {
    var lines: [[ReportText]] = [[]]
    for run in runs {
      if case .lineBreak = run { lines.append([]) } else { lines[lines.count - 1].append(run) }
    }
    return lines
  }

  private static func longestWord(in line: [ReportText]) -> Double {
    line.map { run in
      switch run {
      // They stay in one piece, with a sign or a ground of their own.
      case .status, .level: Double(longest(run.plain)) + 3
      case .score: Double(run.plain.count) + 1
      case .code(let text): Double(longest(text)) * 1.05
      case .words, .strong, .reference, .link, .lineBreak: Double(longest(run.plain))
      }
    }.max() ?? 0
  }

  /// The letters of the longest word; a line may also break behind a hyphen.
  private static func longest(_ text: String) -> Int {
    text.split { $0.isWhitespace || $0 == "-" }.map(\.count).max() ?? 0
  }

  private static func length(_ run: ReportText) -> Int { run.plain.count }
}
