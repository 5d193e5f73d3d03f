// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Collects UTF-8 text; numbers are written without any locale.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// A length in pixels with at most two decimals, without trailing zeros.
  mutating func add(_ value: Double) {
    add(TextBuffer.decimal(thousandths: Int((value * 100).rounded()) * 10))
  }

  /// A number given in thousandths, such as `1.25`; never an exponent, never `-0`.
  static func decimal(thousandths value: Int) -> String {
    let magnitude = value.magnitude
    var text = value < 0 ? "-" : ""
    text += String(magnitude / 1000)
    var fraction = magnitude % 1000
    guard fraction > 0 else { return text }
    text += "."
    var place: UInt = 100
    while fraction > 0 {
      text += String(fraction / place)
      fraction %= place
      place /= 10
    }
    return text
  }
}
