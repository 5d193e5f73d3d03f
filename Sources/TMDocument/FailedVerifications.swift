// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The verifications that failed, each with the controls that count for nothing for it although their status
/// says that they are in place.
struct FailedVerifications {
  struct Entry {
    let verification: EntityID
    /// By path.
    let controls: [EntityID]
  }

  /// By path.
  let entries: [Entry]

  init(_ model: Model) {
    let failing = model.all(.control).filter { model.standing(ofControl: $0) == "failed" }
      .sorted { model.path($0) < model.path($1) }
    entries = model.all(.verification).filter { model.word($0, .status) == "failed" }
      .sorted { model.path($0) < model.path($1) }
      .map { verification in
        Entry(
          verification: verification,
          controls: failing.filter { control in
            ([control] + model.references(control, .satisfies)).contains {
              model.references($0, .verifiedBy).contains(verification)
            }
          })
      }
  }

  /// The controls that count for nothing for any of them, each once, by path.
  var controls: [EntityID] {
    var found: [EntityID] = []
    for control in entries.flatMap(\.controls) where !found.contains(control) {
      found.append(control)
    }
    return found
  }
}
