// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// How many threats there are: by status, by category and by what they are about.
package struct ThreatSummary: Sendable {
  /// Numbers of threats.
  package struct Tally: Sendable {
    /// By category; a threat counts in each of its own, so these can sum up to more than `total`.
    package fileprivate(set) var counts: [ThreatCategory: Int] = [:]
    package fileprivate(set) var total = 0
    package fileprivate(set) var open = 0

    fileprivate mutating func add(_ threat: Threat) {
      for category in threat.categories { counts[category, default: 0] += 1 }
      total += 1
      if threat.status == .open { open += 1 }
    }
  }

  /// The threats about one thing.
  package struct Row: Sendable {
    package let subject: EntityID
    package fileprivate(set) var tally = Tally()

    package var total: Int { tally.total }
  }

  package let total: Int
  /// Every flow that crosses a boundary, also one without threats, by path.
  package let crossingFlows: [Row]
  /// Every element with its interfaces, also one without threats, by path.
  package let elements: [Row]
  /// Assets and other flows with threats, by path.
  package let others: [Row]
  private let statuses: [ThreatStatus: Int]

  package init(_ threats: [Threat], _ model: Model) {
    var rows: [EntityID: Row] = [:]
    var statuses: [ThreatStatus: Int] = [:]
    for threat in threats {
      let owner = Self.owner(of: threat, model)
      rows[owner, default: Row(subject: owner)].tally.add(threat)
      statuses[threat.status, default: 0] += 1
    }
    let flows = model.graph.flows.filter(model.graph.crosses).map(\.entity)
    let elements = model.allEntities.filter { model[$0].keyword.isElement }
    let listed = Set(flows + elements)
    func listing(_ ids: [EntityID]) -> [Row] {
      let sorted = ids.map { (path: model.path($0), id: $0) }.sorted { $0.path < $1.path }
      return sorted.map { rows[$0.id] ?? Row(subject: $0.id) }
    }
    total = threats.count
    self.statuses = statuses
    crossingFlows = listing(flows)
    self.elements = listing(elements)
    others = listing(rows.keys.filter { !listed.contains($0) })
  }

  /// What a threat counts for: of one about an interface, the element that has it.
  private static func owner(of threat: Threat, _ model: Model) -> EntityID {
    guard model[threat.about].keyword == .interface, let element = model[threat.about].parent,
      model[element].keyword.isElement
    else { return threat.about }
    return element
  }

  package func count(_ status: ThreatStatus) -> Int { statuses[status] ?? 0 }

  /// The categories that occur, in the order of listings.
  package var categories: [ThreatCategory] {
    let all = (crossingFlows + elements + others).flatMap(\.tally.counts.keys)
    return Set(all).sorted()
  }

  /// The threats of some rows together.
  package static func sum(_ rows: [Row]) -> Tally {
    var sum = Tally()
    for row in rows {
      sum.counts.merge(row.tally.counts, uniquingKeysWith: +)
      sum.total += row.tally.total
      sum.open += row.tally.open
    }
    return sum
  }
}
