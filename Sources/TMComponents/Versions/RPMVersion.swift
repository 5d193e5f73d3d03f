// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of an RPM package: epoch, version and release.
struct RPMVersion {
  fileprivate let epoch: [UInt8]
  fileprivate let version: [UInt8]
  /// Nil where none is given.
  fileprivate let release: [UInt8]?

  init?(_ text: String) {
    guard text.utf8.contains(where: VersionByte.isDigit), !text.utf8.contains(0x20) else {
      return nil
    }
    var rest = Array(text.utf8)
    if let (epoch, behind) = VersionByte.epoch(of: text) {
      (self.epoch, rest) = (Array(epoch), Array(behind))
    } else {
      epoch = []
    }
    if let hyphen = rest.lastIndex(of: 0x2D) {
      (version, release) = (Array(rest[..<hyphen]), Array(rest[(hyphen + 1)...]))
    } else {
      (version, release) = (rest, nil)
    }
  }

  /// A release that only one of the two has does not count.
  static func compare(_ left: RPMVersion, _ right: RPMVersion) -> Int {
    compare(left, right, compareParts)
  }

  fileprivate static func compare(
    _ left: RPMVersion, _ right: RPMVersion, _ parts: ([UInt8], [UInt8]) -> Int
  ) -> Int {
    let epochs = VersionByte.compareNumbers(left.epoch, right.epoch)
    if epochs != 0 { return epochs }
    let versions = parts(left.version, right.version)
    if versions != 0 { return versions }
    guard let left = left.release, let right = right.release else { return 0 }
    return parts(left, right)
  }

  /// Runs of digits and of letters in turn; `~` comes before the end, `^` right behind it.
  private static func compareParts(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left == right { return 0 }
    var (left, right) = (left[...], right[...])
    let isSign = { (byte: UInt8) in
      !VersionByte.isDigit(byte) && !VersionByte.isLetter(byte) && byte != 0x7E && byte != 0x5E
    }
    while !left.isEmpty || !right.isEmpty {
      (left, right) = (left.drop(while: isSign), right.drop(while: isSign))
      if left.first == 0x7E || right.first == 0x7E {
        if left.first != 0x7E { return 1 }
        if right.first != 0x7E { return -1 }
        (left, right) = (left.dropFirst(), right.dropFirst())
        continue
      }
      if left.first == 0x5E || right.first == 0x5E {
        if left.isEmpty { return -1 }
        if right.isEmpty { return 1 }
        if left.first != 0x5E { return 1 }
        if right.first != 0x5E { return -1 }
        (left, right) = (left.dropFirst(), right.dropFirst())
        continue
      }
      if left.isEmpty || right.isEmpty { break }
      if let order = RPMSegment.take(&left, &right) { return order }
    }
    if left.isEmpty, right.isEmpty { return 0 }
    return left.isEmpty ? -1 : 1
  }
}

/// The runs that RPM and pacman compare.
private enum RPMSegment {
  /// Takes a run of one kind off both; nil where the two are the same.
  static func take(_ left: inout ArraySlice<UInt8>, _ right: inout ArraySlice<UInt8>) -> Int? {
    let isNumber = left.first.map(VersionByte.isDigit) ?? false
    let kind = isNumber ? VersionByte.isDigit : VersionByte.isLetter
    let (a, b) = (left.prefix(while: kind), right.prefix(while: kind))
    if a.isEmpty { return -1 }
    if b.isEmpty { return isNumber ? 1 : -1 }
    (left, right) = (left.dropFirst(a.count), right.dropFirst(b.count))
    let order =
      isNumber ? VersionByte.compareNumbers(a, b) : VersionByte.compareBytes(a, b)
    return order == 0 ? nil : order
  }
}

/// The order of pacman's versions, which are written like those of RPM.
enum ArchVersion {
  static func compare(_ left: RPMVersion, _ right: RPMVersion) -> Int {
    RPMVersion.compare(left, right, compareParts)
  }

  /// A word that goes on where the other version ends comes before it: 1.0rc < 1.0.
  private static func compareParts(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left == right { return 0 }
    var (left, right) = (left[...], right[...])
    let isSign = { (byte: UInt8) in !VersionByte.isDigit(byte) && !VersionByte.isLetter(byte) }
    while !left.isEmpty, !right.isEmpty {
      let (a, b) = (left.prefix(while: isSign).count, right.prefix(while: isSign).count)
      (left, right) = (left.dropFirst(a), right.dropFirst(b))
      if left.isEmpty || right.isEmpty { break }
      if a != b { return a < b ? -1 : 1 }
      if let order = RPMSegment.take(&left, &right) { return order }
    }
    if left.isEmpty, right.isEmpty { return 0 }
    let isWord = { (rest: ArraySlice<UInt8>) in rest.first.map(VersionByte.isLetter) ?? false }
    return left.isEmpty && !isWord(right) || isWord(left) ? -1 : 1
  }
}
