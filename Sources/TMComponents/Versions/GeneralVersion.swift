// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of a maker whose rules nobody wrote down, by the parts that count.
struct GeneralVersion {
  private enum Part {
    case number(Substring.UTF8View.SubSequence)
    case word([UInt8], isEarly: Bool)
  }

  private var epoch: Part = .number(""[...].utf8[...])
  private(set) var hasEpoch = false
  private var parts: [Part] = []
  /// What stands behind the hyphen of `1.2-5`.
  private var revision: [Part] = []

  var withoutEpoch: GeneralVersion {
    var version = self
    version.epoch = .number(""[...].utf8[...])
    return version
  }

  /// Nil for what has no number.
  init?(_ text: String) {
    guard text.utf8.contains(where: Self.isDigit) else { return nil }
    var rest = text[...].utf8[...]
    if let first = rest.first, first | 0x20 == UInt8(ascii: "v"),
      rest.dropFirst().first.map(Self.isDigit) == true
    {
      rest = rest.dropFirst()
    }
    let digits = rest.prefix(while: Self.isDigit)
    if !digits.isEmpty, rest.dropFirst(digits.count).first == UInt8(ascii: ":") {
      epoch = .number(Self.withoutZeros(digits))
      hasEpoch = true
      rest = rest.dropFirst(digits.count + 1)
    }
    let upstream = rest.prefix { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    let behind = rest.dropFirst(upstream.count)
    if let sign = behind.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_"),
      let next = behind.dropFirst().first, Self.isDigit(next), upstream.contains(UInt8(ascii: "."))
    {
      (parts, revision) = (Self.parts(of: upstream), Self.parts(of: behind.dropFirst()))
    } else {
      parts = Self.parts(of: rest)
    }
  }

  private static func parts(of text: Substring.UTF8View.SubSequence) -> [Part] {
    var rest = text
    var parts: [Part] = []
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
    return parts
  }

  static func compare(_ left: GeneralVersion, _ right: GeneralVersion) -> Int {
    let epochs = compare(left.epoch, right.epoch)
    if epochs != 0 { return epochs }
    let upstreams = compare(left.parts, right.parts)
    return upstreams != 0 ? upstreams : compare(left.revision, right.revision)
  }

  private static func compare(_ left: [Part], _ right: [Part]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let order: Int
      if index >= left.count {
        order = -weight(right[index])
      } else if index >= right.count {
        order = weight(left[index])
      } else {
        order = compare(left[index], right[index])
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
