// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Wrong texts made from right ones.
package enum Mutation {
  /// Calls `body` with `count` copies of a text, each with one byte inserted, deleted or replaced.
  package static func oneByteChanges(
    of bytes: [UInt8], count: Int, seed: UInt64, _ body: ([UInt8]) throws -> Void
  ) rethrows {
    var random = SeededGenerator(seed: seed)
    // Half of the new bytes mean something to the lexer.
    let signs = Array("{}()\"\"\\,:;@-><=!/. \n\rao0_\u{FEFF}é→".utf8)
    for _ in 0..<count {
      var copy = bytes
      let byte =
        Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : signs[Int.random(in: 0..<signs.count, using: &random)]
      let position = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where position < bytes.count: copy.remove(at: position)
      case 1 where position < bytes.count: copy[position] = byte
      default: copy.insert(byte, at: position)
      }
      try body(copy)
    }
  }

  /// Calls `body` with prefixes of a text: all of them, or about `count` spread over it.
  package static func prefixes(
    of bytes: [UInt8], count: Int?, _ body: ([UInt8]) throws -> Void
  ) rethrows {
    let step = count.map { max(1, bytes.count / $0) } ?? 1
    for length in stride(from: 0, through: bytes.count, by: step) {
      try body(Array(bytes[..<length]))
    }
  }
}
