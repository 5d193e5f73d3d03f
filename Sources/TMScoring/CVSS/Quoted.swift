// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a user wrote, as a message quotes it.
enum Quoted {
  private static let limit = 40

  /// The text on one line, its end left out where it is long.
  static func text(_ written: String) -> String {
    let scalars = written.unicodeScalars
    let isLong = scalars.count > limit
    let shown = scalars.prefix(isLong ? limit - 1 : limit).map { scalar in
      // A control character shows as its picture.
      scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(shown)) + (isLong ? "…" : "")
  }

  /// The names in backticks, the last joined by a word: "`N`, `A` or `L`".
  static func list(_ names: [String], _ conjunction: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
