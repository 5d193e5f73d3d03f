// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

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
  /// Whether the entry is the product itself, which nobody declares as a component.
  package let isProduct: Bool

  /// The name with its group.
  package var fullName: String { group.isEmpty ? name : "\(group)/\(name)" }
}

/// A software bill of materials (SBOM).
package struct SoftwareBill: Sendable {
  package static let accepted: [DocumentFormat] = [.cycloneDX, .spdx2, .spdx3]

  package let format: DocumentFormat
  package let entries: [BillEntry]

  /// Reads a file of any accepted format.
  package init(_ document: JSONDocument) throws(DocumentFault) {
    let format = try DocumentFormat.recognise(document, accepted: Self.accepted)
    guard let root = document.roots.first else {
      (self.format, entries) = (format, [])
      return
    }
    self.format = format
    switch format {
    case .cycloneDX: entries = try CycloneDXBill.entries(of: root)
    case .spdx2: entries = try SPDXBill.entries(ofVersion2: root)
    case .spdx3: entries = try SPDXBill.entries(ofVersion3: root)
    case .osv, .nvd, .csaf, .knownExploited: entries = []
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
        help: "export the bill as CycloneDX 1.6, or an earlier 1.x")
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
    entries.append(
      BillEntry(
        reference: try value.text("bom-ref"), name: name, group: try value.text("group") ?? "",
        version: try value.text("version").flatMap { $0.isEmpty ? nil : $0 },
        supplier: try value.field("supplier")?.text("name"),
        purls: [try value.text("purl")].compactMap { $0 }.compactMap { try? PackageURL($0) },
        cpes: [try value.text("cpe")].compactMap { $0 }.compactMap { try? CPEName($0) },
        isProduct: isProduct))
    for inner in try value.list("components") {
      try add(inner, isProduct: false, to: &entries)
    }
  }
}
