// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a build server obeys in the log of a job: GitHub `::name` at the start of a line and `##[name]`
/// anywhere in it, Azure `##vso[name]` and `##[name]`.
enum LogCommand {
  /// The text with an escape inside of every such command. A text may be wrapped, so that every word can come
  /// to stand at the start of a line.
  static func broken(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x23 || $0 == 0x3A }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "[")
      where ends(bytes[..<index], with: "##") || ends(bytes[..<index], with: "##vso"):
        result += Array("\\u{5b}".utf8)
      case UInt8(ascii: ":") where startsCommand(bytes, at: index):
        result += Array("\\u{3a}".utf8)
      default: result.append(byte)
      }
    }
    return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
  }

  private static func ends(_ bytes: ArraySlice<UInt8>, with word: String) -> Bool {
    let tail = bytes.suffix(word.utf8.count)
    return tail.count == word.utf8.count
      && zip(tail, word.utf8).allSatisfy { $0 == $1 || ($0 | 0x20) == $1 }
  }

  /// Whether two colons with a letter behind them are not inside a word.
  private static func startsCommand(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: ":"),
      isLetter(bytes[index + 2])
    else { return false }
    return index == 0 || !(isLetter(bytes[index - 1]) || (0x30...0x39).contains(bytes[index - 1]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
