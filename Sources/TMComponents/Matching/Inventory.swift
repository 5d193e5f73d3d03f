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
  /// The items that no purl of an ecosystem names, by their names and those of their other names.
  private var namesakes: [String: [Int]] = [:]
  /// By the product of a CPE name or the name of a purl, where an item goes by another name.
  private var otherNames: [String: [Int]] = [:]
  private var itemsWithCPE: [Int] = []
  /// Items of source code without a CPE name, by their names and those in their purls.
  private var sources: [String: [Int]] = [:]
  /// Modules of Go by their path without the major version.
  private var modules: [String: [Int]] = [:]
  /// What names of items begin with: a name that begins with none of it need not be looked for.
  private var heads: Set<String> = []
  /// The items by `bom-ref`, and by the serial number of the bill with it.
  private var references: [String: [Int]] = [:]
  /// The references of the product itself.
  private(set) var productReferences: Set<String> = []
  let products: [BillEntry]
  private let serials: Set<String>
  /// What the model itself is called.
  let ownNames: Set<String>

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
      addNames(of: number)
      guard let place = items[number].entry, let reference = entries.entry(place).reference else {
        continue
      }
      refer(reference, to: number, in: bills[place.bill].bill)
    }
    addProducts()
    productReferences = Set(products.compactMap(\.reference))
  }

  private mutating func addNames(of number: Int) {
    let item = items[number]
    index.add(item, number)
    if !item.cpes.isEmpty { itemsWithCPE.append(number) }
    let others = Set(item.cpes.map(\.product) + item.purls.map(\.name))
      .map { ItemIndex.nameKey($0) }.filter { !item.nameKeys.contains($0) }
    for key in others { otherNames[key, default: []].append(number) }
    heads.formUnion(
      (item.nameKeys + others).map { ItemIndex.nameHead($0.dropFirst("name ".count)) })
    for module in Set(item.purls.compactMap { GoModule($0)?.base }) {
      modules[module, default: []].append(number)
    }
    if item.cpes.isEmpty, !item.purls.isEmpty, item.purls.allSatisfy(\.isOfSource) {
      for key in Set(item.nameKeys + others) { sources[key, default: []].append(number) }
    }
    guard item.purls.allSatisfy(\.isOnlyName) else { return }
    for key in Set(item.nameKeys + others) { namesakes[key, default: []].append(number) }
  }

  /// The products of the bills themselves, which are software as well, where nobody declared them. They go by
  /// purl and CPE name alone: what is said of a product by its name is said of the model.
  private mutating func addProducts() {
    for (bill, placed) in bills.enumerated() {
      for (place, entry) in placed.bill.entries.enumerated() where entry.isProduct {
        var item = Self.item(bills, SoftwareItem.Entry(bill: bill, place: place))
        item.nameKeys = []
        let keys = item.purls.map { ItemIndex.key($0) } + item.cpes.map { ItemIndex.key($0) }
        if keys.isEmpty || keys.contains(where: { !index[$0].isEmpty }) { continue }
        index.add(item, items.count)
        if !item.cpes.isEmpty { itemsWithCPE.append(items.count) }
        items.append(item)
      }
    }
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
    if let version = versions.lazy.compactMap({ $0 }).first {
      item.versions = VersionList.divided(version)
      // "OpenSSL 3.0.15" is OpenSSL.
      if item.name.hasSuffix(" \(version)") {
        item.nameKeys.append(ItemIndex.nameKey(String(item.name.dropLast(version.count))))
      }
    }
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
      supplier: entry.supplier,
      versions: versions.lazy.compactMap { $0 }.first.map(VersionList.divided) ?? [],
      purls: entry.purls + sources(of: entry.purls), cpes: entry.cpes, hashes: entry.hashes)
  }

  /// The source package that a package of a distribution was built from, which is what its advisories
  /// name: `upstream=openssl` of `libssl3`; of a module of Go the repository that it lies in.
  private static func sources(of purls: [PackageURL]) -> [PackageURL] {
    purls.compactMap { purl in
      if purl.type == "golang" { return SourceRepository.purl(ofModule: purl) }
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
      if name == purl.name, version == purl.version { return nil }
      return PackageURL(
        type: purl.type, namespace: purl.namespace, name: name, version: version,
        qualifiers: purl.qualifiers
      ).asSource
    }
  }
}

// MARK: - Looking up

extension Inventory {
  func matches(purl: PackageURL) -> [Match] {
    index[ItemIndex.key(purl)].compactMap { item in
      var best = Agreement.different
      let own = items[item].purls.filter { $0.key == purl.key }
      let isNarrower = own.allSatisfy { purl.isNarrower(than: $0) }
      for own in own {
        switch own.agreement(with: purl) {
        case .same: best = .same
        case .unclear: if best == .different { best = .unclear }
        case .different: continue
        }
      }
      if best == .different { return nil }
      return Match(item: item, basis: .purl, agreement: best, isNarrower: isNarrower)
    }
  }

  func matches(cpe: CPEName) -> [Match] {
    let places = cpe.isPattern ? itemsWithCPE : index[ItemIndex.key(cpe)]
    return places.compactMap { item in
      let all = items[item].cpes.map { $0.agreement(with: cpe) }
      if all.contains(.same) {
        let isNarrower = items[item].cpes.allSatisfy { cpe.isNarrower(than: $0) }
        return Match(item: item, basis: .cpe, agreement: .same, isNarrower: isNarrower)
      }
      return all.contains(.unclear) ? Match(item: item, basis: .cpe, agreement: .unclear) : nil
    }
  }

