// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// How long a component is still supported.
package enum SupportPeriod: Sendable {
  /// The model says nothing.
  case unknown
  case current(until: CalendarDate)
  /// It ends within `soon` days.
  case endsSoon(CalendarDate)
  case ended(CalendarDate)

  /// Half a year: what it takes to bring another version of a component into a device.
  package static let soon = 183

  init(_ end: CalendarDate?, today: CalendarDate) {
    guard let end else {
      self = .unknown
      return
    }
    if end < today {
      self = .ended(end)
    } else if Self.days(end) - Self.days(today) <= Self.soon {
      self = .endsSoon(end)
    } else {
      self = .current(until: end)
    }
  }

  private static func days(_ date: CalendarDate) -> Int {
    DayNumber.of(year: date.year, month: date.month, day: date.day)
  }
}

/// The number of a day, counted from a day long ago.
enum DayNumber {
  static func of(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March, so that the leap day is the last of one.
    let shifted = month > 2 ? year : year - 1
    let moved = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (moved * 306 + 5) / 10
      + day
  }
}
