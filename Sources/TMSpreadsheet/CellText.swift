// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Words of strangers in the cells of a workbook: always words, never a formula or a link.
enum CellText {
  /// How many UTF-16 units a cell holds.
  static let limit = 32_767

  /// The text with nothing in it that XML forbids or a spreadsheet takes for something else.
  ///
  /// Controls other than tab and line feed show as their pictures. `_x0041_`, which a spreadsheet
  /// reads as the letter A, has its first underscore spelt out, as the format asks for. What is longer
  /// than a cell ends in `…`.
  static func safe(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var units = 0
    let text = guarded(text).unicodeScalars
    // A text that is just as long as a cell needs no room for a sign that it goes on.
    let room = text.reduce(0) { $0 + length(shown($1)) } <= limit ? limit : limit - 1
    for scalar in text {
      let shown = shown(scalar)
      let length = length(shown)
      guard units + length <= room else {
        result.append("…")
        break
      }
      units += length
      result.append(shown)
    }
    return String(result)
  }

  /// In UTF-16 units.
  private static func length(_ scalar: Unicode.Scalar) -> Int { scalar.value > 0xFFFF ? 2 : 1 }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A: scalar
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// Escapes what would be an escape: an underscore, `x`, four hexadecimal digits, an underscore.
  private static func guarded(_ text: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      result.append(bytes[index])
      guard bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78,
        bytes[index + 6] == 0x5F, bytes[(index + 2)...(index + 5)].allSatisfy(isHexadecimal)
      else { continue }
      result += Array("x005F_".utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// The number that a workbook has for a day: the days since the end of 1899; 1900 counts as a leap
  /// year there, so days before March 1900 have none.
  static func serial(year: Int, month: Int, day: Int) -> Double? {
    // Days since 1 March of the year 0 (Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let sinceEpoch = era * 146_097 + dayOfEra - 719_468
    let serial = sinceEpoch + 25_569
    return serial > 60 ? Double(serial) : nil
  }
}
