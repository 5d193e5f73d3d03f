// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMRisk
import TMScoring
import TMThreats

/// How severe the threats of each zone are, before and after measures.
package struct SeverityFigure: Sendable {
  /// The severities that occur, the worst first.
  package let severities: [String]
  /// By zone in the order of their names, then what lies in none. A threat of a flow between two
  /// zones counts in both.
  package let rows: [Row]

  package struct Row: Sendable {
    /// The word of the zone; nil for what lies in none.
    package let zone: String?
    /// One for each severity.
    package let before: [Part]
    /// One for each severity: what counts now; an open threat keeps its first rating.
    package let after: [Part]
    /// The ids of the threats that nobody rated.
    package let unrated: [String]

    /// How many threats the zone has.
    package var total: Int {
      Set(before.flatMap(\.threats) + after.flatMap(\.threats) + unrated).count
    }
  }

  package struct Part: Sendable {
    package let severity: String
    /// Their ids.
    package let threats: [String]
  }

  /// Why there is nothing to see; nil where there is.
  package var absence: String? {
    guard severities.isEmpty else { return nil }
    return "No threat has a score, so there are no severities to compare."
  }

  package init(_ source: ReportSource) {
    let facts = SubjectFacts(source.model)
    var byZone: [String: [AssessedThreat]] = [:]
    var elsewhere: [AssessedThreat] = []
    for threat in source.risks.threats {
      let zones = facts.zones(of: threat.threat.about)
      if zones.isEmpty { elsewhere.append(threat) }
      for zone in zones { byZone[zone, default: []].append(threat) }
    }
    let found = Set(
      source.risks.threats.flatMap { [$0.initial?.severity, $0.current?.severity] }
        .compactMap { $0 })
    let bands = found.sorted(by: >)
    severities = bands.map(\.rawValue)
    func parts(
      _ threats: [AssessedThreat], _ severity: (AssessedThreat) -> SeverityBand?
    ) -> [Part] {
      bands.map { band in
        Part(
          severity: band.rawValue,
          threats: threats.filter { severity($0) == band }.map(\.threat.id))
      }
    }
    func row(_ zone: String?, _ threats: [AssessedThreat]) -> Row {
      Row(
        zone: zone, before: parts(threats) { $0.initial?.severity },
        after: parts(threats) { $0.current?.severity },
        unrated: threats.filter { $0.initial == nil && $0.current == nil }.map(\.threat.id))
    }
    rows =
      byZone.keys.sorted().map { row($0, byZone[$0] ?? []) }
      + (elsewhere.isEmpty ? [] : [row(nil, elsewhere)])
  }
}
