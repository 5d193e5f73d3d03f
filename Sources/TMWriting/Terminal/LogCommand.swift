// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What GitHub obeys at the start of a line in the log of a job: `::name`.
enum LogCommand {
  /// The text with an escape inside of every such command. A text may be wrapped, so that every word can come
  /// to stand at the start of a line.
  static func broken(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":"), startsCommand(bytes, at: index) {
        result += Array("\\u{3a}".utf8)
      } else {
        result.append(byte)
      }
    }
    return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
  }

  /// Whether two colons with a letter behind them are not inside a word.
  private static func startsCommand(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: ":"),
      isLetter(bytes[index + 2])
    else { return false }
    // A third colon in front would begin the name, and no name begins so: `a:::class` of Mermaid.
    guard index > 0, bytes[index - 1] != UInt8(ascii: ":") else { return index == 0 }
    return !(isLetter(bytes[index - 1]) || (0x30...0x39).contains(bytes[index - 1]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// What build servers obey anywhere in a line, up to its bracket: `##[name]` of GitHub and Azure, `##vso[name]`
/// of Azure, `##teamcity[name]`.
struct LogCommandOpening {
  private var signs = 0
  private var letters = 0

  /// Takes the next character; whether it is the bracket of a command.
  mutating func isCompleted(by scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#": (signs, letters) = (letters == 0 ? signs + 1 : 1, 0)
    case "a"..."z", "A"..."Z": letters += 1
    case "[" where signs > 1: return true
    default: (signs, letters) = (0, 0)
    }
    return false
  }

  /// Whether the bracket at a place of a text is that of a command.
  static func isCompleted(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = text[..<index].reversed().drop { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    return word.prefix(2).elementsEqual("##".utf8)
  }
}
