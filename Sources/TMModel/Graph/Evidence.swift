// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

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
      let result = word(verification, .status).flatMap(Evidence.Result.init) ?? .planned
      return result == .passed && !isNamed(verification) ? .planned : result
    case .elsewhere(let text): return text.showsNothing ? .planned : .passed
    }
  }

  /// Whether a verification has no title, or one that says something; what is still to be named was not done.
  private func isNamed(_ verification: EntityID) -> Bool {
    guard let title = ownTitle(verification) else { return true }
    return title.lowercased() == "test" || !title.namesNothing
  }

  /// Whether something shows that a control works: a verification of it, or of a requirement that it
  /// satisfies and that can be tested, passed.
  package func isShown(control: EntityID) -> Bool {
    let requirements = references(control, .satisfies).filter { isTestable(requirement: $0) }
    return ([control] + requirements).contains { id in
      evidence(of: id).contains { result(of: $0) == .passed }
    }
  }

  /// Whether a requirement says something that a test could find to be wrong: "Be secure" does not.
  package func isTestable(requirement: EntityID) -> Bool {
    ownTitle(requirement).map { !$0.asksNothing } ?? true
  }
}
