// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of a Ruby gem: numbers and words between dots; a word makes it a version before the release.
struct RubyVersion {
  /// 1.13.6 of `1.13.6-x86_64-linux`, as gems with machine code write it.
  private static func withoutPlatform(_ text: String) -> String {
    guard let hyphen = text.firstIndex(of: "-") else { return text }
    let platform = text[hyphen...].lowercased()
    return ["linux", "darwin", "mingw", "mswin", "java"].contains(where: platform.contains)
      ? String(text[..<hyphen]) : text
  }

  private enum Segment: Equatable {
    case number([UInt8])
    case word([UInt8])
  }

  private let segments: [Segment]

  init?(_ whole: String) {
    let text = Self.withoutPlatform(whole)
    guard let first = text.utf8.first, VersionByte.isDigit(first),
      text.utf8.allSatisfy({
        VersionByte.isDigit($0) || VersionByte.isLetter($0) || $0 == 0x2E || $0 == 0x2D
      })
    else { return nil }
    var all: [Segment] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      if VersionByte.isDigit(byte) {
        let digits = rest.prefix(while: VersionByte.isDigit)
        all.append(.number(Array(digits.drop { $0 == 0x30 })))
        rest = rest.dropFirst(digits.count)
      } else if VersionByte.isLetter(byte) {
        let word = rest.prefix(while: VersionByte.isLetter)
        all.append(.word(Array(word)))
        rest = rest.dropFirst(word.count)
      } else {
        if byte == 0x2D { all.append(.word(Array("pre".utf8))) }
        rest = rest.dropFirst()
      }
    }
    // Zeros count for nothing before the first word, and at the end.
    let word = all.firstIndex { if case .word = $0 { true } else { false } } ?? all.count
    segments = Array(Self.withoutZeros(all[..<word])) + Array(Self.withoutZeros(all[word...]))
  }

  private static func withoutZeros(_ segments: ArraySlice<Segment>) -> ArraySlice<Segment> {
    var segments = segments
    while segments.last == .number([]) { segments.removeLast() }
    return segments
  }

  static func compare(_ left: RubyVersion, _ right: RubyVersion) -> Int {
    for index in 0..<max(left.segments.count, right.segments.count) {
      let a = index < left.segments.count ? left.segments[index] : .number([])
      let b = index < right.segments.count ? right.segments[index] : .number([])
      let order =
        switch (a, b) {
        case (.number(let a), .number(let b)): VersionByte.compareNumbers(a, b)
        case (.number, .word): 1
        case (.word, .number): -1
        case (.word(let a), .word(let b)): VersionByte.compareBytes(a, b)
        }
      if order != 0 { return order }
    }
    return 0
  }
}
