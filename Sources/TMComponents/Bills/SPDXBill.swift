// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the packages of SPDX JSON.
enum SPDXBill {
  static func entries(ofVersion2 root: JSONValue) throws(DocumentFault) -> [BillEntry] {
    var described = Set(try root.texts("documentDescribes"))
    for relationship in try root.list("relationships") {
      let relationship = try relationship.opened()
      guard try relationship.text("relationshipType") == "DESCRIBES" else { continue }
      if let product = try relationship.text("relatedSpdxElement") { described.insert(product) }
    }
    var entries: [BillEntry] = []
    for package in try root.list("packages") {
      let package = try package.opened()
      guard let name = try package.text("name") else { throw nameless(package) }
      let reference = try package.text("SPDXID")
      var purls: [PackageURL] = []
      var cpes: [CPEName] = []
      for other in try package.list("externalRefs") {
        guard let type = try other.text("referenceType"),
          let locator = try other.text("referenceLocator")
        else { continue }
        add(locator, type, &purls, &cpes)
      }
      entries.append(
        BillEntry(
          reference: reference, name: name, group: "",
          version: known(try package.text("versionInfo")),
          supplier: known(try package.text("supplier")).map(withoutKind), purls: purls, cpes: cpes,
          isProduct: reference.map(described.contains) ?? false))
    }
    return entries
  }

  static func entries(ofVersion3 root: JSONValue) throws(DocumentFault) -> [BillEntry] {
    var described: Set<String> = []
    var packages: [JSONValue] = []
    for element in try root.list("@graph") {
      let element = try element.opened()
      let (plain, marked) = (try element.text("type"), try element.text("@type"))
      switch plain ?? marked {
      case "software_Package": packages.append(element)
      case "software_Sbom", "SpdxDocument": described.formUnion(try element.texts("rootElement"))
      default: continue
      }
    }
    var entries: [BillEntry] = []
    for package in packages {
      guard let name = try package.text("name") else { throw nameless(package) }
      let (plain, marked) = (try package.text("spdxId"), try package.text("@id"))
      let reference = plain ?? marked
      var purls: [PackageURL] = []
      var cpes: [CPEName] = []
      if let purl = try package.text("software_packageUrl") { add(purl, "purl", &purls, &cpes) }
      for other in try package.list("externalIdentifier") {
        guard let type = try other.text("externalIdentifierType"),
          let identifier = try other.text("identifier")
        else { continue }
        add(identifier, type, &purls, &cpes)
      }
      entries.append(
        BillEntry(
          reference: reference, name: name, group: "",
          version: known(try package.text("software_packageVersion")), supplier: nil, purls: purls,
          cpes: cpes, isProduct: reference.map(described.contains) ?? false))
    }
    return entries
  }

  private static func add(
    _ text: String, _ type: String, _ purls: inout [PackageURL], _ cpes: inout [CPEName]
  ) {
    switch type {
    case "purl", "packageUrl": if let purl = try? PackageURL(text) { purls.append(purl) }
    case "cpe22Type", "cpe23Type", "cpe22", "cpe23":
      if let cpe = try? CPEName(text) { cpes.append(cpe) }
    default: return
    }
  }

  /// A value that says something.
  private static func known(_ text: String?) -> String? {
    guard let text, !text.isEmpty, text != "NOASSERTION", text != "NONE" else { return nil }
    return text
  }

  /// "Organization: Acme" without the kind.
  private static func withoutKind(_ supplier: String) -> String {
    for kind in ["Organization: ", "Person: "] where supplier.hasPrefix(kind) {
      return String(supplier.dropFirst(kind.count))
    }
    return supplier
  }

  private static func nameless(_ value: JSONValue) -> DocumentFault {
    DocumentFault("a package has no `name`", at: value.offset, help: "SPDX requires one; add it")
  }
}
