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
      if let source = source(try package.text("sourceInfo")) {
        purls = purls.map { $0.built(from: source) }
      }
      let hashes = try package.texts("checksums", each: "checksumValue").map { $0.lowercased() }
      entries.append(
        BillEntry(
          reference: reference, name: name, group: "",
          version: known(try package.text("versionInfo")),
          supplier: known(try package.text("supplier")).map(withoutKind), purls: purls, cpes: cpes,
          hashes: hashes, isProduct: reference.map(described.contains) ?? false))
    }
    return entries
  }

  /// Whether the graph says of vulnerabilities what they do to the packages.
  static func hasAssessments(_ root: JSONValue) throws(DocumentFault) -> Bool {
    for element in try elements(of: root) {
      if try type(of: element.opened()).hasSuffix("AssessmentRelationship") { return true }
    }
    return false
  }

  private static func elements(of root: JSONValue) throws(DocumentFault) -> [JSONValue] {
    guard let graph = try root.field("@graph") else { return [root] }
    return graph.isArray ? try graph.elements() : [graph]
  }

  /// JSON-LD: the elements of the graph, under their short names, or under names with a prefix or an address.
  static func entries(ofVersion3 root: JSONValue) throws(DocumentFault) -> [BillEntry] {
    var described: Set<String> = []
    var packages: [JSONValue] = []
    var agents: [String: String] = [:]
    for element in try elements(of: root) {
      let element = try element.opened()
      switch try type(of: element) {
      case "Package": packages.append(element)
      case "Sbom", "SpdxDocument", "Bom":
        if let root = try element.field("rootElement") {
          described.formUnion(root.isArray ? try element.texts("rootElement") : [try root.text()])
        }
      case "Organization", "Person", "Agent", "SoftwareAgent":
        if let id = try identifier(of: element) { agents[id] = try element.text("name") }
      default: continue
      }
    }
    var entries: [BillEntry] = []
    for package in packages {
      guard let name = try package.text("name") else { throw nameless(package) }
      let reference = try identifier(of: package)
      var purls: [PackageURL] = []
      var cpes: [CPEName] = []
      if let purl = try package.text("software_packageUrl") { add(purl, "purl", &purls, &cpes) }
      if let purl = try package.text("packageUrl") { add(purl, "purl", &purls, &cpes) }
      for other in try package.list("externalIdentifier") {
        guard let type = try other.text("externalIdentifierType"),
          let identifier = try other.text("identifier")
        else { continue }
        add(identifier, type, &purls, &cpes)
      }
      let (prefixed, plain) = (
        try package.text("software_packageVersion"), try package.text("packageVersion")
      )
      var supplier: String?
      if let by = try package.field("suppliedBy"), let id = try? by.text() {
        supplier = agents[id] ?? id
      }
      let hashes = try package.texts("verifiedUsing", each: "hashValue").map { $0.lowercased() }
      entries.append(
        BillEntry(
          reference: reference, name: name, group: "", version: known(prefixed ?? plain),
          supplier: known(supplier), purls: purls, cpes: cpes, hashes: hashes,
          isProduct: reference.map(described.contains) ?? false))
    }
    return entries
  }

  /// `Package` of `software_Package` and of `https://spdx.org/rdf/3.0.1/terms/Software/Package`.
  private static func type(of element: JSONValue) throws(DocumentFault) -> String {
    let (plain, marked) = (try element.field("type"), try element.field("@type"))
    guard let field = plain ?? marked else { return "" }
    let text = field.isArray ? try field.elements().first?.text() : try field.text()
    return (text ?? "").split { $0 == "/" || $0 == "_" || $0 == ":" || $0 == "#" }.last
      .map(String.init) ?? ""
  }

  private static func identifier(of element: JSONValue) throws(DocumentFault) -> String? {
    let (plain, marked) = (try element.text("spdxId"), try element.text("@id"))
    return plain ?? marked
  }

  private static func add(
    _ text: String, _ type: String, _ purls: inout [PackageURL], _ cpes: inout [CPEName]
  ) {
    // The types have addresses too: `http://spdx.org/rdf/references/purl`.
    let name = type.lastIndex { "/#".contains($0) }.map { String(type[type.index(after: $0)...]) }
    switch name ?? type {
    case "purl", "packageUrl", "packageURL", "package-url":
      if let purl = try? PackageURL(text) { purls.append(purl) }
    case "cpe22Type", "cpe23Type", "cpe22", "cpe23":
      if let cpe = try? CPEName(text) { cpes.append(cpe) }
    default: return
    }
  }

  /// The package that another was built from, in the words of Trivy: "built package from: openssl 3.0.11-1".
  private static func source(_ text: String?) -> String? {
    let mark = "built package from: "
    guard let text, text.hasPrefix(mark) else { return nil }
    let words = text.dropFirst(mark.count).split(separator: " ")
    guard let name = words.first else { return nil }
    return words.count > 1 ? "\(name)@\(words[1])" : String(name)
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
