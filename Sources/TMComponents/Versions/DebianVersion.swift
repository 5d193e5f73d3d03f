// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of a Debian package (deb-version(7)): epoch, upstream version and revision.
struct DebianVersion {
  private let epoch: [UInt8]
  private let upstream: [UInt8]
  private let revision: [UInt8]

  init?(_ text: String) {
    guard text.utf8.contains(where: VersionByte.isDigit),
      text.utf8.allSatisfy({ Self.isAllowed($0) })
    else { return nil }
    var rest = Array(text.utf8)
    if let (epoch, behind) = VersionByte.epoch(of: text) {
      (self.epoch, rest) = (Array(epoch), Array(behind))
    } else {
      epoch = []
    }
    guard !rest.isEmpty else { return nil }
    if let hyphen = rest.lastIndex(of: 0x2D) {
      (upstream, revision) = (Array(rest[..<hyphen]), Array(rest[(hyphen + 1)...]))
    } else {
      (upstream, revision) = (rest, [])
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    VersionByte.isDigit(byte) || VersionByte.isLetter(byte) || ".+-~:_".utf8.contains(byte)
  }

  static func compare(_ left: DebianVersion, _ right: DebianVersion) -> Int {
    let epochs = VersionByte.compareNumbers(left.epoch, right.epoch)
    if epochs != 0 { return epochs }
    let upstreams = compareParts(left.upstream, right.upstream)
    return upstreams != 0 ? upstreams : compareParts(left.revision, right.revision)
  }

  /// Words and numbers in turn; `~` comes before the end, letters before other signs.
  private static func compareParts(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (left, right) = (left[...], right[...])
    while !left.isEmpty || !right.isEmpty {
      while isWord(left.first) || isWord(right.first) {
        let (a, b) = (weight(left.first), weight(right.first))
        if a != b { return a < b ? -1 : 1 }
        (left, right) = (left.dropFirst(), right.dropFirst())
      }
      let (a, b) = (
        left.prefix(while: VersionByte.isDigit), right.prefix(while: VersionByte.isDigit)
      )
      let order = VersionByte.compareNumbers(a, b)
      if order != 0 { return order }
      (left, right) = (left.dropFirst(a.count), right.dropFirst(b.count))
    }
    return 0
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    byte.map { !VersionByte.isDigit($0) } ?? false
  }

  private static func weight(_ byte: UInt8?) -> Int {
    guard let byte, !VersionByte.isDigit(byte) else { return 0 }
    if byte == 0x7E { return -1 }
    return VersionByte.isLetter(byte) ? Int(byte) : Int(byte) + 256
  }
}
