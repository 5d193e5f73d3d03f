// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints a risk matrix, always with the note about who defines its cells.
package enum MatrixTable {
  /// The matrix for a terminal, acceptable cells in another colour.
  package static func text(
    of matrix: RiskMatrix, width: Int, colouring: Colouring
  ) -> String {
    var table = TerminalTable(
      [.init("exploitability", limit: 30)] + matrix.columns.map { .init($0, limit: 30) })
    for row in matrix.rows {
      let cells = row.cells.map { word in
        TerminalTable.Cell(word, matrix.acceptable.contains(word) ? .secondary : .error)
      }
      table.append([.init(row.name)] + cells)
    }
    let title = TerminalText.condensed(matrix.title, to: 200)
    var text = title.isEmpty ? "" : colouring.paint(title, .strong) + "\n\n"
    text += table.text(width: width, colouring: colouring)
    text +=
      "\nacceptable: \(TerminalText.condensed(matrix.acceptable.joined(separator: ", "), to: 200))\n"
    let note = TextWrapping.lines(of: note(matrix), width: max(width - 6, 20))
    for (index, line) in note.enumerated() {
      text += (index == 0 ? colouring.paint("note", .note) + ": " : "      ") + line + "\n"
    }
    return text
  }

  /// The matrix as one JSON object: title, acceptable words, note, columns, and rows with their cells.
  package static func json(_ matrix: RiskMatrix) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("version", 1)
      writer.field("title", matrix.title)
      writer.field("note", note(matrix))
      writer.field("columns", matrix.columns)
      writer.field("acceptable", matrix.acceptable)
      writer.array("rows") { writer in
        for row in matrix.rows {
          writer.object { writer in
            writer.field("exploitability", row.name)
            writer.field("cells", row.cells)
          }
        }
      }
    }
    return writer.takeBytes()
  }

  /// The matrix as CSV: a header of columns, then a record for each row, with the note in the last field.
  package static func csv(_ matrix: RiskMatrix) -> [UInt8] {
    var writer = CSVWriter()
    writer.record(["exploitability"] + matrix.columns.map { .text($0) } + ["note"])
    for row in matrix.rows {
      writer.record([.text(row.name)] + row.cells.map { .text($0) } + [.text(note(matrix))])
    }
    return writer.takeBytes()
  }

  package static func note(_ matrix: RiskMatrix) -> String {
    matrix == .fdaPostmarket
      ? RiskMatrix.cellsNote : "the cells are manufacturer-defined, here in the model"
  }
}
