// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What is wrong with an identifier of a declared component.
package struct IdentifierFault: Sendable {
  package let entity: EntityID
  package let property: Property
  package let text: String
  package let fault: NameFault
}

/// The declared components of a model and what bills of materials list, joined.
package struct Inventory: Sendable {
  /// The declared components in source order, each with all its instances, then the entries of the
  /// bills that nobody declared.
  package private(set) var items: [SoftwareItem] = []
  /// How many items belong to declared components.
  package private(set) var declaredCount = 0
  package private(set) var faults: [IdentifierFault] = []
  package let bills: [PlacedBill]
  private(set) var index = ItemIndex()
  /// The items by `bom-ref`, and by the serial number of the bill with it.
  private var references: [String: [Int]] = [:]
  /// The references of the product itself.
  private var productReferences: Set<String> = []
  private let products: [BillEntry]
  private let serials: Set<String>
  /// What the model itself is called.
  private let ownNames: Set<String>

  package init(_ model: Model, bill: SoftwareBill?) {
    self.init(model, bills: bill.map { [PlacedBill($0, of: nil)] } ?? [])
  }

  package init(_ model: Model, bills: [PlacedBill]) {
    self.bills = bills
    ownNames = Set(
      model.system.map { [model.title($0), model.name($0)].map { ItemIndex.nameKey($0) } } ?? [])
    products = bills.flatMap(\.bill.entries).filter(\.isProduct)
    serials = Set(bills.compactMap(\.bill.serial))
    let entries = BillEntryIndex(bills)
    var taken: Set<SoftwareItem.Entry> = []
    for id in model.all(.component) {
      let component = declared(id, model)
      let places = entries.instances(of: component, in: model)
      if places.isEmpty { items.append(component) }
      for place in places {
        var item = component
        item.entry = place
        item.join(Self.item(bills, place))
        items.append(item)
        taken.insert(place)
      }
    }
    declaredCount = items.count
    for place in entries.places where !taken.contains(place) {
      items.append(Self.item(bills, place))
    }
    for number in items.indices {
      index.add(items[number], number)
      guard let place = items[number].entry, let reference = entries.entry(place).reference else {
        continue
      }
      refer(reference, to: number, in: bills[place.bill].bill)
    }
    productReferences = Set(products.compactMap(\.reference))
  }

  private mutating func refer(_ reference: String, to number: Int, in bill: SoftwareBill) {
    references[reference, default: []].append(number)
    if let serial = bill.serial { references["\(serial)#\(reference)", default: []].append(number) }
  }

  private mutating func declared(_ id: EntityID, _ model: Model) -> SoftwareItem {
    var item = SoftwareItem(
      entity: id, entry: nil, name: model.title(id),
      nameKeys: [ItemIndex.nameKey(model.title(id)), ItemIndex.nameKey(model.name(id))],
      supplier: model.text(id, .supplier), versions: [], purls: [], cpes: [])
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
    item.purls += Self.sources(of: item.purls)
    return item
  }

  private static func item(_ bills: [PlacedBill], _ place: SoftwareItem.Entry) -> SoftwareItem {
    let entry = bills[place.bill].bill.entries[place.place]
    let versions = [entry.version, entry.purls.first?.version, entry.cpes.first?.exactVersion]
    return SoftwareItem(
      entity: nil, entry: place, name: entry.fullName,
      nameKeys: entry.group.isEmpty
        ? [ItemIndex.nameKey(entry.name)]
        : [ItemIndex.nameKey(entry.name), ItemIndex.nameKey(entry.fullName)],
      supplier: entry.supplier, versions: versions.lazy.compactMap { $0 }.first.map { [$0] } ?? [],
      purls: entry.purls + sources(of: entry.purls), cpes: entry.cpes, hashes: entry.hashes)
  }

  /// The source package that a package of a distribution was built from, which is what its advisories
  /// name: `upstream=openssl` of `libssl3`.
  private static func sources(of purls: [PackageURL]) -> [PackageURL] {
    purls.compactMap { purl in
      guard purl.isOfDistribution, let upstream = purl.qualifiers["upstream"] else { return nil }
      var (name, version) = (upstream, purl.version)
      if let at = upstream.lastIndex(of: "@") {
        name = String(upstream[..<at])
        version = String(upstream[upstream.index(after: at)...])
      } else if purl.type == "rpm", upstream.hasSuffix(".src.rpm") {
        // name-version-release.src.rpm
        let parts = upstream.dropLast(8).split(separator: "-")
        if parts.count > 2 { name = parts.dropLast(2).joined(separator: "-") }
      }
      if name == purl.name { return nil }
      return PackageURL(
        type: purl.type, namespace: purl.namespace, name: name, version: version,
        qualifiers: purl.qualifiers)
    }
  }
}

