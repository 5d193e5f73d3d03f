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

  /// How many threats lie now in cells that the matrix does not accept, and are acceptable to the policy for
  /// another reason, such as their score.
  package let acceptedOtherwise: Int

  /// Whether the model uses a matrix at all.
  let isUsed: Bool
  /// Whether the cells themselves say what is acceptable.
  package let isPolicy: Bool

  package struct Row: Sendable {
    package let name: String
    /// One for each column.
    package let cells: [Cell]
  }

  package struct Cell: Sendable {
    /// What the matrix says of the risk: `uncontrolled`.
    package let word: String
    /// Whether the matrix accepts what lies here.
    package let isAcceptable: Bool
    /// Whether one of the threats that lie here now is not acceptable, by the same policy as everywhere
    /// else in the report.
    package let isRefused: Bool
    /// The ids of the threats that lie here before measures.
    package let before: [String]
    /// The ids of those that lie here now: an open threat stays where it was.
    package let after: [String]
  }

  /// Why there is nothing to see; nil where there is.
  package var absence: String? {
    guard isUsed else {
      return "The model uses no risk matrix: what is acceptable, its policy says."
    }
    let isEmpty = rows.allSatisfy { $0.cells.allSatisfy { $0.before.isEmpty && $0.after.isEmpty } }
    guard isEmpty else { return nil }
    return "No threat has both an exploitability and a severity of harm, so none has a place in "
      + "the risk matrix."
  }

  /// Why the matrix and the policy do not say the same of all threats; nil where they do.
  package var discrepancy: String? {
    guard acceptedOtherwise > 0 else { return nil }
    let threats =
      acceptedOtherwise == 1 ? "1 threat lies" : "\(acceptedOtherwise) threats lie"
    return threats + " now in cells that the matrix does not accept, and the policy does, "
      + "for another reason such as a low score."
  }

  package init(_ source: ReportSource) {
    let matrix = source.risks.matrix
    func place(_ level: ExploitabilityLevel?, _ threat: AssessedThreat) -> [String]? {
      guard let level, let harm = threat.harmSeverity,
        matrix.cell(exploitability: level.rawValue, severity: harm) != nil
      else { return nil }
      return [level.rawValue, harm]
    }
    isUsed = source.risks.usesMatrix
    isPolicy = source.risks.criteria.isByMatrix
    var refused: Set<[String]> = []
    var before: [[String]: [String]] = [:]
    var after: [[String]: [String]] = [:]
    var unplaced: [String] = []
    var acceptedOtherwise = 0
    for threat in source.risks.threats {
      let first = place(threat.initialExploitability, threat)
      let now = place(threat.currentExploitability, threat)
      if let first { before[first, default: []].append(threat.threat.id) }
      if let now, threat.isAcceptable == false { refused.insert(now) }
      if let now { after[now, default: []].append(threat.threat.id) }
      if let now, threat.isAcceptable == true,
        matrix.accepts(exploitability: now[0], severity: now[1]) == false
      {
        acceptedOtherwise += 1
      }
      if first == nil, now == nil { unplaced.append(threat.threat.id) }
    }
    title = matrix.title
    columns = matrix.columns
    note = MatrixTable.note(matrix)
    self.unplaced = unplaced
    self.acceptedOtherwise = acceptedOtherwise
    rows = matrix.rows.map { row in
      let cells = zip(matrix.columns, row.cells).map { column, word in
        Cell(
          word: word, isAcceptable: matrix.acceptable.contains(word),
          isRefused: refused.contains([row.name, column]),
          before: before[[row.name, column]] ?? [], after: after[[row.name, column]] ?? [])
      }
      return Row(name: row.name, cells: cells)
    }
  }
}
