// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One of the five questions of DREAD; the raw value is its name in a vector.
package enum DreadMetric: String, CaseIterable, Sendable {
  case damage = "D"
  case reproducibility = "R"
  case exploitability = "E"
  case affectedUsers = "A"
  case discoverability = "Di"

  package var title: String {
    switch self {
    case .damage: "Damage"
    case .reproducibility: "Reproducibility"
    case .exploitability: "Exploitability"
    case .affectedUsers: "Affected users"
    case .discoverability: "Discoverability"
    }
  }

  /// What is asked; a greater value is worse.
  package var question: String {
    switch self {
    case .damage: "how great the damage is"
    case .reproducibility: "how reliably the attack works again"
    case .exploitability: "how little it takes to attack"
    case .affectedUsers: "how many users or patients are affected"
    case .discoverability: "how easily the weakness is found"
    }
  }
}
