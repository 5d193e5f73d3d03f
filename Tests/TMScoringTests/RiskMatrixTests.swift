// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("Risk matrices")
struct RiskMatrixTests {
  @Test(
    "the built-in matrix: harms that stay controlled",
    arguments: [
      ("high", ["negligible"]), ("medium", ["negligible", "minor"]),
      ("low", ["negligible", "minor", "serious"]),
    ])
  func builtIn(_ exploitability: String, _ controlled: [String]) {
    let matrix = RiskMatrix.fdaPostmarket
    for severity in ["negligible", "minor", "serious", "critical", "catastrophic"] {
      let isControlled = controlled.contains(severity)
      #expect(
        matrix.cell(exploitability: exploitability, severity: severity)
          == (isControlled ? "controlled" : "uncontrolled"))
      #expect(matrix.accepts(exploitability: exploitability, severity: severity) == isControlled)
    }
    #expect(matrix.accepts(exploitability: exploitability, severity: "grave") == nil)
    #expect(matrix.accepts(exploitability: "none", severity: "minor") == nil)
    #expect(matrix.firstInvertedRow == nil)
    #expect(RiskMatrix.cellsNote.contains("manufacturer-defined"))
  }

  @Test("a matrix of one's own is looked up by its words")
  func own() throws {
    let matrix = try RiskMatrix(
      title: "Own", columns: ["minor", "critical"],
      rows: [("hard", ["fine", "review"]), ("easy", ["review", "never"])],
      acceptable: ["fine", "review"])
    #expect(matrix.cell(exploitability: "easy", severity: "minor") == "review")
    #expect(matrix.accepts(exploitability: "easy", severity: "critical") == false)
    #expect(matrix.words == ["fine", "review", "never"])
    #expect(matrix.firstInvertedRow == nil)
  }

  @Test("a row in which the graver harm is acceptable and the lesser not is found")
  func inverted() throws {
    let matrix = try RiskMatrix(
      title: "", columns: ["minor", "critical"], rows: [("a", ["x", "x"]), ("b", ["y", "x"])],
      acceptable: ["x"])
    #expect(matrix.firstInvertedRow == 1)
  }

  typealias Rows = [(String, [String])]

  @Test(
    "parts that do not agree are faults",
    arguments: [
      ([], [], ["x"], "the matrix has no columns", RiskMatrixFault.Part.columns),
      (["a"], [], ["x"], "the matrix has no rows", .rows),
      (["a", "a"], [("r", ["x", "x"])], ["x"], "column `a` stands twice", .columns),
      (["a"], [("r", ["x"]), ("r", ["x"])], ["x"], "row `r` stands twice", .row(1)),
      (["a"], [("q", ["x"]), ("r", [])], ["x"], "row `r` has 0 cells for 1 column", .row(1)),
      (["a", "b"], [("r", ["x"])], ["x"], "row `r` has 1 cell for 2 columns", .row(0)),
      (["a"], [("r", ["x"])], [], "no cell is acceptable", .acceptable),
      (["a"], [("r", ["x"])], ["y"], "no cell is `y`", .acceptable),
    ] as [([String], Rows, [String], String, RiskMatrixFault.Part)])
  func fault(
    _ columns: [String], _ rows: Rows, _ acceptable: [String], _ message: String,
    _ part: RiskMatrixFault.Part
  ) throws {
    let fault = try #require(throws: RiskMatrixFault.self) {
      try RiskMatrix(title: "", columns: columns, rows: rows, acceptable: acceptable)
    }
    #expect(fault.message == message)
    #expect(fault.part == part)
    #expect(!fault.help.isEmpty)
  }
}
