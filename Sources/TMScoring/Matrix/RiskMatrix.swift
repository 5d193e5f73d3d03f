// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A risk matrix: exploitability in rows, severity of harm in columns, a word in each cell.
///
/// The cells are the manufacturer's: no guidance fills them in.
package struct RiskMatrix: Hashable, Sendable {
  /// The cells of one exploitability.
  package struct Row: Hashable, Sendable {
    package let name: String
    /// One word for each column.
    package let cells: [String]
  }

  package let title: String
  /// The severities of harm, the least first.
  package let columns: [String]
  /// In the order of the declaration.
  package let rows: [Row]
  /// The words of cells whose risk is acceptable.
  package let acceptable: [String]

  /// A matrix whose parts agree.
  ///
  /// - Parameters:
  ///   - columns: the severities of harm, the least first; each once.
  ///   - rows: an exploitability with one word for each column; each once.
  ///   - acceptable: words of cells; at least one cell bears each of them.
  package init(
    title: String, columns: [String], rows: [(String, [String])], acceptable: [String]
  ) throws(RiskMatrixFault) {
    guard !columns.isEmpty else {
      throw RiskMatrixFault(
        "the matrix has no columns", in: .columns,
        help: "list the severities of harm, the least first")
    }
    guard !rows.isEmpty else {
      throw RiskMatrixFault(
        "the matrix has no rows", in: .rows, help: "add a row for each exploitability")
    }
    if let twice = Self.firstRepeated(columns) {
      throw RiskMatrixFault(
        "column `\(columns[twice])` stands twice", in: .columns, help: "leave one of the two out")
    }
    if let twice = Self.firstRepeated(rows.map(\.0)) {
      throw RiskMatrixFault(
        "row `\(rows[twice].0)` stands twice", in: .row(twice), help: "leave one of the two out")
    }
    for (index, (name, cells)) in rows.enumerated() where cells.count != columns.count {
      throw RiskMatrixFault(
        "row `\(name)` has \(cells.count) \(cells.count == 1 ? "cell" : "cells") for "
          + "\(columns.count) \(columns.count == 1 ? "column" : "columns")",
        in: .row(index), help: "write one word for each of \(columns.joined(separator: ", "))")
    }
    let words = Set(rows.flatMap(\.1))
    guard !acceptable.isEmpty else {
      throw RiskMatrixFault(
        "no cell is acceptable", in: .acceptable, help: "name the cells whose risk is acceptable")
    }
    if let unknown = acceptable.first(where: { !words.contains($0) }) {
      throw RiskMatrixFault(
        "no cell is `\(unknown)`", in: .acceptable,
        help: "cells are \(VectorFields.list(Self.inOrder(rows.flatMap(\.1))))")
    }
    self.init(
      checkedTitle: title, columns: columns,
      rows: rows.map { Row(name: $0.0, cells: $0.1) }, acceptable: acceptable)
  }

  init(checkedTitle title: String, columns: [String], rows: [Row], acceptable: [String]) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.acceptable = acceptable
  }

  /// The cell of the easiest attack with the gravest harm.
  package var worstCell: (exploitability: String, severity: String, word: String)? {
    let order = ExploitabilityLevel.allCases.map(\.rawValue)
    let easiest = rows.max {
      (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
    }
    guard let easiest, let severity = columns.last, let word = easiest.cells.last else {
      return nil
    }
    return (easiest.name, severity, word)
  }

  /// The word where a row and a column meet; nil where the matrix lacks either.
  package func cell(exploitability: String, severity: String) -> String? {
    guard let row = rows.first(where: { $0.name == exploitability }),
      let column = columns.firstIndex(of: severity)
    else { return nil }
    return row.cells[column]
  }

  /// Whether the risk is acceptable; nil where the matrix lacks the row or the column.
  package func accepts(exploitability: String, severity: String) -> Bool? {
    cell(exploitability: exploitability, severity: severity).map(acceptable.contains)
  }

  /// All words of cells, in the order in which they first appear.
  package var words: [String] { Self.inOrder(rows.flatMap(\.cells)) }

  /// A row in which a graver harm is acceptable and a lesser one is not, by its place; nil for none.
  package var firstInvertedRow: Int? {
    rows.firstIndex { row in
      let accepted = row.cells.map(acceptable.contains)
      return zip(accepted, accepted.dropFirst()).contains { !$0 && $1 }
    }
  }

  private static func firstRepeated(_ words: [String]) -> Int? {
    words.indices.first { words[..<$0].contains(words[$0]) }
  }

  private static func inOrder(_ words: [String]) -> [String] {
    words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
