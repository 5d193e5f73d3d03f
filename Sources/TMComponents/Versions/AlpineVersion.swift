// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of an Alpine package: numbers, a letter, words behind `_`, a revision.
struct AlpineVersion {
  private var numbers: [[UInt8]] = []
  private var letter: UInt8 = 0
  private var suffixes: [(rank: Int, number: [UInt8])] = []
  /// Nil where none is given, which comes before `-r0`.
  private var revision: [UInt8]?

  /// The words behind `_` by rank: those below zero come before the release.
  private static let ranks: [String: Int] = [
    "alpha": -4, "beta": -3, "pre": -2, "rc": -1, "cvs": 1, "svn": 2, "git": 3, "hg": 4, "p": 5,
  ]

  init?(_ text: String) {
    var rest = text.utf8[...]
    while true {
      let digits = rest.prefix(while: VersionByte.isDigit)
      guard !digits.isEmpty else { return nil }
      numbers.append(Array(digits))
      rest = rest.dropFirst(digits.count)
      guard rest.first == 0x2E else { break }
      rest = rest.dropFirst()
    }
    if let byte = rest.first, VersionByte.isLetter(byte) {
      letter = byte
      rest = rest.dropFirst()
    }
    while rest.first == 0x5F {
      rest = rest.dropFirst()
      let word = rest.prefix(while: VersionByte.isLetter)
      guard let rank = Self.ranks[String(decoding: word, as: UTF8.self)] else { return nil }
      rest = rest.dropFirst(word.count)
      let digits = rest.prefix(while: VersionByte.isDigit)
      suffixes.append((rank, Array(digits)))
      rest = rest.dropFirst(digits.count)
    }
    // A commit between the version and the revision does not count.
    if rest.first == 0x7E { rest = rest.drop { $0 != 0x2D } }
    if rest.starts(with: "-r".utf8) {
      let digits = rest.dropFirst(2).prefix(while: VersionByte.isDigit)
      revision = Array(digits)
      rest = rest.dropFirst(2 + digits.count)
    }
    guard rest.isEmpty else { return nil }
  }

  static func compare(_ left: AlpineVersion, _ right: AlpineVersion) -> Int {
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      if index >= left.numbers.count { return -1 }
      if index >= right.numbers.count { return 1 }
      let (a, b) = (left.numbers[index], right.numbers[index])
      // Behind the first one, a number with a zero in front is a fraction.
      let isFraction =
        index > 0 && (a.first == 0x30 && a.count > 1 || b.first == 0x30 && b.count > 1)
      let order =
        isFraction ? VersionByte.compareBytes(a, b) : VersionByte.compareNumbers(a, b)
      if order != 0 { return order }
    }
    if left.letter != right.letter { return left.letter < right.letter ? -1 : 1 }
    for index in 0..<max(left.suffixes.count, right.suffixes.count) {
      let a = index < left.suffixes.count ? left.suffixes[index] : (rank: 0, number: [])
      let b = index < right.suffixes.count ? right.suffixes[index] : (rank: 0, number: [])
      if a.rank != b.rank { return a.rank < b.rank ? -1 : 1 }
      let order = VersionByte.compareNumbers(a.number, b.number)
      if order != 0 { return order }
    }
    switch (left.revision, right.revision) {
    case (nil, nil): return 0
    case (nil, _): return -1
    case (_, nil): return 1
    case (let left?, let right?): return VersionByte.compareNumbers(left, right)
    }
  }
}