  /// A name is the same product if the suppliers agree; where one is another's, nobody can tell. Nor
  /// where it is the name in a purl or a CPE name, unless these tell the supplier.
  func matches(name: String, supplier: String?) -> [Match] {
    guard mayBeCalled(name) else { return [] }
    let key = ItemIndex.nameKey(name)
    let supplier = supplier.flatMap { SupplierName.isUnknown($0) ? nil : $0 }
    let called = index[key].map { item in
      var agreement = Agreement.same
      if let supplier, let own = items[item].supplier, !SupplierName.agree(own, supplier) {
        agreement = .unclear
      }
      return Match(item: item, basis: .name, agreement: agreement)
    }
    guard let others = otherNames[key] else { return called }
    return called
      + others.map { number in
        let item = items[number]
        let makers =
          item.cpes.filter { ItemIndex.nameKey($0.product) == key }.map(\.vendor)
          + item.purls.filter { ItemIndex.nameKey($0.name) == key }.map(\.namespace)
          + [item.supplier ?? ""]
        let isSame = supplier.map { supplier in
          makers.contains { !$0.isEmpty && SupplierName.agree($0, supplier) }
        }
        return Match(item: number, basis: .name, agreement: isSame == true ? .same : .unclear)
      }
  }

  /// As `matches(name:supplier:)`, also where the item has the supplier in front of its name: "Acme Pump".
  func matches(product: String, of supplier: String?) -> [Match] {
    var found = matches(name: product, supplier: supplier)
    if let supplier, !SupplierName.isUnknown(supplier) {
      found += matches(name: "\(supplier) \(product)", supplier: supplier)
    }
    if !found.isEmpty || !mayBeCalled(product) { return found }
    return Self.shorter(product).flatMap { matches(name: $0, supplier: supplier) }.map {
      Match(item: $0.item, basis: .name, agreement: .unclear)
    }
  }

  /// Whether any item has a name that begins so; most records are about software that nobody declared.
  func mayBeCalled(_ name: some StringProtocol) -> Bool {
    heads.contains(ItemIndex.nameHead(name))
  }

  /// What a product may be called for short: without its model, its release or what it is for, and without or
  /// with "firmware".
  private static func shorter(_ product: String) -> [String] {
    var names: [String] = []
    for mark in [" (", " Model ", " model ", ", ", " Version ", " version ", " for "] {
      if let place = product.firstRange(of: mark) {
        names.append(String(product[..<place.lowerBound]))
      }
    }
    // "Windows 10 Version 1809 for x64-based Systems" is Windows 10 1809.
    let whole = names.last.flatMap { product.contains(" for ") ? $0 : nil } ?? product
    if let place = whole.firstRange(of: " Version ") {
      names.append("\(whole[..<place.lowerBound]) \(whole[place.upperBound...])")
    }
    let lower = product.lowercased()
    if lower.hasSuffix(" firmware") {
      names.append(String(product.dropLast(9)))
    } else {
      names.append(product + " firmware")
    }
    return names
  }

  /// The items that bear the name of a package, and that no purl names: whether they are it, nobody can tell.
  /// A generic purl says that software comes from no distribution.
  func namesakes(of purl: PackageURL) -> [Match] {
    if namesakes.isEmpty || purl.type == "generic" { return [] }
    if purl.type == "golang", purl.namespace.isEmpty, purl.name == "stdlib" {
      return namesakes("go") + namesakes("golang") + namesakes("stdlib")
    }
    let all =
      namesakes(purl.name)
      + (purl.namespace.isEmpty ? [] : namesakes("\(purl.namespace)/\(purl.name)"))
    return purl.isOfDistribution ? all.filter { items[$0.item].purls.isEmpty } : all
  }

  /// The items that bear the name of a product, that no CPE name names, and no purl but that of source code.
  func namesakes(of cpe: CPEName) -> [Match] {
    if namesakes.isEmpty && sources.isEmpty || Glob.isPattern(cpe.product) { return [] }
    let key = ItemIndex.nameKey(cpe.product)
    let named = (namesakes[key] ?? []).filter {
      items[$0].cpes.isEmpty && items[$0].purls.isEmpty
    }
    return (named + (sources[key] ?? [])).map {
      Match(item: $0, basis: .name, agreement: .unclear)
    }
  }

  /// Whether a match goes by a release that the product of a source has in its name.
  func isRelease(_ match: Match, of cpe: CPEName) -> Bool {
    guard match.basis == .cpe else { return false }
    let all = items[match.item].cpes.filter { $0.agreement(with: cpe) != .different }
    return !all.isEmpty && all.allSatisfy { $0.key != cpe.key && $0.isRelease(of: cpe) }
  }

  /// The items that are a module of Go under another major version of its path: whether a record about
  /// `x/y` means `x/y/v2` as well, nobody can tell.
  func otherMajors(of purl: PackageURL) -> [Match] {
    guard !modules.isEmpty, let module = GoModule(purl) else { return [] }
    return (modules[module.base] ?? []).compactMap { number in
      let own = items[number].purls.compactMap(GoModule.init).filter { $0.base == module.base }
      guard !own.contains(where: { $0.suffix == module.suffix }),
        own.contains(where: { $0.mayBe(meantBy: module) })
      else { return nil }
      return Match(item: number, basis: .name, agreement: .unclear)
    }
  }

  private func namesakes(_ name: String) -> [Match] {
    (namesakes[ItemIndex.nameKey(name)] ?? []).map {
      Match(item: $0, basis: .name, agreement: .unclear)
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

  /// Whether a reference is a BOM-Link into a bill that was not given.
  func isElsewhere(_ reference: String) -> Bool {
    guard let (serial, _) = BOMLink.parts(reference) else { return false }
    return !serials.isEmpty && !serials.contains(serial)
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
}
