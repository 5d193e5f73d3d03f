// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A component as a software bill of materials lists it.
package struct BillEntry: Sendable {
  /// `bom-ref` or `SPDXID`.
  package let reference: String?
  package let name: String
  /// The group or supplier's namespace in front of the name; empty where there is none.
  package let group: String
  package let version: String?
  package let supplier: String?
  package let purls: [PackageURL]
  package let cpes: [CPEName]
  /// Digests of its files, in lower case.
  var hashes: [String] = []
  /// Whether the entry is the product itself, which nobody declares as a component.
  package let isProduct: Bool

  /// The name with its group.
  package var fullName: String { group.isEmpty ? name : "\(group)/\(name)" }
}

/// A bill of materials, and the element whose software it lists.
package struct PlacedBill: Sendable {
  package let bill: SoftwareBill
  /// Nil for the bill of the whole model.
  package let element: EntityID?

  package init(_ bill: SoftwareBill, of element: EntityID?) {
    (self.bill, self.element) = (bill, element)
  }
}

/// A reference into a CycloneDX bill: `urn:cdx:SERIAL/VERSION#REFERENCE`.
enum BOMLink {
  static func serial(_ text: String) -> String {
    let lower = text.lowercased()
    return lower.hasPrefix("urn:uuid:") ? String(lower.dropFirst(9)) : lower
  }

  /// Nil for what is no BOM-Link.
  static func parts(_ text: String) -> (serial: String, reference: String)? {
    guard text.lowercased().hasPrefix("urn:cdx:"), let hash = text.firstIndex(of: "#") else {
      return nil
    }
    let serial = text.dropFirst(8).prefix { $0 != "/" && $0 != "#" }
    return (serial.lowercased(), Percent.decoded(text[text.index(after: hash)...]))
  }
}

/// A software bill of materials (SBOM).
package struct SoftwareBill: Sendable {
  package static let accepted: [DocumentFormat] = [.cycloneDX, .spdx2, .spdx3]

  package let format: DocumentFormat
  package let entries: [BillEntry]
  /// What a bill says of vulnerabilities beside listing software.
  package enum Statements: Sendable {
    case none
    /// A list that is read as any file about vulnerabilities.
    case list
    /// Assessments of the security profile of SPDX 3, which are not read.
    case assessments
  }

  package private(set) var statements = Statements.none
  /// The services that a CycloneDX bill lists, by name and version.
  private(set) var services: [String] = []
  /// What BOM-Links call a CycloneDX bill: `urn:uuid:…`, without the scheme.
  var serial: String?

  /// Reads a file of any accepted format.
  package init(_ document: JSONDocument) throws(DocumentFault) {
    let format = try DocumentFormat.recognise(document, accepted: Self.accepted)
    guard let root = document.roots.first else {
      (self.format, entries) = (format, [])
      return
    }
    self.format = format
    if format == .cycloneDX {
      for service in try root.list("services") {
        let words = [try service.text("name"), try service.text("version")].compactMap { $0 }
        services.append(words.joined(separator: " "))
      }
      serial = try root.text("serialNumber").map { BOMLink.serial($0) }
      if try !root.list("vulnerabilities").isEmpty { statements = .list }
    }
    if format == .spdx3, try SPDXBill.hasAssessments(root) { statements = .assessments }
    switch format {
    case .cycloneDX: entries = try CycloneDXBill.entries(of: root)
    case .spdx2: entries = try SPDXBill.entries(ofVersion2: root)
    case .spdx3: entries = try SPDXBill.entries(ofVersion3: root)
    case .osv, .nvd, .csaf, .cve, .ghsa, .euvd, .openVEX, .knownExploited, .epss: entries = []
    }
  }
}

/// Reads the components of CycloneDX JSON.
enum CycloneDXBill {
  static func entries(of root: JSONValue) throws(DocumentFault) -> [BillEntry] {
    if let version = try root.text("specVersion"), !version.hasPrefix("1.") {
      throw DocumentFault(
        "CycloneDX \(JSONText.shortened(version, to: 20)) is not known",
        at: try root.field("specVersion")?.offset ?? 0,
        help: "export the bill as CycloneDX 1.7, or an earlier 1.x")
    }
    var entries: [BillEntry] = []
    if let product = try root.field("metadata")?.opened().field("component") {
      try add(product, isProduct: true, to: &entries)
    }
    for component in try root.list("components") {
      try add(component.opened(), isProduct: false, to: &entries)
    }
    return entries
  }

