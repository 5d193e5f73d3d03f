// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What shows that a requirement is met, or that a control works: a value of `verified-by`.
package enum Evidence: Hashable, Sendable {
  /// A verification that the model declares.
  case declared(EntityID)
  /// The id or text of something kept elsewhere.
  case elsewhere(String)

  /// What came out of a verification; the words of its `status`.
  package enum Result: String, CaseIterable, Sendable {
    case planned
    case passed
    case failed
  }
}

extension Model {
  /// What `verified-by` of a control or requirement names, ordered by name.
  package func evidence(of id: EntityID) -> [Evidence] {
    let found = values(id, .verifiedBy).compactMap { value -> Evidence? in
      switch value.content {
      case .entity(let verification): .declared(verification)
      case .word(let symbol): .elsewhere(symbols[symbol])
      case .text(let text): .elsewhere(text)
      case .number, .boolean, .date, .condition, .invalid: nil
      }
    }
    return found.count < 2 ? found : found.sorted { name(of: $0) < name(of: $1) }
  }

  /// The path of a declared verification, or the id or text of another.
  package func name(of evidence: Evidence) -> String {
    switch evidence {
    case .declared(let verification): path(verification)
    case .elsewhere(let text): text
    }
  }

  /// What came out of it: one that nobody says passed is still to be done; what is kept elsewhere counts
  /// as passed, since nobody can look there.
  package func result(of evidence: Evidence) -> Evidence.Result {
    switch evidence {
    case .declared(let verification):
      word(verification, .status).flatMap(Evidence.Result.init) ?? .planned
    case .elsewhere: .passed
    }
  }
}
