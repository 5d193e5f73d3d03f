// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version of the Common Vulnerability Scoring System of FIRST.
package enum CVSSVersion: String, CaseIterable, Sendable {
  case v20 = "2.0"
  case v30 = "3.0"
  case v31 = "3.1"
  case v40 = "4.0"

  /// What a sentence calls it: "CVSS 3.1".
  package var title: String { "CVSS \(rawValue)" }

  /// What a vector begins with; vectors of version 2.0 have no prefix.
  package var prefix: String {
    switch self {
    case .v20: ""
    case .v30: "CVSS:3.0/"
    case .v31: "CVSS:3.1/"
    case .v40: "CVSS:4.0/"
    }
  }

  package var scheme: ScoringScheme {
    switch self {
    case .v20: .cvss20
    case .v30: .cvss30
    case .v31: .cvss31
    case .v40: .cvss40
    }
  }

  /// All metrics, in the order of the specification, which is that of the canonical text.
  package var metrics: [CVSSMetric] {
    switch self {
    case .v20: CVSS2Metrics.all
    case .v30, .v31: CVSS3Metrics.all
    case .v40: CVSS4Metrics.all
    }
  }

  /// How a vector says that an optional metric has no value.
  package var undefinedValue: String {
    switch self {
    case .v20: "ND"
    case .v30, .v31, .v40: "X"
    }
  }

  /// Whether the metrics of a vector must stand in the order of the specification.
  var hasFixedOrder: Bool { self == .v40 }

  var keys: CVSSKeys {
    switch self {
    case .v20: .v2
    case .v30, .v31: .v3
    case .v40: .v4
    }
  }
}
