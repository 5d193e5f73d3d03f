// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A product of a CSAF advisory, by all that says which software it is.
struct CSAFProduct {
  var purls: [PackageURL] = []
  var cpes: [CPEName] = []
  /// The names of the branches of the category `product_name` that it hangs on.
  var names: [String] = []
  /// The versions that it stands for; nil where the tree says none, or says it in other words.
  var spans: [VersionSpan]?
}

/// Reads the product tree of a CSAF advisory.
struct CSAFProductTree {
  private(set) var products: [String: CSAFProduct] = [:]

  init(_ root: JSONValue) throws(DocumentFault) {
    guard let tree = try root.field("product_tree")?.opened() else { return }
    for branch in try tree.list("branches") { try add(branch, CSAFProduct()) }
    for product in try tree.list("full_product_names") { try addProduct(product, CSAFProduct()) }
    for relationship in try tree.list("relationships") { try add(relationship: relationship) }
  }

  /// A branch and those on it; the scanner bounds how deep they lie.
  private mutating func add(
    _ branch: JSONValue, _ around: CSAFProduct
  ) throws(DocumentFault) {
    var inner = around
    let name = try branch.text("name") ?? ""
    switch try branch.text("category") {
    case "product_name": inner.names.append(name)
    case "product_version":
      inner.spans = [VersionSpan(from: name, to: name, isToIncluded: true)]
    case "product_version_range": inner.spans = VersionSpan.reading(name)
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
      if let cpe = try helper.text("cpe"), let name = try? CPEName(cpe) { found.cpes.append(name) }
    }
    if found.spans == nil,
      let version = found.purls.first?.version ?? found.cpes.first?.exactVersion
    {
      found.spans = [VersionSpan(from: version, to: version, isToIncluded: true)]
    }
    products[id] = found
  }

  /// A product as part of another, such as a library in a distribution: the library is meant.
  private mutating func add(relationship: JSONValue) throws(DocumentFault) {
    guard let full = try relationship.field("full_product_name"),
      let id = try full.text("product_id"), let part = try relationship.text("product_reference")
    else { return }
    products[id] = products[part] ?? CSAFProduct()
  }
}
