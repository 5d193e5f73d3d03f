// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why there is no workbook.
package enum SpreadsheetError: Error, Hashable, Sendable {
  case missingLibrary
  /// The library lacks a function.
  case tooOld(function: String)
  /// A sheet has more rows than a workbook can hold.
  case tooManyRows(sheet: String, rows: Int)
  /// The library gave up, with its own words.
  case failed(String)

  /// One line for a person, in the style of the diagnostics.
  package var message: String {
    switch self {
    case .missingLibrary: "the library `libxlsxwriter` is not installed"
    case .tooOld(let function): "the library `libxlsxwriter` is too old, it has no `\(function)`"
    case .tooManyRows(let sheet, let rows):
      "the sheet `\(sheet)` has \(rows) rows, and a workbook holds 1048576"
    case .failed(let reason): "the workbook could not be written: \(reason)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .missingLibrary, .tooOld:
      "install it (in Debian and Ubuntu, `apt-get install libxlsxwriter-dev`), or choose "
        + "`--format csv`"
    case .tooManyRows: "choose `--format csv` or `json`"
    case .failed: "check the space for temporary files, and the limit on memory"
    }
  }
}
