// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Words in a text that is looked up where it lies: a set of thousands of words would be made at each
/// start, for a few dozen questions.
struct SortedWords: Sendable {
  private let text: StaticString

  /// - Parameter text: ASCII words between blanks and line ends, in the order of their bytes.
  init(_ text: StaticString) { self.text = text }

  func contains(_ word: some StringProtocol) -> Bool {
    var word = String(word)
    return word.withUTF8 { wanted in text.withUTF8Buffer { Self.contains(wanted, $0) } }
  }

  private static func contains(
    _ wanted: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if wanted.isEmpty { return false }
    // Where words begin that can still be the wanted one, and where the last of them ends.
    var (low, high) = (0, text.count)
    while low < high {
      var start = low + (high - low) / 2
      while start > low, !isSpace(text[start - 1]) { start -= 1 }
      var end = start
      while end < high, !isSpace(text[end]) { end += 1 }
      let candidate = text[start..<end]
      if candidate.elementsEqual(wanted) { return true }
      if candidate.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
