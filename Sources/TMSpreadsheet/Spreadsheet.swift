// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMRegister
import TMWriting

/// Writes tables as a workbook of Excel (Office Open XML) through libxlsxwriter.
package enum Spreadsheet {
  /// The bytes of the workbook, the same for the same tables.
  ///
  /// The library writes to files only: here to one without a name, so that nothing is left of it where
  /// the library fails, and nobody sees a part of it.
  ///
  /// - Parameter sheets: each with the name that a reader sees, at most 31 letters.
  package static func bytes(
    of sheets: [(title: String, sheet: Sheet)], _ properties: ReportSheets.Properties
  ) throws(SpreadsheetError) -> [UInt8] {
    let plan = try SpreadsheetPlan(sheets)
    let library = try SpreadsheetLibrary()
    guard let stream = tmpfile() else { throw .failed(String(cString: strerror(errno))) }
    defer { fclose(stream) }
    let file = fileno(stream)
    var writer = try SpreadsheetWriter(library, to: "/proc/self/fd/\(file)", properties)
    for page in plan.pages { try writer.write(page, of: plan) }
    try writer.finish()
    return try contents(of: file)
  }

  private static func contents(of file: CInt) throws(SpreadsheetError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { throw .failed("it is empty") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: count), buffer.count - count, count)
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw .failed(String(cString: strerror(errno))) }
      count += read
    }
    return bytes
  }
}
