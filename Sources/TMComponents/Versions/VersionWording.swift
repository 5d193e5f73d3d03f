// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What people and repositories write in front of a version, or in place of one.
enum VersionWording {
  /// Words that say no more than that a version follows.
  private static let words: Set<String> = [
    "version", "versions", "ver", "vers", "v", "firmware", "fw", "software", "sw", "tag", "tags",
    "go",
  ]
  /// Words that count something else as often: Release 3 may be version 12, while release 3.1 is 3.1.
  private static let countingWords: Set<String> = [
    "release", "releases", "rel", "revision", "rev", "r",
  ]

  /// A version without the words in front that only say that one follows: 3.1 of `Version 3.1`, `v.3.1`,
  /// `rel-3.1`.
  static func stripped(_ text: String) -> String {
    guard let first = text.utf8.first, VersionByte.isLetter(first) else { return text }
    var rest = text[...].utf8
    var isCounting = false
    while let byte = rest.first, !VersionByte.isDigit(byte) {
      let letters = rest.prefix(while: VersionByte.isLetter)
      let word = String(Substring(letters)).lowercased()
      if countingWords.contains(word) {
        isCounting = true
      } else if !words.contains(word) {
        return text
      }
      rest = rest.dropFirst(letters.count).drop(while: isBetween)
    }
    guard !rest.isEmpty else { return text }
    if isCounting, rest.drop(while: VersionByte.isDigit).first != 0x2E { return text }
    return String(Substring(rest))
  }

  /// Signs between such a word and the version: space, `.`, `:`, `-`, `_`, `/`, `=` and `#`.
  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2E, 0x3A, 0x2D, 0x5F, 0x2F, 0x3D, 0x23: true
    default: false
    }
  }

  /// What stands before the first number, in lower case and without signs: `build` of build3.
  static func word(before text: String) -> String {
    guard let first = text.utf8.first, !VersionByte.isDigit(first) else { return "" }
    return text.prefix { !$0.isNumber }.lowercased().filter { $0.isLetter }
  }

  /// Whether it is the name of a commit, whole or short, of which nobody can tell what it comes after.
  static func isCommit(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (7...40).contains(bytes.count) || bytes.count == 64 else { return false }
    var letters = 0
    for byte in bytes {
      if VersionByte.isDigit(byte) { continue }
      guard (0x61...0x66).contains(byte | 0x20) else { return false }
      letters += 1
    }
    if letters == 0 || letters == bytes.count { return bytes.count >= 40 }
    // 20240131a is the second of a day.
    let isDay = bytes.count == 9 && letters == 1 && VersionByte.isLetter(bytes.last ?? 0)
    return !isDay
  }

  /// Whether it is a day, as 2024-01-31 or 20240131.
  static func isDay(_ text: String) -> Bool {
    let digits = text.utf8.prefix(while: VersionByte.isDigit)
    guard digits.count == 4 || digits.count == 8,
      digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
    else { return false }
    if digits.count == 8 { return digits.count == text.utf8.count }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count >= 3
      && parts[1...2].allSatisfy { part in
        part.prefix(while: \.isNumber).count == 2
      }
  }

  /// Whether two versions count in ways of which nobody knows how they follow each other: a word before the
  /// number of one, a day and a number.
  static func areApart(_ left: String, _ right: String) -> Bool {
    let words = (word(before: left), word(before: right))
    // M.04 and N.01 are rows of one maker.
    if words.0 != words.1 { return words.0.count != 1 || words.1.count != 1 }
    let (isLeftDay, isRightDay) = (isDay(left), isDay(right))
    guard isLeftDay != isRightDay else { return false }
    let other = isLeftDay ? right : left
    // 2024.1 and 20231231 are both years.
    let digits = other.utf8.prefix(while: VersionByte.isDigit)
    return !digits.isEmpty && digits.count < 4
  }
}

/// Several versions in one text.
enum VersionList {
  /// The versions of "3.0.0, 1.0.0", "3.0 / 1.0" and "3.0 and 1.0"; one that is not several as it is.
  static func divided(_ text: String) -> [String] {
    guard
      text.utf8.contains(where: {
        $0 == 0x20 || $0 == 0x2C || $0 == 0x2F || $0 == 0x3B || $0 == 0x7C || $0 == 0x26
      })
    else { return [text] }
    var parts = [""]
    for word in text.split(separator: " ") {
      if ["and", "or", "&", "/", "|", ",", ";", "und"].contains(word.lowercased()) {
        parts.append("")
        continue
      }
      for (place, piece) in word.split(
        omittingEmptySubsequences: false,
        whereSeparator: {
          ",;/|&".contains($0)
        }
      ).enumerated() {
        if place > 0 { parts.append("") }
        let last = parts.count - 1
        parts[last] += (parts[last].isEmpty || piece.isEmpty ? "" : " ") + piece
      }
    }
    parts.removeAll(where: \.isEmpty)
    // 6,0,2900 is one version, as is 2024/05/01.
    let areVersions = parts.allSatisfy { part in
      let stripped = VersionWording.stripped(part)
      return stripped.first?.isNumber == true && stripped.contains(".")
    }
    return parts.count > 1 && areVersions ? parts : [text]
  }
}
