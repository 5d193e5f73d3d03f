// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSource

/// The safe fixes of a model that are applied together: as many as leave no more errors than there were.
///
/// A fix is right about its own line. What the line then says was not looked at before: names in it that nothing
/// has, or a brace that now opens what another one closed. So the texts are compiled before they are written.
package enum HarmlessFixes {
  /// How often a model is compiled to tell the fixes that do harm from the others; what is not told apart by then
  /// waits.
  static let limit = 64

  /// The findings whose fixes `FixApplication` can apply, without those that do harm.
  ///
  /// - Parameters:
  ///   - errors: how many errors the model has.
  ///   - errorsAfter: how many it has when the fixes of some findings are applied.
  package static func chosen<Failure: Error>(
    of findings: [Diagnostic], errors: Int,
    errorsAfter: ([Diagnostic]) throws(Failure) -> Int
  ) throws(Failure) -> [Diagnostic] {
    var kept: [Diagnostic] = []
    var left = limit
    let candidates = FixApplication.accepted(findings)
    // Halves of halves, in their order.
    var waiting = candidates.isEmpty ? [] : [candidates[...]]
    while let part = waiting.popLast(), left > 0 {
      left -= 1
      if try errorsAfter(kept + part) <= errors {
        kept += part
      } else if part.count > 1 {
        let middle = part.startIndex + part.count / 2
        waiting += [part[middle...], part[..<middle]]
      }
    }
    return kept
  }
}
