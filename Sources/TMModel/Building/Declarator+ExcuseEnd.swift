// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// The end of an `@allow`.
extension Declarator {
  /// When an excuse ends.
  enum ExcuseEnd {
    case never
    case on(CalendarDate)
    /// It was reported.
    case malformed
  }

  mutating func excuseEnd(_ arguments: ArraySlice<SyntaxNode>) -> ExcuseEnd {
    var end = ExcuseEnd.never
    for argument in arguments {
      let pieces = Array(argument.children)
      guard argument.kind == .labelledArgument, pieces.count == 3, pieces[0].isWord("until"),
        let date = CalendarDate(pieces[2].text)
      else {
        parts.report(
          "malformed-excuse", "`@allow` takes a rule, a reason and a date", at: argument.range,
          help: ["write `until: 2027-03-31` for a date that exists, or delete it"])
        return .malformed
      }
      end = .on(date)
    }
    return end
  }
}
