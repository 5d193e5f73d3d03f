// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMModel

/// The day that dates in a model are compared with.
struct DayOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that dates are compared with; today in UTC if left out.", valueName: "yyyy-mm-dd"),
    transform: day)
  var date: CalendarDate?

  /// Reads a day as it is written on a command line.
  static func day(_ text: String) throws(ValidationError) -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError("`\(text)` is no date such as 2027-03-31.")
    }
    return date
  }
}
