// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a user wrote, as a message quotes it.
enum Quoted {
  private static let limit = 40

  /// The text, its end left out where it is long.
  static func text(_ written: String) -> String {
    guard written.unicodeScalars.count > limit else { return written }
    return String(String.UnicodeScalarView(written.unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// The names in backticks, the last joined by a word: "`N`, `A` or `L`".
  static func list(_ names: [String], _ conjunction: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
