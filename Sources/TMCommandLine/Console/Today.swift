// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// The day of the run in Coordinated Universal Time, so that it is the same in every time zone.
enum Today {
  static func date() throws(CommandFailure) -> CalendarDate {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil,
      let date = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else {
      throw CommandFailure(
        "the clock of this machine shows no date", help: "give one with `--date`")
    }
    return date
  }
}
