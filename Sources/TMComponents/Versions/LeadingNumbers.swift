// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The numbers that a version begins with, for versions that an ecosystem does not know.
enum LeadingNumbers {
  /// Nil where they are the same, so that what follows would have to decide.
  static func compare(_ left: String, _ right: String) -> Int? {
    guard let left = of(left), let right = of(right) else { return nil }
    for index in 0..<max(left.count, right.count) {
      let order = VersionByte.compareNumbers(
        index < left.count ? left[index] : [], index < right.count ? right[index] : [])
      if order != 0 { return order }
    }
    return nil
  }

  /// Numbers divided by dots, behind a `v` if there is one; nil without any, and where the first is an epoch,
  /// which says nothing beside a version that has none.
  static func of(_ text: String) -> [[UInt8]]? {
    var rest = text.utf8[...]
    if let first = rest.first, first | 0x20 == 0x76 { rest = rest.dropFirst() }
    var numbers: [[UInt8]] = []
    while true {
      let digits = rest.prefix(while: VersionByte.isDigit)
      if digits.isEmpty { break }
      numbers.append(Array(digits))
      rest = rest.dropFirst(digits.count)
      guard rest.first == 0x2E else { break }
      rest = rest.dropFirst()
    }
    let isEpoch = numbers.count == 1 && (rest.first == 0x3A || rest.first == 0x21)
    return numbers.isEmpty || isEpoch ? nil : numbers
  }
}

/// Tags of a repository that are moved from release to release: `v4` of what uses 4.1.7 today.
enum MovingTag {
  /// Whether a version is such a tag, and may be a release that another version names.
  static func mayBe(_ tag: String, _ release: String) -> Bool {
    guard let own = LeadingNumbers.of(tag), let other = LeadingNumbers.of(release), own.count == 1,
      other.count > 1, tag.utf8.allSatisfy({ VersionByte.isDigit($0) || $0 | 0x20 == 0x76 }),
      VersionByte.compareNumbers(own[0], other[0]) == 0
    else { return false }
    // 4.0.0 is where they begin.
    return other.dropFirst().contains { number in number.contains { $0 != 0x30 } }
  }
}
