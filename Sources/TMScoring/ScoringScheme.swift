// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A scheme in which threats are scored; the raw values are the words of `scoring` in a model.
package enum ScoringScheme: String, CaseIterable, Sendable {
  case cvss40 = "cvss-4.0"
  case cvss31 = "cvss-3.1"
  case cvss30 = "cvss-3.0"
  case cvss20 = "cvss-2.0"
  case dread
  case owasp
  case matrix

  /// What a sentence calls it.
  package var title: String {
    switch self {
    case .cvss40: "CVSS 4.0"
    case .cvss31: "CVSS 3.1"
    case .cvss30: "CVSS 3.0"
    case .cvss20: "CVSS 2.0"
    case .dread: "DREAD"
    case .owasp: "OWASP Risk Rating"
    case .matrix: "a risk matrix"
    }
  }
}