  /// A component and those that it is put together from; the scanner bounds how deep they lie.
  private static func add(
    _ value: JSONValue, isProduct: Bool, to entries: inout [BillEntry]
  ) throws(DocumentFault) {
    guard let name = try value.text("name") else {
      throw DocumentFault(
        "a component has no `name`", at: value.offset, help: "CycloneDX requires one; add it")
    }
    let evidence = try identity(value)
    let source = try source(value)
    let supplier = try value.field("supplier")?.text("name")
    let publisher = try value.text("publisher")
    let manufacturer = try value.field("manufacturer")?.text("name")
    entries.append(
      BillEntry(
        reference: try value.text("bom-ref"), name: name, group: try value.text("group") ?? "",
        version: try value.text("version").flatMap { $0.isEmpty ? nil : $0 },
        supplier: supplier ?? manufacturer ?? publisher,
        purls: (([try value.text("purl")].compactMap { $0 }) + evidence.purls)
          .compactMap { try? PackageURL($0) }.map { purl in source.map(purl.built) ?? purl }
          + (try ancestors(value)),
        cpes: (([try value.text("cpe")].compactMap { $0 }) + evidence.cpes)
          .compactMap { try? CPEName($0) },
        hashes: try value.texts("hashes", each: "content").map { $0.lowercased() },
        isProduct: isProduct))
    for inner in try value.list("components") {
      try add(inner, isProduct: false, to: &entries)
    }
  }

  /// The package that a package of a distribution was built from, where it stands in the properties of a
  /// generator and not in the purl: Trivy and Syft write it so.
  private static func source(_ value: JSONValue) throws(DocumentFault) -> String? {
    var found: [String: String] = [:]
    for property in try value.list("properties") {
      guard let name = try property.text("name"), let text = try property.text("value"),
        !text.isEmpty
      else { continue }
      if let field = sourceFields[name], found[field] == nil { found[field] = text }
    }
    if let file = found["rpm"] { return file }
    guard let name = found["name"] else { return nil }
    guard let version = found["version"] else { return name }
    let epoch = found["epoch"].map { "\($0):" } ?? ""
    return "\(name)@\(epoch)\(version)" + (found["release"].map { "-\($0)" } ?? "")
  }

  private static let sourceFields = [
    "aquasecurity:trivy:SrcName": "name", "aquasecurity:trivy:SrcVersion": "version",
    "aquasecurity:trivy:SrcRelease": "release", "aquasecurity:trivy:SrcEpoch": "epoch",
    "syft:metadata:source": "name", "syft:metadata:sourceVersion": "version",
    "syft:metadata:originPackage": "name", "syft:metadata:sourceRpm": "rpm",
  ]

  /// What a component was made from, such as the library that somebody repaired.
  private static func ancestors(_ value: JSONValue) throws(DocumentFault) -> [PackageURL] {
    guard let pedigree = try value.field("pedigree") else { return [] }
    var purls: [PackageURL] = []
    for ancestor in try pedigree.list("ancestors") {
      if let text = try ancestor.text("purl"), let purl = try? PackageURL(text) {
        purls.append(purl.asAncestor)
      }
    }
    return purls
  }

  /// The names that a tool found for a component: a list since 1.6, one object before.
  private static func identity(
    _ value: JSONValue
  ) throws(DocumentFault) -> (purls: [String], cpes: [String]) {
    guard let identity = try value.field("evidence")?.field("identity") else { return ([], []) }
    var (purls, cpes): ([String], [String]) = ([], [])
    for one in identity.isArray ? try identity.elements() : [identity] {
      guard let name = try one.text("concludedValue") else { continue }
      switch try one.text("field") {
      case "purl": purls.append(name)
      case "cpe": cpes.append(name)
      default: continue
      }
    }
    return (purls, cpes)
  }
}
