// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import Testing

/// Days that exist, and texts that are none.
@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test(
    "the last day of a month exists, the next does not",
    arguments: [
      ("2026-01", 31), ("2026-02", 28), ("2026-03", 31), ("2026-04", 30), ("2026-05", 31),
      ("2026-06", 30), ("2026-07", 31), ("2026-08", 31), ("2026-09", 30), ("2026-10", 31),
      ("2026-11", 30), ("2026-12", 31), ("2024-02", 29), ("2000-02", 29), ("2100-02", 28),
      ("1900-02", 28), ("2400-02", 29),
    ])
  func lastDays(_ month: String, _ last: Int) {
    #expect(CalendarDate("\(month)-\(last)")?.description == "\(month)-\(last)")
    #expect(CalendarDate("\(month)-\(last + 1)") == nil)
    #expect(CalendarDate("\(month)-01")?.day == 1)
    #expect(CalendarDate("\(month)-00") == nil)
  }

  @Test(
    "what is not written as a date is none",
    arguments: [
      "", "2026", "2026-1-01", "2026-01-1", "26-01-01", "2026-00-01", "2026-13-01", "2026-01-01-",
      "2026-01-01T00:00", "2026/01/01", "-026-01-01", " 2026-01-01", "2026-01-0a", "٢٠٢٦-٠١-٠١",
    ])
  func others(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("days are in the order of the calendar")
  func order() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01"]
      .map { try #require(CalendarDate($0)) }
    for (index, day) in days.enumerated() {
      for (other, later) in days.enumerated() { #expect((day < later) == (index < other)) }
    }
  }
}
