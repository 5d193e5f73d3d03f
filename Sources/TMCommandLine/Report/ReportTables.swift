// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMSpreadsheet
import TMWriting

/// The report as data for other programs: JSON, a workbook, comma-separated values.
struct ReportTables {
  let source: ReportSource

  var json: [UInt8] {
    var bytes: [UInt8] = []
    ReportJSON.write(source, layout: .pretty) { bytes += $0 }
    return bytes
  }

  func workbook() throws(CommandFailure) -> [UInt8] {
    let sheets = ReportSheets(source)
    do throws(SpreadsheetError) {
      return try Spreadsheet.bytes(
        of: ReportSheet.allCases.map { ($0.title, sheets.sheet($0)) }, sheets.properties)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }

  func csv(_ sheet: ReportSheet) -> [UInt8] { Self.csv(ReportSheets(source).sheet(sheet)) }

  /// Writes each table into a file of its own, `register.csv` and so on.
  func writeCSV(into folder: String) throws(CommandFailure) {
    let sheets = ReportSheets(source)
    let files = ReportSheet.allCases.map { sheet in
      (CanonicalPath.joining(folder, "\(sheet.rawValue).csv"), Self.csv(sheets.sheet(sheet)))
    }
    try FileWriter.putTogether(files, inside: folder)
  }

  private static func csv(_ sheet: Sheet) -> [UInt8] {
    var bytes: [UInt8] = []
    sheet.writeCSV { bytes += $0 }
    return bytes
  }
}
