// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What is known of the software of others in a model: its components, what the bill of materials
/// says of them, and their vulnerabilities.
package struct SoftwareReport: Sendable {
  /// A component that the model declares.
  package struct Component: Sendable {
    package let entity: EntityID
    /// The element or boundary that contains it.
    package let place: EntityID?
    package let item: SoftwareItem
    package let entry: BillEntry?
    package let support: SupportPeriod
    package let vulnerabilities: [Vulnerability]

    /// The version of the bill, where it is another than the declared one.
    package func differingVersion(in model: Model) -> String? {
      guard let own = model.text(entity, .version), let other = entry?.version,
        !VersionOrder.general.areEqual(own, other)
      else { return nil }
      return other
    }

    /// Whether anything names the component well enough to match vulnerabilities with it.
    package var hasIdentifier: Bool { !item.purls.isEmpty || !item.cpes.isEmpty }
    package var hasVersion: Bool { !item.versions.isEmpty }
  }

  /// A component of the bill that nobody declared.
  package struct Undeclared: Sendable {
    package let entry: BillEntry
    package let vulnerabilities: [Vulnerability]
  }

  /// In source order.
  package let components: [Component]
  /// In the order of the bill.
  package let undeclared: [Undeclared]
  package let faults: [IdentifierFault]
  package let bill: SoftwareBill?
  package let hasVulnerabilities: Bool

  /// A report on declarations alone.
  package init(_ model: Model, today: CalendarDate) {
    self.init(
      model, VulnerabilityCollector(Inventory(model, bill: nil)), exploited: nil, today: today)
  }

  /// - Parameters:
  ///   - collected: what files say of the inventory of this model.
  ///   - exploited: the catalogue of known exploited vulnerabilities.
  ///   - today: the day that ends of support are compared with.
  package init(
    _ model: Model, _ collected: VulnerabilityCollector, exploited: KnownExploited?,
    today: CalendarDate
  ) {
    let inventory = collected.inventory
    let merger = VulnerabilityMerger(exploited: exploited, decisions: Self.decisions(model))
    var sightings: [[Sighting]] = Array(repeating: [], count: inventory.items.count)
    for sighting in collected.sightings { sightings[sighting.item].append(sighting) }
    let found = zip(inventory.items, sightings).map { item, sightings in
      sightings.isEmpty ? [] : merger.merge(sightings, item.versions)
    }
    var components: [Component] = []
    var undeclared: [Undeclared] = []
    for (item, vulnerabilities) in zip(inventory.items, found) {
      let entry = item.entry.flatMap { place in inventory.bill?.entries[place] }
      if let entity = item.entity {
        components.append(
          Component(
            entity: entity, place: model[entity].parent, item: item, entry: entry,
            support: SupportPeriod(model.date(entity, .endOfSupport), today: today),
            vulnerabilities: vulnerabilities))
      } else if let entry {
        undeclared.append(Undeclared(entry: entry, vulnerabilities: vulnerabilities))
      }
    }
    self.components = components
    self.undeclared = undeclared
    faults = inventory.faults
    bill = inventory.bill
    hasVulnerabilities = collected.fileCount > 0
  }

  /// The triage or decision that names each vulnerability, the first one in source order.
  private static func decisions(_ model: Model) -> [String: EntityID] {
    var decisions: [String: EntityID] = [:]
    for id in model.allEntities {
      guard model[id].keyword == .threat || model[id].keyword == .decision else { continue }
      for word in model.words(id, .cve) where decisions[word.uppercased()] == nil {
        decisions[word.uppercased()] = id
      }
    }
    return decisions
  }
}

/// How long a component is still supported.
package enum SupportPeriod: Sendable {
  /// The model says nothing.
  case unknown
  case current(until: CalendarDate)
  /// It ends within `soon` days.
  case endsSoon(CalendarDate)
  case ended(CalendarDate)

  /// Half a year: what it takes to bring another version of a component into a device.
  package static let soon = 183

  init(_ end: CalendarDate?, today: CalendarDate) {
    guard let end else {
      self = .unknown
      return
    }
    if end < today {
      self = .ended(end)
    } else if Self.days(end) - Self.days(today) <= Self.soon {
      self = .endsSoon(end)
    } else {
      self = .current(until: end)
    }
  }

  /// The number of a day, counted from a day long ago.
  private static func days(_ date: CalendarDate) -> Int {
    // Years begin in March, so that the leap day is the last of one.
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day
  }
}
