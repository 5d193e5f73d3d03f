// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version as Semantic Versioning 2.0.0 has it: what stands behind a hyphen comes before the release,
/// and what stands behind a plus counts for nothing. Its two last numbers are optional.
struct SemanticVersion {
  let numbers: [[UInt8]]
  /// What stands behind the hyphen, part by part.
  let early: [[UInt8]]

  init?(_ text: String) { self.init(text, mostNumbers: 3) }

  fileprivate init?(_ text: String, mostNumbers: Int) {
    var rest = text.utf8[...]
    if let first = rest.first, first == 0x3D { rest = rest.dropFirst() }
    if let first = rest.first, first | 0x20 == 0x76 { rest = rest.dropFirst() }
    // go1.20.5, as the toolchain calls itself.
    if rest.starts(with: "go".utf8) { rest = rest.dropFirst(2) }
    if let plus = rest.firstIndex(of: 0x2B) { rest = rest[..<plus] }
    let hyphen = rest.firstIndex(of: 0x2D)
    let numbers = (hyphen.map { rest[..<$0] } ?? rest)
      .split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...mostNumbers).contains(numbers.count),
      numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(VersionByte.isDigit) })
    else { return nil }
    self.numbers = numbers.map { Array($0) }
    early =
      hyphen.map { rest[rest.index(after: $0)...] }?.split(separator: 0x2E).map { Array($0) } ?? []
  }

  static func compare(_ left: SemanticVersion, _ right: SemanticVersion) -> Int {
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      let order = VersionByte.compareNumbers(
        index < left.numbers.count ? left.numbers[index] : [],
        index < right.numbers.count ? right.numbers[index] : [])
      if order != 0 { return order }
    }
    if left.early.isEmpty || right.early.isEmpty {
      return (left.early.isEmpty ? 1 : 0) - (right.early.isEmpty ? 1 : 0)
    }
    for (left, right) in zip(left.early, right.early) {
      let order =
        switch (left.allSatisfy(VersionByte.isDigit), right.allSatisfy(VersionByte.isDigit)) {
        case (true, true): VersionByte.compareNumbers(left, right)
        case (true, false): -1
        case (false, true): 1
        case (false, false): VersionByte.compareBytes(left, right)
        }
      if order != 0 { return order }
    }
    return left.early.count - right.early.count
  }
}

/// A version of a NuGet package: semantic, with a fourth number, and words in any case.
struct NuGetVersion {
  private let version: SemanticVersion

  init?(_ text: String) {
    guard let version = SemanticVersion(text.lowercased(), mostNumbers: 4) else { return nil }
    self.version = version
  }

  static func compare(_ left: NuGetVersion, _ right: NuGetVersion) -> Int {
    SemanticVersion.compare(left.version, right.version)
  }
}
