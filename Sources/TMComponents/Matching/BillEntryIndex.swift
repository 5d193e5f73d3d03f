// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The entries of bills of materials by what names them.
struct BillEntryIndex {
  private let bills: [PlacedBill]
  private var index = ItemIndex()
  /// All but the products themselves, in the order of the bills.
  private(set) var places: [SoftwareItem.Entry] = []

  init(_ bills: [PlacedBill]) {
    self.bills = bills
    for (bill, placed) in bills.enumerated() {
      for (place, entry) in placed.bill.entries.enumerated() where !entry.isProduct {
        let item = SoftwareItem(
          entity: nil, entry: nil, name: entry.fullName,
          nameKeys: [ItemIndex.nameKey(entry.name), ItemIndex.nameKey(entry.fullName)],
          supplier: entry.supplier, versions: [], purls: entry.purls, cpes: entry.cpes)
        index.add(item, places.count)
        places.append(SoftwareItem.Entry(bill: bill, place: place))
      }
    }
  }

  func entry(_ place: SoftwareItem.Entry) -> BillEntry {
    bills[place.bill].bill.entries[place.place]
  }

  /// The entries that a declared component is: by purl, else by CPE name, else by name.
  ///
  /// Those with its version where there are any; else all of them, since any may be the one that is built in.
  func instances(of component: SoftwareItem, in model: Model) -> [SoftwareItem.Entry] {
    for (basis, keys) in component.keysByBasis {
      var found: [SoftwareItem.Entry] = []
      for number in Set(keys.flatMap { index[$0] }).sorted() {
        let place = places[number]
        if isMeant(entry(place), component, basis), isAround(component, bills[place.bill], model) {
          found.append(place)
        }
      }
      if found.isEmpty { continue }
      let exact = found.filter { place in
        guard let own = component.versions.first else { return false }
        let entry = entry(place)
        return [entry.version, entry.purls.first?.version].compactMap { $0 }
          .contains { component.order.areEqual($0, own) }
      }
      return exact.isEmpty ? found : exact
    }
    return []
  }

  private func isMeant(_ entry: BillEntry, _ component: SoftwareItem, _ basis: MatchBasis) -> Bool {
    switch basis {
    case .purl:
      component.purls.contains { own in
        entry.purls.contains { $0.agreement(with: own) != .different }
      }
    case .cpe: component.cpes.contains { own in entry.cpes.contains { $0.agrees(with: own) } }
    case .name, .hash, .reference, .product: true
    }
  }

  /// Whether a bill lists the software of the element that contains a component.
  private func isAround(_ component: SoftwareItem, _ placed: PlacedBill, _ model: Model) -> Bool {
    guard let element = placed.element, let entity = component.entity else { return true }
    return model.ancestors(entity).contains(element)
  }
}
