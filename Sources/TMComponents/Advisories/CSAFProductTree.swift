// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A product of a CSAF advisory, by all that says which software it is.
struct CSAFProduct {
  var purls: [PackageURL] = []
  var cpes: [CPEName] = []
  var hashes: [String] = []
  /// The names of the branches of the category `product_name` that it hangs on.
  var names: [String] = []
  /// What stands for a name where no branch is a `product_name`.
  var families: [String] = []
  var vendor: String?
  /// Whether a branch is about its version, readable or not.
  var saysVersion = false
  /// The versions that it stands for; nil where the tree says none, or says it in other words.
  var range: VersionRange?
  /// Where nothing but a name is given: the name before a version in it, as of "Pump 7.2.4".
  var named: (name: String, range: VersionRange)?
  /// The version as the tree writes it, where it is one.
  var version: String?
  /// The products that it is a component of, which have what it has if it is in them.
  var wholes: [CSAFProduct] = []
  /// The products that it is installed on or with, such as the device of a firmware.
  var hosts: [CSAFProduct] = []
}

/// Reads the product tree of a CSAF advisory.
struct CSAFProductTree {
  private(set) var products: [String: CSAFProduct] = [:]
  private(set) var groups: [String: Set<String>] = [:]

  init(_ root: JSONValue) throws(DocumentFault) {
    guard let tree = try root.field("product_tree")?.opened() else { return }
    for branch in try tree.list("branches") { try add(branch, CSAFProduct()) }
    for product in try tree.list("full_product_names") { try addProduct(product, CSAFProduct()) }
    for relationship in try tree.list("relationships") { try add(relationship: relationship) }
    for group in try tree.list("product_groups") {
      guard let id = try group.text("group_id") else { continue }
      groups[id] = Set(try group.texts("product_ids"))
    }
  }

  /// The products that an id stands for, which may be that of a group; nil for an id that is nowhere.
  func products(of id: String) -> [String]? {
    products[id] != nil ? [id] : groups[id].map { $0.sorted() }
  }

  private static func divided(_ name: String) -> (name: String, range: VersionRange)? {
    let words = name.split(separator: " ")
    for place in words.indices.dropFirst() {
      let rest = words[place...].joined(separator: " ")
      guard let range = VersionPhrase.range(rest, as: .version),
        rest.contains(where: \.isNumber)
          || range.isEverything && rest.lowercased().contains("version")
      else { continue }
      return (words[..<place].joined(separator: " "), range)
    }
    return nil
  }

  /// A branch and those on it; the scanner bounds how deep they lie.
  private mutating func add(
    _ branch: JSONValue, _ around: CSAFProduct
  ) throws(DocumentFault) {
    var inner = around
    let name = try branch.text("name") ?? ""
    switch try branch.text("category") {
    case "product_name": inner.names.append(name)
    case "product_family", "legacy", "specification":
      if inner.names.isEmpty { inner.families.append(name) }
    case "vendor": inner.vendor = name
    case "product_version", "service_pack", "patch_level":
      let before = inner.version.map { "\($0) " } ?? ""
      inner.version = before + name
      inner.range = VersionPhrase.range(before + name, as: .version)
      inner.saysVersion = true
    case "product_version_range":
      inner.range = VersionPhrase.range(name, as: .range)
      inner.saysVersion = true
    default: break
    }
    for branch in try branch.list("branches") { try add(branch, inner) }
    if let product = try branch.field("product") { try addProduct(product, inner) }
  }

  private mutating func addProduct(
    _ product: JSONValue, _ around: CSAFProduct
  ) throws(DocumentFault) {
    guard let id = try product.text("product_id") else {
      throw DocumentFault(
        "a product has no `product_id`", at: product.offset, help: "CSAF requires one; add it")
    }
    var found = around
    if let helper = try product.field("product_identification_helper") {
      var purls = [try helper.text("purl")].compactMap { $0 }
      if try helper.field("purls") != nil { purls += try helper.texts("purls") }
      found.purls += purls.compactMap { try? PackageURL($0) }
      if let cpe = try helper.text("cpe"), let name = try? CPEName(cpe, isCriterion: true) {
        found.cpes.append(name)
      }
      for file in try helper.list("hashes") {
        for hash in try file.list("file_hashes") {
          if let value = try hash.text("value") { found.hashes.append(value) }
        }
      }
    }
    if found.purls.isEmpty, found.cpes.isEmpty, let package = Self.package(found) {
      found.purls = [package]
    }
    // A package's own version is surer than a branch such as `openssl-1:1.1.1k-7.el8_6.x86_64`.
    if let version = found.purls.first?.version,
      found.range == nil || found.purls.first?.isOfDistribution == true
    {
      (found.range, found.version) = (.exact(version), version)
    } else if found.range == nil, !found.saysVersion, let version = found.cpes.first?.exactVersion {
      (found.range, found.version) = (.exact(version), version)
    }
    if found.names.isEmpty, let name = try product.text("name") {
      found.names = [name] + found.families
    }
    if found.range == nil, !found.saysVersion {
      found.named = found.names.lazy.compactMap(Self.divided).first
    }
    products[id] = found
  }

  /// The package of a distribution that a version such as `libfoo1-1.2-3.1.x86_64` names, with no name around it.
  private static func package(_ product: CSAFProduct) -> PackageURL? {
    guard product.names.isEmpty, let text = product.version, let vendor = product.vendor,
      let distribution = distributions[vendor.lowercased()],
      let dot = text.lastIndex(of: "."), architectures.contains(String(text[dot...].dropFirst()))
    else { return nil }
    let parts = text[..<dot].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return PackageURL(
      type: "rpm", namespace: distribution, name: parts.dropLast(2).joined(separator: "-"),
      version: parts.suffix(2).joined(separator: "-"))
  }

  private static let distributions = [
    "suse": "suse", "opensuse": "opensuse", "red hat": "redhat", "oracle": "oracle",
    "openeuler": "openeuler",
  ]
  private static let architectures: Set<String> = [
    "aarch64", "i586", "i686", "noarch", "ppc64le", "s390x", "src", "x86_64",
  ]

  /// A product as part of another, such as a library in a distribution: the library is meant.
  private mutating func add(relationship: JSONValue) throws(DocumentFault) {
    guard let full = try relationship.field("full_product_name"),
      let id = try full.text("product_id"), let part = try relationship.text("product_reference")
    else { return }
    var product = products[part] ?? CSAFProduct()
    // The name of the whole may bring the identifiers that the part lacks.
    if product.purls.isEmpty, let helper = try full.field("product_identification_helper"),
      let text = try helper.text("purl"), let purl = try? PackageURL(text)
    {
      product.purls = [purl]
      if let version = purl.version {
        (product.range, product.version) = (.exact(version), version)
      }
    }
    if let category = try relationship.text("category"), category.hasSuffix("_component_of"),
      let whole = try relationship.text("relates_to_product_reference")
        .flatMap({ products[$0] })
    {
      product.wholes.append(whole)
    }
    if let category = try relationship.text("category"), category.hasPrefix("installed_"),
      let host = try relationship.text("relates_to_product_reference").flatMap({ products[$0] })
    {
      product.hosts.append(host)
    }
    // Of a part that is nowhere, and that nothing else names, nothing is known.
    if products[part] == nil, product.purls.isEmpty { return }
    products[id] = product
  }
}
