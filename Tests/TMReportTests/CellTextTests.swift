// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing
@testable import TMSpreadsheet
@testable import TMWriting

@Suite("Cells of a workbook")
struct CellTextTests {
  @Test("hold nothing that XML forbids or a spreadsheet decodes")
  func safe() {
    #expect(CellText.safe("=1+1") == "=1+1")
    #expect(CellText.safe("a\u{0}\u{1B}\u{7F}\u{9B}\u{FFFE}\tb\n") == "a␀␛␡\u{FFFD}\u{FFFD}\tb\n")
    #expect(
      CellText.safe("_x0041_ _x41_ _xZZZZ_ _x000d_") == "_x005F_x0041_ _x41_ _xZZZZ_ _x005F_x000d_")
    #expect(CellText.safe("_x") == "_x" && CellText.safe("") == "")
  }

  @Test("hold 32,767 UTF-16 units, and say where the rest is missing")
  func long() {
    let plain = CellText.safe(String(repeating: "x", count: 40_000))
    #expect(plain.utf16.count == CellText.limit && plain.hasSuffix("x…"))
    let wide = CellText.safe(String(repeating: "\u{1F468}", count: 20_000))
    #expect(wide.utf16.count <= CellText.limit && wide.hasSuffix("\u{1F468}…"))
    #expect(CellText.safe(String(repeating: "x", count: 32_766)).hasSuffix("x"))
  }

  @Test(
    "count days as a spreadsheet does",
    arguments: [
      (1900, 3, 1, 61.0), (1970, 1, 1, 25_569), (2024, 2, 29, 45_351), (9999, 12, 31, 2_958_465),
    ])
  func days(_ year: Int, _ month: Int, _ day: Int, _ serial: Double) {
    #expect(CellText.serial(year: year, month: month, day: day) == serial)
  }

  @Test("leave days that a spreadsheet cannot count as words")
  func earlyDays() { #expect(CellText.serial(year: 1900, month: 2, day: 28) == nil) }

  @Test("more rows than a sheet holds are refused")
  func rows() {
    let sheet = Sheet("trace", [("id", { (_: Int) in .empty })], Array(0..<1_048_576))
    #expect(throws: SpreadsheetError.tooManyRows(sheet: "Trace", rows: 1_048_576)) {
      try SpreadsheetPlan([("Trace", sheet)])
    }
  }

  @Test("a reference leads to the row of its id")
  func links() throws {
    let flows = Sheet("flows", [("id", { .text($0) })], ["a", "b"])
    let trace = Sheet(
      "trace", [("flow", { .text($0) }), ("status", { .text($0) })], ["b"], references: ["flow"])
    let plan = try SpreadsheetPlan([("Flows", flows), ("Trace", trace)])
    #expect(plan.place(of: .text("b"), in: "flow", of: trace) == "internal:'Flows'!A3")
    #expect(plan.place(of: .list(["a"]), in: "flow", of: trace) == "internal:'Flows'!A2")
    #expect(plan.place(of: .list(["a", "b"]), in: "flow", of: trace) == nil)
    #expect(plan.place(of: .text("b"), in: "status", of: trace) == nil)
    #expect(plan.place(of: .text("c"), in: "flow", of: trace) == nil)
  }
}
