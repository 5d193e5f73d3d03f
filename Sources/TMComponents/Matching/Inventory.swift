// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Software that vulnerabilities are matched with: a declared component, a component of the bill of
/// materials, or both where they are the same.
package struct SoftwareItem: Sendable {
  /// The declaration in the model.
  package let entity: EntityID?
  /// The entry of the bill of materials, by its place there.
  package internal(set) var entry: Int?
  package let name: String
  /// The name for a match by name.
  let nameKeys: [String]
  /// The declared version, then that of the bill where it differs.
  package internal(set) var versions: [String]
  package internal(set) var purls: [PackageURL]
  package internal(set) var cpes: [CPEName]
}

/// How a component was found to be the one that a source means.
package enum MatchBasis: String, Sendable {
  case purl
  case cpe
  case name
  /// By its `bom-ref` in the bill of materials.
  case reference
}

/// What is wrong with an identifier of a declared component.
package struct IdentifierFault: Sendable {
  package let entity: EntityID
  package let property: Property
  package let text: String
  package let fault: NameFault
}

/// The declared components of a model and what the bill of materials lists, joined.
package struct Inventory: Sendable {
  /// The declared components in source order, then the entries of the bill that nobody declared.
  package private(set) var items: [SoftwareItem] = []
  package private(set) var declaredCount = 0
  package private(set) var faults: [IdentifierFault] = []
  package let bill: SoftwareBill?
  private(set) var index = ItemIndex()
  /// The items by `bom-ref`.
  private(set) var references: [String: Int] = [:]

  package init(_ model: Model, bill: SoftwareBill?) {
    self.bill = bill
    for id in model.all(.component) { items.append(declared(id, model)) }
    declaredCount = items.count
    if let bill { join(bill) }
    for number in items.indices { index.add(items[number], number) }
  }

  private mutating func declared(_ id: EntityID, _ model: Model) -> SoftwareItem {
    var item = SoftwareItem(
      entity: id, entry: nil, name: model.title(id),
      nameKeys: [ItemIndex.nameKey(model.title(id)), ItemIndex.nameKey(model.name(id))],
      versions: [], purls: [], cpes: [])
    if let text = model.text(id, .purl) {
      do throws(NameFault) { item.purls.append(try PackageURL(text)) } catch {
        faults.append(IdentifierFault(entity: id, property: .purl, text: text, fault: error))
      }
    }
    if let text = model.text(id, .cpe) {
      do throws(NameFault) { item.cpes.append(try CPEName(text)) } catch {
        faults.append(IdentifierFault(entity: id, property: .cpe, text: text, fault: error))
      }
    }
    let versions = [
      model.text(id, .version), item.purls.first?.version, item.cpes.first?.exactVersion,
    ]
    if let version = versions.lazy.compactMap({ $0 }).first { item.versions = [version] }
    return item
  }

  /// Finds each declared component in the bill; the entries that are left become items of their own.
  private mutating func join(_ bill: SoftwareBill) {
    var byKey = ItemIndex()
    for (number, entry) in bill.entries.enumerated() {
      byKey.add(Self.item(entry, number), number)
    }
    var taken = Set(bill.entries.indices.filter { bill.entries[$0].isProduct })
    for number in items.indices {
      guard let (place, _) = bestEntry(for: items[number], byKey, bill) else { continue }
      taken.insert(place)
      items[number].entry = place
      if let reference = bill.entries[place].reference { references[reference] = number }
      items[number].join(Self.item(bill.entries[place], place))
    }
    for (place, entry) in bill.entries.enumerated() where !taken.contains(place) {
      if let reference = entry.reference, references[reference] == nil {
        references[reference] = items.count
      }
      items.append(Self.item(entry, place))
    }
  }

  /// The entry for a component; of several with its name, the one with its version.
  private func bestEntry(
    for item: SoftwareItem, _ entries: ItemIndex, _ bill: SoftwareBill
  ) -> (place: Int, basis: MatchBasis)? {
    for (basis, keys) in item.keysByBasis {
      let places = keys.flatMap { entries[$0] }.filter { !bill.entries[$0].isProduct }
      guard let first = places.first else { continue }
      let exact = places.first { place in
        guard let version = bill.entries[place].version, let own = item.versions.first else {
          return false
        }
        return VersionOrder.general.areEqual(version, own)
      }
      return (exact ?? first, basis)
    }
    return nil
  }

  private static func item(_ entry: BillEntry, _ place: Int) -> SoftwareItem {
    let versions = [entry.version, entry.purls.first?.version, entry.cpes.first?.exactVersion]
    return SoftwareItem(
      entity: nil, entry: place, name: entry.fullName,
      nameKeys: [ItemIndex.nameKey(entry.name), ItemIndex.nameKey(entry.fullName)],
      versions: versions.lazy.compactMap { $0 }.first.map { [$0] } ?? [], purls: entry.purls,
      cpes: entry.cpes)
  }
}

extension SoftwareItem {
  /// The keys that each way of matching looks for, the surest way first.
  var keysByBasis: [(MatchBasis, [String])] {
    [
      (.purl, purls.map { ItemIndex.key($0) }), (.cpe, cpes.map { ItemIndex.key($0) }),
      (.name, nameKeys),
    ]
  }

  /// Takes over what the bill of materials knows of the same software.
  mutating func join(_ other: SoftwareItem) {
    for purl in other.purls where !purls.contains(where: { $0.key == purl.key }) {
      purls.append(purl)
    }
    for cpe in other.cpes where !cpes.contains(where: { $0.key == cpe.key }) { cpes.append(cpe) }
    for version in other.versions
    where !versions.contains(where: { VersionOrder.general.areEqual($0, version) }) {
      versions.append(version)
    }
  }
}

/// Items by what names them; a hash table, so that matching takes time in proportion to the files.
struct ItemIndex: Sendable {
  private var places: [String: [Int]] = [:]

  mutating func add(_ item: SoftwareItem, _ place: Int) {
    for (_, keys) in item.keysByBasis {
      for key in keys where places[key]?.last != place { places[key, default: []].append(place) }
    }
  }

  subscript(key: String) -> [Int] { places[key] ?? [] }

  static func key(_ purl: PackageURL) -> String { "purl " + purl.key }
  static func key(_ cpe: CPEName) -> String { "cpe " + cpe.key }

  /// A name without regard to case, and to what separates its words.
  static func nameKey(_ name: String) -> String {
    let words = name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "." }
    return "name " + words.joined(separator: " ")
  }
}
