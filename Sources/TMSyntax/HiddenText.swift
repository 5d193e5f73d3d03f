// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Characters by which a file reads otherwise than it is: those that turn the order of a line around, that
/// nobody sees, and a carriage return that ends a line for the program and in no editor.
package enum HiddenText {
  /// Whether a character changes what a reader sees, and shows nothing of itself.
  ///
  /// What scripts need to be written, such as marks of direction and joiners, is none.
  package static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// One report for each kind of such a character, at the first of its kind.
  static func reports(_ source: SourceFile) -> [Diagnostic] {
    let bytes = source.bytes
    var found: [Diagnostic] = []
    if let offset = loneReturn(in: bytes) {
      found.append(
        Diagnostic(
          "hidden-text", .error,
          "a carriage return stands here alone, and ends a line that goes on in an editor",
          at: Label(SourceRange(file: source.id, start: UInt32(offset), end: UInt32(offset + 1))),
          help: [
            "delete it, or write a line feed there, so that everybody sees what comes behind it"
          ]))
    }
    // All of them take three bytes or more, and begin with one of these.
    guard bytes.contains(where: { $0 == 0xE2 || $0 == 0xEF || $0 == 0xF3 }) else { return found }
    var reported: Set<Unicode.Scalar> = []
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      // What is no UTF-8 has a report of its own, and makes offsets wrong.
      if scalar == "\u{FFFD}" { break }
      guard hides(scalar), !(offset == 0 && scalar == "\u{FEFF}"),
        reported.insert(scalar).inserted
      else { continue }
      let code = String(scalar.value, radix: 16)
      let turns =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      found.append(
        Diagnostic(
          "hidden-text", .error,
          turns
            ? "the character U+\(code.uppercased()) changes the order in which this line is shown"
            : "the character U+\(code.uppercased()) is here, and nobody sees it",
          at: Label(
            SourceRange(file: source.id, start: UInt32(offset), end: UInt32(offset + width))),
          help: ["delete it, or write it in a text as `\\u{\(code)}`"]))
    }
    return found
  }

  /// Where a carriage return ends a line in a file whose lines end otherwise.
  private static func loneReturn(in bytes: [UInt8]) -> Int? {
    guard bytes.contains(0x0D), bytes.contains(0x0A) else { return nil }
    return bytes.indices.first { index in
      bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    }
  }
}
