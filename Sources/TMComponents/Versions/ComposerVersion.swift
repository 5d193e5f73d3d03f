// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of a PHP package: as Composer normalises it, in the order of PHP's `version_compare`.
struct ComposerVersion {
  private enum Part {
    case number([UInt8])
    case word(rank: Int)
  }

  private var parts: [Part] = []

  /// What stands for a number among the words.
  private static let numberRank = 4

  init?(_ text: String) {
    var rest = text.lowercased().utf8[...]
    if rest.first == 0x76 { rest = rest.dropFirst() }
    if let plus = rest.firstIndex(of: 0x2B) { rest = rest[..<plus] }
    guard let first = rest.first, VersionByte.isDigit(first) else { return nil }
    while let byte = rest.first, VersionByte.isDigit(byte) {
      let digits = rest.prefix(while: VersionByte.isDigit)
      parts.append(.number(Array(digits)))
      rest = rest.dropFirst(digits.count)
      guard let sign = rest.first, sign == 0x2E || sign == 0x2D || sign == 0x3A,
        let next = rest.dropFirst().first, VersionByte.isDigit(next)
      else { break }
      rest = rest.dropFirst()
    }
    if parts.count <= 4 {
      parts += Array(repeating: .number([]), count: 4 - parts.count)
    }
    while !rest.isEmpty {
      rest = rest.drop { $0 == 0x2E || $0 == 0x2D || $0 == 0x5F }
      guard let byte = rest.first else { break }
      if VersionByte.isDigit(byte) {
        let digits = rest.prefix(while: VersionByte.isDigit)
        parts.append(.number(Array(digits)))
        rest = rest.dropFirst(digits.count)
        continue
      }
      let word = rest.prefix(while: VersionByte.isLetter)
      switch String(decoding: word, as: UTF8.self) {
      case "stable": break
      case "dev": parts.append(.word(rank: 0))
      case "alpha", "a": parts.append(.word(rank: 1))
      case "beta", "b": parts.append(.word(rank: 2))
      case "rc": parts.append(.word(rank: 3))
      case "patch", "pl", "p": parts.append(.word(rank: 5))
      default: return nil
      }
      rest = rest.dropFirst(word.count)
    }
  }

  static func compare(_ left: ComposerVersion, _ right: ComposerVersion) -> Int {
    for index in 0..<max(left.parts.count, right.parts.count) {
      let order =
        if index >= left.parts.count {
          -weight(right.parts[index])
        } else if index >= right.parts.count {
          weight(left.parts[index])
        } else {
          compare(left.parts[index], right.parts[index])
        }
      if order != 0 { return order }
    }
    return 0
  }

  /// How a part compares with the end of a version.
  private static func weight(_ part: Part) -> Int {
    switch part {
    case .number: 1
    case .word(let rank): rank < numberRank ? -1 : 1
    }
  }

  private static func compare(_ left: Part, _ right: Part) -> Int {
    switch (left, right) {
    case (.number(let left), .number(let right)): VersionByte.compareNumbers(left, right)
    case (.word(let left), .word(let right)): left - right
    case (.number, .word(let rank)): numberRank - rank
    case (.word(let rank), .number): rank - numberRank
    }
  }
}
