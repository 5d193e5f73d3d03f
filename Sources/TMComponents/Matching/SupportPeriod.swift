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

  /// The number of a day, counted from a day long ago.
  private static func days(_ date: CalendarDate) -> Int {
    // Years begin in March, so that the leap day is the last of one.
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day
  }
}
