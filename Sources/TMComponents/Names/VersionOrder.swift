// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How two versions of one software compare.
package enum VersionOrder: Sendable {
  /// Semantic Versioning 2.0.0: what stands behind a hyphen comes before the release, and what
  /// stands behind a plus counts for nothing. A version that is none compares as `general`.
  case semantic
  /// What fits the versions of most makers:
  ///
  /// - a `v` before the first digit counts for nothing, a number and a colon in front outweigh all;
  /// - a version is a row of numbers and words: signs divide it, as does the step from digit to letter;
  /// - numbers compare by value, words by letter in any case, a number other than zero is later than a word;
  /// - missing numbers are zero: 1.0 is 1.0.0;
  /// - where one version goes on, it is later (1.0.2 < 1.0.2k < 1.0.2-1), unless it goes on with a
  ///   word for what comes before a release (1.0-rc1 < 1.0, 1.0b2 < 1.0) or with `~`.
  case general

  package func isLess(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

  package func areEqual(_ left: String, _ right: String) -> Bool { compare(left, right) == 0 }

  /// Negative where the left one is earlier, zero where they are the same.
  package func compare(_ left: String, _ right: String) -> Int {
    switch self {
    case .semantic:
      if let left = SemanticVersion(left), let right = SemanticVersion(right) {
        return SemanticVersion.compare(left, right)
      }
      return Self.general.compare(left, right)
    case .general: return VersionParts.compare(VersionParts(left), VersionParts(right))
    }
  }
}

/// A version by the parts that count.
private struct VersionParts {
  private enum Part {
    case number(Substring.UTF8View.SubSequence)
    case word([UInt8], isEarly: Bool)
  }

  private var epoch: Part = .number(""[...].utf8[...])
  private var parts: [Part] = []

  init(_ text: String) {
    var rest = text[...].utf8[...]
    if let first = rest.first, first | 0x20 == UInt8(ascii: "v"),
      rest.dropFirst().first.map(Self.isDigit) == true
    {
      rest = rest.dropFirst()
    }
    let digits = rest.prefix(while: Self.isDigit)
    if !digits.isEmpty, rest.dropFirst(digits.count).first == UInt8(ascii: ":") {
      epoch = .number(Self.withoutZeros(digits))
      rest = rest.dropFirst(digits.count + 1)
    }
    while let byte = rest.first {
      if Self.isDigit(byte) {
        let digits = rest.prefix(while: Self.isDigit)
        parts.append(.number(Self.withoutZeros(digits)))
        rest = rest.dropFirst(digits.count)
      } else if byte == UInt8(ascii: "~") {
        parts.append(.word([byte], isEarly: true))
        rest = rest.dropFirst()
      } else if Self.isSign(byte) {
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix { !Self.isDigit($0) && !Self.isSign($0) && $0 != UInt8(ascii: "~") }
        rest = rest.dropFirst(word.count)
        let lower = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        // 1.0b2 is a second beta; 1.0.2b is the second repair of OpenSSL 1.0.2.
        let isMarked = lower.count > 1 || rest.first.map(Self.isDigit) == true
        parts.append(.word(lower, isEarly: isMarked && Self.earlyWords.contains(lower)))
      }
    }
  }

  static func compare(_ left: VersionParts, _ right: VersionParts) -> Int {
    let epochs = compare(left.epoch, right.epoch)
    if epochs != 0 { return epochs }
    for index in 0..<max(left.parts.count, right.parts.count) {
      let order: Int
      if index >= left.parts.count {
        order = -weight(right.parts[index])
      } else if index >= right.parts.count {
        order = weight(left.parts[index])
      } else {
        order = compare(left.parts[index], right.parts[index])
      }
      if order != 0 { return order }
    }
    return 0
  }

  /// How a part compares with the end of the version.
  private static func weight(_ part: Part) -> Int {
    switch part {
    case .number(let digits): digits.isEmpty ? 0 : 1
    case .word(_, let isEarly): isEarly ? -1 : 1
    }
  }

  private static func compare(_ left: Part, _ right: Part) -> Int {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      if left.count != right.count { return left.count < right.count ? -1 : 1 }
      if left.elementsEqual(right) { return 0 }
      return left.lexicographicallyPrecedes(right) ? -1 : 1
    case (.word(let left, let isLeftEarly), .word(let right, let isRightEarly)):
      if isLeftEarly != isRightEarly { return isLeftEarly ? -1 : 1 }
      if left == right { return 0 }
      return left.lexicographicallyPrecedes(right) ? -1 : 1
    case (.number(let digits), .word(_, let isEarly)): return order(digits.isEmpty, isEarly)
    case (.word(_, let isEarly), .number(let digits)): return -order(digits.isEmpty, isEarly)
    }
  }

  /// How a number compares with a word: a zero is what a missing number would be, so that
  /// 1.0.0 comes before 1.0k as 1.0 does.
  private static func order(_ isZero: Bool, _ isEarly: Bool) -> Int {
    isZero && !isEarly ? -1 : 1
  }

  private static let earlyWords: Set<[UInt8]> = Set(
    [
      "~", "a", "alpha", "b", "beta", "c", "rc", "cr", "pre", "preview", "dev", "snapshot", "m",
      "milestone", "ea", "nightly", "canary",
    ].map { Array($0.utf8) })

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x80 && !isDigit(byte) && !(0x61...0x7A).contains(byte | 0x20)
      && byte != UInt8(ascii: "~")
  }

  private static func withoutZeros(
    _ digits: Substring.UTF8View.SubSequence
  ) -> Substring.UTF8View.SubSequence { digits.drop { $0 == 0x30 } }
}

/// A version as Semantic Versioning 2.0.0 has it, its two last numbers optional.
private struct SemanticVersion {
  private let numbers: [String]
  private let early: [String]

  init?(_ text: String) {
    var rest = text[...]
    if rest.first == "v" || rest.first == "V" { rest = rest.dropFirst() }
    if let plus = rest.firstIndex(of: "+") { rest = rest[..<plus] }
    let hyphen = rest.firstIndex(of: "-")
    let core = hyphen.map { rest[..<$0] } ?? rest
    let early = hyphen.map { rest[rest.index(after: $0)...] } ?? ""
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(numbers.count), numbers.allSatisfy(Self.isNumber) else { return nil }
    self.numbers =
      (numbers + Array(repeating: "0", count: 3 - numbers.count)).map(Self.withoutZeros)
    self.early = early.split(separator: ".").map(String.init)
  }

  static func compare(_ left: SemanticVersion, _ right: SemanticVersion) -> Int {
    for (left, right) in zip(left.numbers, right.numbers) where left != right {
      return isLess(left, right) ? -1 : 1
    }
    if left.early.isEmpty || right.early.isEmpty {
      return (left.early.isEmpty ? 1 : 0) - (right.early.isEmpty ? 1 : 0)
    }
    for (left, right) in zip(left.early, right.early) where left != right {
      switch (isNumber(left[...]), isNumber(right[...])) {
      case (true, true):
        let (left, right) = (withoutZeros(left[...]), withoutZeros(right[...]))
        if left != right { return isLess(left, right) ? -1 : 1 }
      case (true, false): return -1
      case (false, true): return 1
      case (false, false): return left < right ? -1 : 1
      }
    }
    return left.early.count - right.early.count
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func withoutZeros(_ text: Substring) -> String { String(text.drop { $0 == "0" }) }

  private static func isLess(_ left: String, _ right: String) -> Bool {
    left.utf8.count != right.utf8.count ? left.utf8.count < right.utf8.count : left < right
  }
}
