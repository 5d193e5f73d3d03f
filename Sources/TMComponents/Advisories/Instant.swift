// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A point in time as RFC 3339 writes it, comparable across time zones.
struct Instant: Comparable {
  /// Milliseconds since a day long ago.
  private let value: Int
  /// What is no such time comes before all that are, in the order of its letters.
  private let text: String

  init(_ text: String) {
    let parsed = Self.parse(text)
    value = parsed ?? Int.min
    self.text = parsed == nil ? text : ""
  }

  static func < (left: Instant, right: Instant) -> Bool {
    (left.value, left.text) < (right.value, right.text)
  }

  /// `2026-01-01T10:00:00.5-05:00`.
  private static func parse(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy(VersionByte.isDigit) else {
        return nil
      }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var place = 19
    var milliseconds = 0
    if place < bytes.count, bytes[place] == 0x2E {
      let digits = bytes[(place + 1)...].prefix(while: VersionByte.isDigit)
      let three = (Array(digits.prefix(3)) + [0x30, 0x30, 0x30]).prefix(3)
      milliseconds = Int(String(decoding: three, as: UTF8.self)) ?? 0
      place += 1 + digits.count
    }
    var offset = 0
    if place < bytes.count, bytes[place] == 0x2B || bytes[place] == 0x2D {
      guard let hours = number((place + 1)..<(place + 3)),
        let minutes = number((place + 4)..<(place + 6))
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[place] == 0x2B ? 1 : -1)
    }
    let days = DayNumber.of(year: year, month: month, day: day)
    return (((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + milliseconds
  }
}
