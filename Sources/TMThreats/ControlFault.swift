// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// What keeps a control from answering a threat.
package enum ControlFault: Equatable, Sendable {
  /// It mitigates another category.
  case otherCategory
  /// The threat is the author's own, and does not name it.
  case ownThreat
  /// All its mechanisms are broken or outdated, or never protected.
  case broken([String])
  /// The program knows none of its mechanisms.
  case unknown([String])
  /// Its mechanisms do nothing against the threat where it happens.
  case unable([String])
  /// It says no mechanism, and none could answer the threat from where it stands.
  case unsaid
  /// Its mechanisms answer the threat only where the subject itself names it.
  case far([String])
  /// It names the threat, and neither a mechanism that the program knows nor a verification that passed
  /// stands behind that.
  case unshown([String])
  /// It takes one of these mechanisms.
  case special([String])
  /// It proves persons, and somebody poses as a program.
  case personsOnly
  /// What the threat is about says `no` to it.
  case denied
  /// It stands where another end, or another thing, is protected.
  case aside
  /// It protects one of several places or things.
  case partly

  /// The reason, after "which" or "it".
  package var reason: String {
    switch self {
    case .otherCategory: "mitigates another category"
    case .ownThreat: "is not named by the threat"
    case .broken(let words):
      "works by \(Self.list(words)), which is broken or no protection and counts for nothing"
    case .unknown(let words):
      "works by \(Self.list(words)), of which the program does not know what it does; with a test that passed, `answers` can name the threat"
    case .unable(let words): "works by \(Self.list(words)), which does nothing against it here"
    case .unsaid:
      "does not say how it works (`mechanism`), and nothing answers it from where it stands"
    case .far(let words):
      "works by \(Self.list(words)), which answers it only where it protects that itself, and not what stands behind it"
    case .unshown(let words):
      "names it, and "
        + (words.isEmpty
          ? "says neither how it works (`mechanism`)"
          : "works by \(Self.list(words)), of which the program does not know what it does, and says not")
        + (words.isEmpty ? " nor which test shows that it does" : " which test shows that it does")
        + " (`verified-by`, or `satisfies` of a requirement that was tested)"
    case .special(let words):
      "does not work by \(Suggestion.alternatives(words)), which it takes against this attack"
    case .personsOnly: "proves a person, and somebody poses as a program"
    case .denied: "is what this says `no` to"
    case .aside: "stands where it proves or protects another end"
    case .partly: "protects only one of the places or things that it takes"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
