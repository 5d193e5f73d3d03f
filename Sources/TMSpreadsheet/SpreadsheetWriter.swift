// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMRegister
import TMWriting

/// A workbook in the making.
struct SpreadsheetWriter {
  private let library: SpreadsheetLibrary
  private let workbook: SpreadsheetLibrary.Handle
  private var formats: [Look: SpreadsheetLibrary.Handle] = [:]
  /// How many links one sheet takes.
  private static let linkLimit = 60_000

  /// How a cell looks.
  private struct Look: Hashable {
    var isHeading = false
    var isLink = false
    var isDate = false
    var colour: CellColour?
  }

  init(
    _ library: SpreadsheetLibrary, to path: String, _ properties: ReportSheets.Properties
  ) throws(SpreadsheetError) {
    self.library = library
    // `lxw_workbook_options`, whose first byte is `constant_memory`: rows leave as they are written.
    // Longer than that of any version, and zero is the default of all that follows.
    var options = [UInt8](repeating: 0, count: 128)
    options[0] = 1
    let made = options.withUnsafeMutableBytes { library.newWorkbook(path, $0.baseAddress) }
    guard let made else { throw .failed("there is no memory for it") }
    workbook = made
    try set(properties)
  }

  /// Ends the workbook; nothing may be written after it.
  mutating func finish() throws(SpreadsheetError) {
    if let failure = library.failure(library.close(workbook)) { throw failure }
  }

  private func set(_ properties: ReportSheets.Properties) throws(SpreadsheetError) {
    let words: [String?] = [
      properties.title, "Threat model", properties.owner, nil, nil, nil, nil,
      "Made by \(properties.tool)", nil, nil,
    ]
    let texts = words.map { word in word.flatMap { strdup(CellText.safe($0)) } }
    defer { for text in texts { free(text) } }
    // `lxw_doc_properties`: ten texts, then the time at which it was created.
    var block = texts.map { UInt(bitPattern: $0) } + [UInt(seconds(properties))]
    let code = block.withUnsafeMutableBytes { library.setProperties(workbook, $0.baseAddress) }
    if let failure = library.failure(code) { throw failure }
  }

  /// The day of the model, or of the oldest time that a ZIP file can state: never that of the run.
  private func seconds(_ properties: ReportSheets.Properties) -> Int {
    let date = properties.date
    let serial = date.flatMap { CellText.serial(year: $0.year, month: $0.month, day: $0.day) }
    return max(Int(serial ?? 0) - 25_569, 3_652) * 86_400
  }

  // MARK: - Sheets

  mutating func write(_ page: SpreadsheetPlan.Page, of plan: SpreadsheetPlan)
    throws(SpreadsheetError)
  {
    guard let target = library.addSheet(workbook, page.title) else {
      throw .failed("the sheet \(page.title) could not be added")
    }
    let sheet = page.sheet
    let plain = format(Look())
    for (column, width) in page.widths.enumerated() {
      let place = UInt16(column)
      var options: [UInt8] = [page.isEmpty[column] ? 1 : 0, 0, 0, 0]
      _ = options.withUnsafeMutableBytes {
        library.setColumn(target, place, place, width, plain, $0.baseAddress)
      }
    }
    let heading = format(Look(isHeading: true))
    _ = library.setRow(target, 0, page.headingHeight, nil)
    for (index, column) in sheet.columns.enumerated() {
      try put(SpreadsheetWords.heading(column), target, 0, UInt16(index), heading)
    }
    var links = 0
    for (index, row) in sheet.rows.enumerated() {
      let line = UInt32(index + 1)
      _ = library.setRow(target, line, page.height(of: row), nil)
      for (place, value) in row.enumerated() {
        let column = sheet.columns[place]
        var link = plan.place(of: value, in: column, of: sheet)
        if link != nil { links += 1 }
        if links > Self.linkLimit { link = nil }
        // In the summary each row is a column of its own.
        var name = column == "value" ? Self.text(row[0]) ?? column : column
        // Ids are no words of the language, though some look like them.
        if sheet.references.contains(column) { name = "" }
        try put(value, target, line, UInt16(place), in: name, link)
      }
    }
    library.freeze(target, 1, 1)
    let last = UInt16(max(sheet.columns.count - 1, 0))
    _ = library.filter(target, 0, 0, UInt32(sheet.rows.count), last)
    // On paper: A4 across, no column cut by the edge of a page, with the headings and what a row is about
    // on every page, and below it the sheet and the number of the page.
    library.setLandscape(target)
    library.setPaper(target, 9)
    library.fitPages(target, UInt16(page.pagesAcross), 0)
    _ = library.repeatRows(target, 0, 0)
    if page.pagesAcross > 1 { _ = library.repeatColumns(target, 0, 0) }
    _ = library.setFooter(target, "&L&A&R&P / &N")
  }

