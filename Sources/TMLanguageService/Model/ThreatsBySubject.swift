// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMRisk
import TMThreats

/// The threats of a model by what they are about, in the order of the register.
package struct ThreatsBySubject {
  private var rows: [EntityID: [AssessedThreat]] = [:]

  init(_ compiled: CompiledModel) {
    for threat in compiled.risks.threats { rows[threat.threat.about, default: []].append(threat) }
  }

  package subscript(id: EntityID) -> [AssessedThreat] { rows[id] ?? [] }

  /// How many threats a declaration has in each state: "4 threats, 1 open"; nil for none.
  package func tally(_ id: EntityID) -> String? {
    let all = self[id]
    guard !all.isEmpty else { return nil }
    let open = all.count { $0.threat.status == .open }
    let count = all.count == 1 ? "1 threat" : "\(all.count) threats"
    return open == 0 ? "\(count), none open" : "\(count), \(open) open"
  }
}
