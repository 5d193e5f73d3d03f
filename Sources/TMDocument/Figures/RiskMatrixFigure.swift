// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRatings
import TMRegister
import TMRisk
import TMScoring

/// The risk matrix with the threats in each cell, before and after measures.
package struct RiskMatrixFigure: Sendable {
  package let title: String
  /// The severities of harm, the least first.
  package let columns: [String]
  /// The exploitabilities, in the order of the matrix.
  package let rows: [Row]
  /// Who filled in the cells.
  package let note: String
  /// The ids of the threats that have no place: no exploitability is known, or they harm nobody.
  package let unplaced: [String]

  package struct Row: Sendable {
    package let name: String
    /// One for each column.
    package let cells: [Cell]
  }

  package struct Cell: Sendable {
    /// What the matrix says of the risk: `uncontrolled`.
    package let word: String
    package let isAcceptable: Bool
    /// The ids of the threats that lie here before measures.
    package let before: [String]
    /// The ids of those that lie here now: an open threat stays where it was.
    package let after: [String]
  }

  /// Why there is nothing to see; nil where there is.
  package var absence: String? {
    let isEmpty = rows.allSatisfy { $0.cells.allSatisfy { $0.before.isEmpty && $0.after.isEmpty } }
    guard isEmpty else { return nil }
    return "No threat has both an exploitability and a severity of harm, so none has a place in "
      + "the risk matrix."
  }

  package init(_ source: ReportSource) {
    let matrix = source.risks.matrix
    func place(_ level: ExploitabilityLevel?, _ threat: AssessedThreat) -> [String]? {
      guard let level, let harm = threat.harmSeverity,
        matrix.cell(exploitability: level.rawValue, severity: harm) != nil
      else { return nil }
      return [level.rawValue, harm]
    }
    var before: [[String]: [String]] = [:]
    var after: [[String]: [String]] = [:]
    var unplaced: [String] = []
    for threat in source.risks.threats {
      let first = place(threat.initialExploitability, threat)
      let now = place(threat.currentExploitability, threat)
      if let first { before[first, default: []].append(threat.threat.id) }
      if let now { after[now, default: []].append(threat.threat.id) }
      if first == nil, now == nil { unplaced.append(threat.threat.id) }
    }
    title = matrix.title
    columns = matrix.columns
    note = MatrixTable.note(matrix)
    self.unplaced = unplaced
    rows = matrix.rows.map { row in
      let cells = zip(matrix.columns, row.cells).map { column, word in
        Cell(
          word: word, isAcceptable: matrix.acceptable.contains(word),
          before: before[[row.name, column]] ?? [], after: after[[row.name, column]] ?? [])
      }
      return Row(name: row.name, cells: cells)
    }
  }
}
