// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMThreats

/// Which threats a reader wants to see.
package struct ThreatSelection: Sendable {
  package var statuses: [ThreatStatus] = []
  package var categories: [ThreatCategory] = []
  package var severities: [SeverityBand] = []
  /// Elements, flows, assets and interfaces; one stands for what is in it and for its flows.
  package var subjects: [EntityID] = []
  /// Paths of hazards, or severities of harm.
  package var harms: [String] = []
  package var isUnrated = false
  package var isNotApproved = false

  package init() {}

  /// Whether anything is left out by it.
  package var isEmpty: Bool {
    statuses.isEmpty && categories.isEmpty && severities.isEmpty && subjects.isEmpty
      && harms.isEmpty && !isUnrated && !isNotApproved
  }

  /// The threats that fulfil all of it, in their order.
  package func selected(_ threats: [AssessedThreat], of model: Model) -> [AssessedThreat] {
    if isEmpty { return threats }
    let around = Set(subjects.flatMap { Self.around($0, model) })
    return threats.filter { assessed in
      let threat = assessed.threat
      let band = assessed.current?.severity
      return (statuses.isEmpty || statuses.contains(threat.status))
        && (categories.isEmpty || threat.categories.contains(where: categories.contains))
        && (severities.isEmpty || band.map(severities.contains) ?? false)
        && (subjects.isEmpty || around.contains(threat.about))
        && (harms.isEmpty || harms.contains { Self.harms(assessed, $0, model) })
        && (!isUnrated || !assessed.isRated)
        && (!isNotApproved || assessed.approval.isMissing)
    }
  }

  /// How many of the threats it leaves out only because nobody rated them.
  package func unratedCount(_ threats: [AssessedThreat], of model: Model) -> Int {
    if severities.isEmpty { return 0 }
    var other = self
    other.severities = []
    return other.selected(threats, of: model).count { $0.current == nil }
  }

  private static func harms(_ assessed: AssessedThreat, _ word: String, _ model: Model) -> Bool {
    assessed.harmSeverity == word || assessed.hazards.contains { model.path($0) == word }
  }

  /// What a reader who names one thing means: it, what is in it, and the flows of all that.
  private static func around(_ id: EntityID, _ model: Model) -> [EntityID] {
    var found = [id]
    var index = 0
    while index < found.count {
      found += model.children(found[index])
      index += 1
    }
    let inside = Set(found)
    return found
      + model.graph.flows.filter { inside.contains($0.source) || inside.contains($0.target) }
      .map(\.entity)
  }
}
