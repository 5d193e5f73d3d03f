// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of a Python package (PEP 440).
struct PythonVersion {
  private var epoch: [UInt8] = []
  private var release: [[UInt8]] = []
  /// Its phase before the release: 0 for a, 1 for b, 2 for rc.
  private var early: (phase: Int, number: [UInt8])?
  private var post: [UInt8]?
  private var dev: [UInt8]?
  private var local: [[UInt8]] = []

  init?(_ text: String) {
    var scanner = PythonVersionScanner(text.lowercased())
    if scanner.rest.first == 0x76 { scanner.drop(1) }
    guard var first = scanner.number() else { return nil }
    if scanner.rest.first == 0x21 {
      epoch = first
      scanner.drop(1)
      guard let number = scanner.number() else { return nil }
      first = number
    }
    release = [first]
    while scanner.rest.first == 0x2E, let next = scanner.rest.dropFirst().first,
      VersionByte.isDigit(next), scanner.skip(".")
    {
      if let number = scanner.number() { release.append(number) }
    }
    while let last = release.last, release.count > 1, last.allSatisfy({ $0 == 0x30 }) {
      release.removeLast()
    }
    for (words, phase) in [
      (["alpha", "a"], 0), (["beta", "b"], 1), (["preview", "pre", "rc", "c"], 2),
    ] where early == nil {
      if let number = scanner.marked(words) { early = (phase, number) }
    }
    if let number = scanner.marked(["post", "rev", "r"]) {
      post = number
    } else if scanner.rest.first == 0x2D, let next = scanner.rest.dropFirst().first,
      VersionByte.isDigit(next)
    {
      scanner.drop(1)
      post = scanner.number()
    }
    dev = scanner.marked(["dev"])
    if scanner.skip("+") {
      for part in scanner.rest.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2D || $0 == 0x5F }
      ) {
        guard !part.isEmpty,
          part.allSatisfy({ VersionByte.isDigit($0) || VersionByte.isLetter($0) })
        else { return nil }
        local.append(Array(part))
      }
      scanner.drop(scanner.rest.count)
    }
    guard scanner.rest.isEmpty else { return nil }
  }

  static func compare(_ left: PythonVersion, _ right: PythonVersion) -> Int {
    let epochs = VersionByte.compareNumbers(left.epoch, right.epoch)
    if epochs != 0 { return epochs }
    for index in 0..<max(left.release.count, right.release.count) {
      let order = VersionByte.compareNumbers(
        index < left.release.count ? left.release[index] : [],
        index < right.release.count ? right.release[index] : [])
      if order != 0 { return order }
    }
    let (a, b) = (left.phase, right.phase)
    if a != b { return a < b ? -1 : 1 }
    let orders = [
      VersionByte.compareNumbers(left.early?.number ?? [], right.early?.number ?? []),
      compare(left.post, right.post, missing: -1), compare(left.dev, right.dev, missing: 1),
    ]
    return orders.first { $0 != 0 } ?? compareLocal(left.local, right.local)
  }

  /// -1 for a development version of the release itself, 3 for the release and what follows it.
  private var phase: Int {
    if let early { return early.phase }
    return post == nil && dev != nil ? -1 : 3
  }

  private static func compare(_ left: [UInt8]?, _ right: [UInt8]?, missing: Int) -> Int {
    switch (left, right) {
    case (nil, nil): 0
    case (nil, _): missing
    case (_, nil): -missing
    case (let left?, let right?): VersionByte.compareNumbers(left, right)
    }
  }

  private static func compareLocal(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int {
    for (a, b) in zip(left, right) {
      let order =
        switch (a.allSatisfy(VersionByte.isDigit), b.allSatisfy(VersionByte.isDigit)) {
        case (true, true): VersionByte.compareNumbers(a, b)
        case (true, false): 1
        case (false, true): -1
        case (false, false): VersionByte.compareBytes(a, b)
        }
      if order != 0 { return order }
    }
    return left.count - right.count
  }
}

/// Takes a version of Python apart from its beginning on.
private struct PythonVersionScanner {
  private let bytes: [UInt8]
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: String) {
    bytes = Array(text.utf8)
    rest = bytes[...]
  }

  mutating func drop(_ count: Int) { rest = rest.dropFirst(count) }

  mutating func skip(_ text: StaticString) -> Bool {
    let matches = text.withUTF8Buffer { rest.starts(with: $0) }
    if matches { drop(text.utf8CodeUnitCount) }
    return matches
  }

  mutating func number() -> [UInt8]? {
    let digits = rest.prefix(while: VersionByte.isDigit)
    drop(digits.count)
    return digits.isEmpty ? nil : Array(digits)
  }

  /// One of some words with a sign before it or not, and the number behind it: zero where none is.
  mutating func marked(_ words: [String]) -> [UInt8]? {
    let behind = rest.first.map(Self.isSign) == true ? rest.dropFirst() : rest
    for word in words where behind.starts(with: word.utf8) {
      let after = behind.dropFirst(word.utf8.count)
      // `r` is not the beginning of `rc`.
      if let next = after.first, VersionByte.isLetter(next) { continue }
      rest = after
      if let sign = rest.first, Self.isSign(sign), let next = rest.dropFirst().first,
        VersionByte.isDigit(next)
      {
        drop(1)
      }
      return number() ?? []
    }
    return nil
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2D || byte == 0x5F }
}