// MARK: - Looking up

extension Inventory {
  /// An item that a source may mean.
  struct Match {
    let item: Int
    let basis: MatchBasis
    /// Whether nothing but the version is open.
    let agreement: Agreement
  }

  func matches(purl: PackageURL) -> [Match] {
    index[ItemIndex.key(purl)].compactMap { item in
      var best = Agreement.different
      for own in items[item].purls where own.key == purl.key {
        switch own.agreement(with: purl) {
        case .same: best = .same
        case .unclear: if best == .different { best = .unclear }
        case .different: continue
        }
      }
      return best == .different ? nil : Match(item: item, basis: .purl, agreement: best)
    }
  }

  func matches(cpe: CPEName) -> [Match] {
    index[ItemIndex.key(cpe)].compactMap { item in
      items[item].cpes.contains { $0.agrees(with: cpe) }
        ? Match(item: item, basis: .cpe, agreement: .same) : nil
    }
  }

  /// A name is the same product if the suppliers agree; where one is another's, nobody can tell.
  func matches(name: String, supplier: String?) -> [Match] {
    index[ItemIndex.nameKey(name)].map { item in
      var agreement = Agreement.same
      if let supplier, !SupplierName.isUnknown(supplier), let own = items[item].supplier,
        !SupplierName.agree(own, supplier)
      {
        agreement = .unclear
      }
      return Match(item: item, basis: .name, agreement: agreement)
    }
  }

  func matches(hash: String) -> [Match] {
    index[ItemIndex.hashKey(hash)].map { Match(item: $0, basis: .hash, agreement: .same) }
  }

  /// The items of a `bom-ref` or a BOM-Link; a link into another bill has none.
  func items(reference: String) -> [Int] {
    if let items = references[reference] { return items }
    if let (serial, inner) = BOMLink.parts(reference) {
      if let items = references["\(serial)#\(inner)"] { return items }
      return serials.isEmpty ? references[inner] ?? [] : []
    }
    guard let hash = reference.lastIndex(of: "#") else { return [] }
    return references[Percent.decoded(reference[reference.index(after: hash)...])] ?? []
  }

  func entry(_ place: SoftwareItem.Entry) -> BillEntry {
    bills[place.bill].bill.entries[place.place]
  }

  /// Whether any bill lists the software of the element that contains a component.
  func hasBill(for component: EntityID, in model: Model) -> Bool {
    bills.contains { placed in
      guard let element = placed.element else { return true }
      return model.ancestors(component).contains(element)
    }
  }

  /// Whether a reference or a name stands for the product as a whole.
  func isProduct(reference: String) -> Bool {
    let inner = BOMLink.parts(reference)?.reference
    return productReferences.contains(reference) || inner.map(productReferences.contains) == true
  }

  /// Whether a bill says by which purl or CPE name the product goes.
  var knowsProduct: Bool { products.contains { !$0.purls.isEmpty || !$0.cpes.isEmpty } }

  func isProduct(purl: PackageURL) -> Bool {
    products.contains { entry in
      entry.purls.contains {
        $0.key == purl.key && (purl.version == nil || $0.version == purl.version)
      }
    }
  }

  /// - Parameter version: nil where a source names the product alone.
  func isProduct(name: String, version: String?) -> Bool {
    let key = ItemIndex.nameKey(name)
    let named = products.filter { ItemIndex.nameKey($0.name) == key }
    if named.isEmpty { return products.isEmpty && version == nil && ownNames.contains(key) }
    return version == nil || named.contains { $0.version == version }
  }

  func isProduct(cpe: CPEName) -> Bool {
    products.contains { entry in
      entry.cpes.contains { $0.agrees(with: cpe) && (cpe.exactVersion == nil || $0 == cpe) }
    }
  }
}
