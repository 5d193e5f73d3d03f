// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A value of one field of a CSV table.
package enum CSVField: Sendable {
  /// Words, which may come from a stranger.
  case text(String)
  case integer(Int)
  case number(Double)
  case date(CalendarDate)
  case empty
}

extension CSVField: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

/// Writes comma-separated values as RFC 4180 says: records end in CR LF, quotes are doubled.
///
/// A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, a tab or a CR for a formula. Such
/// a text gets an apostrophe before it, as do texts that begin with LF or with the full-width forms
/// of the four signs; numbers do not. Control characters other than tab, LF and CR show as their
/// pictures, C1 controls as U+FFFD, so that a table does no harm on a terminal.
package struct CSVWriter: Sendable {
  /// What has been written and not been taken, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes one record.
  package mutating func record(_ fields: [CSVField]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    // A record of one empty field would be an empty line, which readers skip.
    if fields.count == 1, case .empty = fields[0] { bytes += Array("\"\"".utf8) }
    bytes += [0x0D, 0x0A]
  }

  /// Appends text that needs neither quotes nor guards to the field of a record in the making.
  package mutating func plain(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  package mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Ends a field of a record in the making, with another to follow.
  package mutating func comma() { bytes.append(UInt8(ascii: ",")) }

  /// Ends a record in the making.
  package mutating func endRecord() { bytes += [0x0D, 0x0A] }

  /// Hands over what has been written since the last call and forgets it.
  package mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    bytes.reserveCapacity(taken.count)
    return taken
  }

  private mutating func append(_ field: CSVField) {
    switch field {
    case .text(let text): append(text)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value): bytes.append(contentsOf: value.description.utf8)
    case .date(let date): bytes.append(contentsOf: date.description.utf8)
    case .empty: break
    }
  }

  private mutating func append(_ text: String) {
    let guarded = Self.withoutControls(Self.isFormula(text) ? "'" + text : text)
    let isQuoted = guarded.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
    let hasOuterSpace = guarded.utf8.first == 0x20 || guarded.utf8.last == 0x20
    guard isQuoted || hasOuterSpace || guarded.isEmpty else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(0x22)
    for byte in guarded.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(scalar)
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      case 0x80...0x9F: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
