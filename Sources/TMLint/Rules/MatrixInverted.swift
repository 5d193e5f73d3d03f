// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

extension Rule {
  static let matrixInverted = Rule(
    "matrix-inverted", .warning,
    "A risk matrix accepts a graver harm or an easier attack, and not a lesser one."
  ) { context, findings in
    let matrix = context.risks.matrix
    guard let declaration = context.risks.matrixDeclaration else { return }
    let rows = context.model.children(declaration, .row)
    for inversion in inversions(matrix) {
      let place = inversion.accepted
      let what = inversion.describe(matrix)
      findings.report(
        "the matrix accepts \(what.accepted), and not \(what.refused)",
        about: declaration, at: cell(place, rows, context),
        label: "acceptable",
        secondary: [Label(cell(inversion.refused, rows, context), "not acceptable")],
        help: "correct one of the two cells; `columns` lists severities from the least to the worst"
      )
    }
  }

  private struct Cell {
    let row: Int
    let column: Int
  }

  /// A cell that is acceptable although a lesser risk is not.
  private struct Inversion {
    let accepted: Cell
    let refused: Cell

    func describe(_ matrix: RiskMatrix) -> (accepted: String, refused: String) {
      (describe(accepted, matrix), describe(refused, matrix))
    }

    private func describe(_ cell: Cell, _ matrix: RiskMatrix) -> String {
      "`\(matrix.columns[cell.column])` harm at `\(matrix.rows[cell.row].name)` exploitability"
    }
  }

  /// The first inversion of each row, then of each column.
  private static func inversions(_ matrix: RiskMatrix) -> [Inversion] {
    let accepts = matrix.rows.map { $0.cells.map(matrix.acceptable.contains) }
    var found: [Inversion] = []
    for row in matrix.rows.indices {
      let pair = matrix.columns.indices.dropFirst().first {
        accepts[row][$0] && !accepts[row][$0 - 1]
      }
      guard let pair else { continue }
      found.append(
        Inversion(
          accepted: Cell(row: row, column: pair), refused: Cell(row: row, column: pair - 1)))
    }
    let easiestLast = matrix.rows.indices.sorted { rank(matrix.rows[$0]) < rank(matrix.rows[$1]) }
    for column in matrix.columns.indices {
      let pair = zip(easiestLast, easiestLast.dropFirst()).first { harder, easier in
        !accepts[harder][column] && accepts[easier][column]
      }
      guard let (harder, easier) = pair else { continue }
      found.append(
        Inversion(
          accepted: Cell(row: easier, column: column), refused: Cell(row: harder, column: column)))
    }
    return found
  }

  private static func rank(_ row: RiskMatrix.Row) -> Int {
    Vocabulary.exploitabilities.words.firstIndex(of: row.name) ?? 0
  }

  private static func cell(_ cell: Cell, _ rows: [EntityID], _ context: LintContext) -> SourceRange
  {
    let row = rows[cell.row]
    let values = Array(context.model.values(row, .cells))
    return cell.column < values.count
      ? context.model.range(of: values[cell.column], in: row) : context.model.headingRange(row)
  }
}
