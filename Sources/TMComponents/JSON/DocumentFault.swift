// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a file of others cannot be used, and where in it.
package struct DocumentFault: Error, Equatable, Sendable {
  /// What is wrong: one line, lower case, without a full stop.
  package let message: String
  /// The offset in bytes at which it is wrong.
  package let offset: Int
  /// What to do about it.
  package let help: String

  package init(_ message: String, at offset: Int, help: String) {
    self.message = message
    self.offset = offset
    self.help = help
  }

  /// The one-based line and column, in characters, of an offset in a text.
  package static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
