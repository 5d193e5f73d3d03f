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
    /// One for each instance of it in the bill; at least one.
    package let items: [SoftwareItem]
    /// The entries of the bill that it is.
    package let entries: [BillEntry]
    /// Whether a bill lists the software of the element that contains it.
    package let hasBill: Bool
    package let support: SupportPeriod
    package let vulnerabilities: [Vulnerability]

    package var entry: BillEntry? { entries.first }

    /// The versions of the bill, where none of them is the declared one.
    package func differingVersion(in model: Model) -> String? {
      guard let own = model.text(entity, .version), let order = items.first?.order else {
        return nil
      }
      let others = entries.filter { entry in
        ![entry.version, entry.purls.first?.version].contains { version in
          version.map { order.areEqual(own, $0) } ?? false
        }
      }.compactMap(\.version)
      return others.isEmpty ? nil : Self.unique(others).joined(separator: ", ")
    }

    /// Its versions: the declared one, or else those of the bill.
    package func versions(in model: Model) -> [String] {
      if let own = model.text(entity, .version) { return [own] }
      return Self.unique(items.compactMap(\.versions.first))
    }

    private static func unique(_ all: [String]) -> [String] {
      var seen: Set<String> = []
      return all.filter { seen.insert($0).inserted }
    }

    /// Whether anything names the component well enough to match vulnerabilities with it.
    package var hasIdentifier: Bool { items.contains { !$0.purls.isEmpty || !$0.cpes.isEmpty } }
    package var hasVersion: Bool { items.contains { !$0.versions.isEmpty } }
  }

  /// A component of the bill that nobody declared.
  package struct Undeclared: Sendable {
    package let entry: BillEntry
    /// The element whose bill lists it; nil for the bill of the whole model.
    package let element: EntityID?
    package let vulnerabilities: [Vulnerability]
  }

  /// In source order.
  package let components: [Component]
  /// In the order of the bill.
  package let undeclared: [Undeclared]
  package let faults: [IdentifierFault]
  package let hasBill: Bool
  package let hasVulnerabilities: Bool
  package let hasEPSS: Bool
  /// Which threats and decisions say something about a vulnerability that they name.
  package let answers: VulnerabilityAnswers
  /// What of the files could not be compared, a sentence each.
  package let remarks: [String]

  /// A report on declarations alone.
  package init(_ model: Model, today: CalendarDate) {
    self.init(
      model, VulnerabilityCollector(Inventory(model, bills: [])), exploited: nil, today: today)
  }

  /// - Parameters:
  ///   - collected: what files say of the inventory of this model.
  ///   - exploited: the lists of known exploited vulnerabilities.
  ///   - epss: how likely vulnerabilities are to be exploited.
  ///   - answers: which threats and decisions say something about a vulnerability; all that name one where
  ///     nobody derived the threats.
  ///   - today: the day that ends of support are compared with.
  package init(
    _ model: Model, _ collected: VulnerabilityCollector, exploited: KnownExploited?,
    epss: EPSSScores? = nil, answers: VulnerabilityAnswers? = nil, today: CalendarDate
  ) {
    let inventory = collected.inventory
    let lists = [exploited, collected.exploited].compactMap { $0 }
    let scores = [epss, collected.epss].compactMap { $0 }
    let answers = answers ?? VulnerabilityAnswers(model, subjects: nil)
    self.answers = answers
    let merger = VulnerabilityMerger(
      exploited: lists.dropFirst().reduce(lists.first) { $0?.joined(with: $1) },
      epss: scores.dropFirst().reduce(scores.first) { $0?.joined(with: $1) },
      answers: answers, of: model, product: collected.productStatements)
    var sightings: [[Sighting]] = Array(repeating: [], count: inventory.items.count)
    let day = today.description
    for sighting in collected.sightings where sighting.withdrawal?.holds(on: day) != true {
      sightings[sighting.item].append(sighting)
    }
    var components: [Component] = []
    var undeclared: [Undeclared] = []
    var place = 0
    while place < inventory.items.count {
      let item = inventory.items[place]
      // The instances of a component lie one behind the other.
      var end = place + 1
      if item.entity != nil {
        while end < inventory.items.count, inventory.items[end].entity == item.entity { end += 1 }
      }
      let items = Array(inventory.items[place..<end])
      let home =
        item.entity.map { model[$0].parent } ?? item.entry.map { inventory.bills[$0.bill].element }
      let vulnerabilities = merger.merge(
        Array(sightings[place..<end].joined()), inventory.items, in: home ?? nil)
      let entries = items.compactMap { $0.entry.map { inventory.entry($0) } }
      if let entity = item.entity {
        components.append(
          Component(
            entity: entity, place: model[entity].parent, items: items, entries: entries,
            hasBill: inventory.hasBill(for: entity, in: model),
            support: SupportPeriod(model.date(entity, .endOfSupport), today: today),
            vulnerabilities: vulnerabilities))
      } else if let entry = entries.first, let number = item.entry?.bill,
        !entry.isProduct || !vulnerabilities.isEmpty
      {
        undeclared.append(
          Undeclared(
            entry: entry, element: inventory.bills[number].element,
            vulnerabilities: vulnerabilities))
      }
      place = end
    }
    self.components = components
    self.undeclared = undeclared
    faults = inventory.faults
    hasBill = !inventory.bills.isEmpty
    hasVulnerabilities = collected.fileCount > 0
    hasEPSS = !scores.isEmpty
    let listed = Set(
      (components.flatMap(\.vulnerabilities) + undeclared.flatMap(\.vulnerabilities))
        .flatMap { [$0.id] + $0.aliases }.map { $0.uppercased() })
    let lost = collected.productStatements.filter { said in
      said.statement.gravity > 1 && !said.ids.contains { listed.contains($0.uppercased()) }
    }
    let names = Set(lost.compactMap(\.ids.first)).sorted()
    remarks =
      collected.remarks.sentences + lists.flatMap(\.gaps) + scores.flatMap(\.gaps)
      + (collected.fileCount > 0 ? Self.services(of: inventory.bills) : [])
      + (names.isEmpty
        ? []
        : [
          "said of the product as a whole, and of no component: "
            + names.prefix(8).joined(separator: ", ")
            + (names.count > 8 ? " and \(names.count - 8) more" : "")
        ])
  }

  /// What bills list beside software, which no source of vulnerabilities names.
  private static func services(of bills: [PlacedBill]) -> [String] {
    let names = bills.flatMap(\.bill.services)
    if names.isEmpty { return [] }
    let shown = names.prefix(3).map { "`\(JSONText.shortened($0, to: 60))`" }
    return [
      "nothing was compared with the \(names.count == 1 ? "service" : "services") of a bill of materials: "
        + shown.joined(separator: ", ")
        + (names.count > shown.count ? " and \(names.count - shown.count) more" : "")
    ]
  }
}