  private static func text(_ value: Sheet.Value) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  private mutating func put(
    _ value: Sheet.Value, _ sheet: SpreadsheetLibrary.Handle, _ row: UInt32, _ column: UInt16,
    in name: String, _ link: String?
  ) throws(SpreadsheetError) {
    switch value {
    case .empty: return
    case .text(let text):
      try put(text, sheet, row, column, name, link)
    case .list(let texts):
      if texts.isEmpty { return }
      try put(texts.joined(separator: "\n"), sheet, row, column, name, link)
    case .boolean(let boolean):
      try put(boolean ? "yes" : "no", sheet, row, column, name, nil)
    case .integer(let integer):
      let look = Look(colour: integer > 0 ? CellColour.ofCount(in: name) : nil)
      try check(library.writeNumber(sheet, row, column, Double(integer), format(look)))
    case .number(let number):
      try check(library.writeNumber(sheet, row, column, number, format(Look())))
    case .date(let date):
      guard let serial = CellText.serial(year: date.year, month: date.month, day: date.day) else {
        return try put(date.description, sheet, row, column, format(Look()))
      }
      try check(library.writeNumber(sheet, row, column, serial, format(Look(isDate: true))))
    }
  }

  private mutating func put(
    _ text: String, _ sheet: SpreadsheetLibrary.Handle, _ row: UInt32, _ column: UInt16,
    _ name: String, _ link: String?
  ) throws(SpreadsheetError) {
    let look = Look(isLink: link != nil, colour: CellColour.of(text, in: name))
    let format = format(look)
    // The text written after the link replaces the address that would show.
    if let link { try check(library.writeLink(sheet, row, column, link, format)) }
    try put(SpreadsheetWords.value(text, in: name), sheet, row, column, format)
  }

  private func put(
    _ text: String, _ sheet: SpreadsheetLibrary.Handle, _ row: UInt32, _ column: UInt16,
    _ format: SpreadsheetLibrary.Handle?
  ) throws(SpreadsheetError) {
    try check(library.writeText(sheet, row, column, CellText.safe(text), format))
  }

  private func check(_ code: CInt) throws(SpreadsheetError) {
    if let failure = library.failure(code) { throw failure }
  }

  // MARK: - Looks

  private mutating func format(_ look: Look) -> SpreadsheetLibrary.Handle? {
    if let known = formats[look] { return known }
    guard let format = library.addFormat(workbook) else { return nil }
    // 8 of `lxw_format_alignments` is the top.
    library.setAlignment(format, 8)
    library.setWrap(format)
    if look.isHeading {
      library.setBold(format)
      library.setBackground(format, 0xE3E9F0)
    }
    if look.isLink { library.setColour(format, 0x0B5C93) }
    if look.isDate { library.setNumberFormat(format, "yyyy-mm-dd") }
    if let colour = look.colour {
      library.setBackground(format, colour.background)
      library.setColour(format, colour.text)
    }
    formats[look] = format
    return format
  }
}
