// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The functions of libxlsxwriter, found when they are first needed.
///
/// Not linked: the program then starts fast, and runs where the library is not installed.
struct SpreadsheetLibrary {
  typealias Handle = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>

  let newWorkbook: @convention(c) (Text?, Handle?) -> Handle?
  let setProperties: @convention(c) (Handle?, Handle?) -> CInt
  let addSheet: @convention(c) (Handle?, Text?) -> Handle?
  let addFormat: @convention(c) (Handle?) -> Handle?
  let close: @convention(c) (Handle?) -> CInt
  let explain: @convention(c) (CInt) -> Text?

  let setBold: @convention(c) (Handle?) -> Void
  let setWrap: @convention(c) (Handle?) -> Void
  let setAlignment: @convention(c) (Handle?, UInt8) -> Void
  let setBackground: @convention(c) (Handle?, UInt32) -> Void
  let setColour: @convention(c) (Handle?, UInt32) -> Void
  let setNumberFormat: @convention(c) (Handle?, Text?) -> Void

  let writeText: @convention(c) (Handle?, UInt32, UInt16, Text?, Handle?) -> CInt
  let writeNumber: @convention(c) (Handle?, UInt32, UInt16, Double, Handle?) -> CInt
  let writeLink: @convention(c) (Handle?, UInt32, UInt16, Text?, Handle?) -> CInt
  /// The last argument is an `lxw_row_col_options`, three bytes of which the first hides the column.
  let setColumn: @convention(c) (Handle?, UInt16, UInt16, Double, Handle?, Handle?) -> CInt
  let freeze: @convention(c) (Handle?, UInt32, UInt16) -> Void
  let filter: @convention(c) (Handle?, UInt32, UInt16, UInt32, UInt16) -> CInt
  let setLandscape: @convention(c) (Handle?) -> Void
  let setPaper: @convention(c) (Handle?, UInt8) -> Void
  let repeatRows: @convention(c) (Handle?, UInt32, UInt32) -> CInt
  let repeatColumns: @convention(c) (Handle?, UInt16, UInt16) -> CInt
  let fitPages: @convention(c) (Handle?, UInt16, UInt16) -> Void
  let setFooter: @convention(c) (Handle?, Text?) -> CInt
  let setRow: @convention(c) (Handle?, UInt32, Double, Handle?) -> CInt

  /// The names under which distributions install the library, the one of Debian 12 first.
  private static let names =
    ["libxlsxwriter.so.4"] + (5...12).map { "libxlsxwriter.so.\($0)" } + ["libxlsxwriter.so"]

  init() throws(SpreadsheetError) {
    var found: Handle?
    for name in Self.names where found == nil { found = dlopen(name, RTLD_NOW | RTLD_LOCAL) }
    guard let library = found else { throw .missingLibrary }
    newWorkbook = try Self.find("workbook_new_opt", in: library)
    setProperties = try Self.find("workbook_set_properties", in: library)
    addSheet = try Self.find("workbook_add_worksheet", in: library)
    addFormat = try Self.find("workbook_add_format", in: library)
    close = try Self.find("workbook_close", in: library)
    explain = try Self.find("lxw_strerror", in: library)
    setBold = try Self.find("format_set_bold", in: library)
    setWrap = try Self.find("format_set_text_wrap", in: library)
    setAlignment = try Self.find("format_set_align", in: library)
    setBackground = try Self.find("format_set_bg_color", in: library)
    setColour = try Self.find("format_set_font_color", in: library)
    setNumberFormat = try Self.find("format_set_num_format", in: library)
    writeText = try Self.find("worksheet_write_string", in: library)
    writeNumber = try Self.find("worksheet_write_number", in: library)
    writeLink = try Self.find("worksheet_write_url", in: library)
    setColumn = try Self.find("worksheet_set_column_opt", in: library)
    freeze = try Self.find("worksheet_freeze_panes", in: library)
    filter = try Self.find("worksheet_autofilter", in: library)
    setLandscape = try Self.find("worksheet_set_landscape", in: library)
    setPaper = try Self.find("worksheet_set_paper", in: library)
    setRow = try Self.find("worksheet_set_row", in: library)
    repeatColumns = try Self.find("worksheet_repeat_columns", in: library)
    fitPages = try Self.find("worksheet_fit_to_pages", in: library)
    setFooter = try Self.find("worksheet_set_footer", in: library)
    repeatRows = try Self.find("worksheet_repeat_rows", in: library)
  }

  private static func find<Function>(
    _ name: String, in library: Handle
  ) throws(SpreadsheetError) -> Function {
    guard let symbol = dlsym(library, name) else { throw .tooOld(function: name) }
    return unsafeBitCast(symbol, to: Function.self)
  }

  /// What went wrong, in the words of the library; nil for success.
  func failure(_ code: CInt) -> SpreadsheetError? {
    if code == 0 { return nil }
    return .failed(explain(code).map { String(cString: $0) } ?? "error \(code)")
  }
}
