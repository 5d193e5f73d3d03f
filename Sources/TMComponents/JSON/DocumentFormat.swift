// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The formats that files about software come in, recognised by what they hold.
package enum DocumentFormat: String, Sendable {
  case cycloneDX = "CycloneDX"
  case spdx2 = "SPDX 2"
  case spdx3 = "SPDX 3"
  case osv = "OSV"
  case nvd = "NVD JSON 2.0"
  case csaf = "CSAF"
  case cve = "a CVE record"
  case ghsa = "an advisory of GitHub"
  case euvd = "the European vulnerability database (EUVD)"
  case openVEX = "OpenVEX"
  case knownExploited = "a list of known exploited vulnerabilities"
  case epss = "EPSS"

  /// The format of a text.
  ///
  /// - Parameter accepted: what the caller reads, for the answer to another.
  static func recognise(
    _ document: JSONDocument, accepted: [DocumentFormat]
  ) throws(DocumentFault) -> DocumentFormat {
    let format = try recognise(document)
    if let format, accepted.contains(format) { return format }
    let first = document.roots.first
    let found: String
    if let format {
      found = "the file is \(format.rawValue)"
    } else if let first, first.isObject {
      let names = try first.fields().prefix(5).map {
        "`\(JSONText.shortened($0.name, to: 40))`"
      }
      found =
        "the format of the file is unknown: an object "
        + (names.isEmpty ? "without fields" : "with \(names.joined(separator: ", "))")
    } else {
      found = "the format of the file is unknown"
    }
    throw DocumentFault(
      found, at: first?.offset ?? 0,
      help: "accepted here: " + accepted.map(\.title).joined(separator: ", "))
  }

  /// The format with the versions that are read.
  private var title: String {
    switch self {
    case .cycloneDX: "CycloneDX JSON 1.4 to 1.7"
    case .spdx2: "SPDX JSON 2.2 and 2.3"
    case .spdx3: "SPDX JSON 3.0"
    case .osv: "OSV (one entry, a list, or JSON Lines)"
    case .nvd: "NVD JSON 2.0"
    case .csaf: "CSAF 2.0 and 2.1"
    case .cve: "CVE records 5.x"
    case .ghsa: "advisories of GitHub"
    case .euvd: "EUVD"
    case .openVEX: "OpenVEX"
    case .knownExploited: "the lists of known exploited vulnerabilities of CISA and the EU"
    case .epss: "EPSS scores"
    }
  }

  private static func recognise(
    _ document: JSONDocument
  ) throws(DocumentFault) -> DocumentFormat? {
    guard let first = document.roots.first else { return nil }
    if document.roots.count > 1 || first.isArray {
      let elements = document.roots.count > 1 ? document.roots : try first.elements()
      guard let element = elements.first else { return .osv }
      guard let format = try one(element), format.mayBeListed else {
        if document.roots.count > 1 { throw second(document.roots[1]) }
        return nil
      }
      // A list is of one format, or what is another's would be passed over.
      for other in elements where try one(other) != format {
        if document.roots.count > 1 { throw second(other) }
        throw DocumentFault(
          "an element of the list is not \(format.rawValue), as the first one is",
          at: other.offset, help: "put each format into a file of its own")
      }
      return format
    }
    return try one(first)
  }

  private static func second(_ value: JSONValue) -> DocumentFault {
    DocumentFault(
      "a second value stands behind the end of the first", at: value.offset,
      help: "only entries of one format can stand one after another in a file (JSON Lines)")
  }

  private var mayBeListed: Bool {
    switch self {
    case .osv, .cve, .ghsa, .euvd, .knownExploited: true
    case .cycloneDX, .spdx2, .spdx3, .nvd, .csaf, .openVEX, .epss: false
    }
  }

  private static func one(_ first: JSONValue) throws(DocumentFault) -> DocumentFormat? {
    guard first.isObject else { return nil }
    if let name = try first.field("bomFormat") {
      return (try? name.text()) == "CycloneDX" ? .cycloneDX : nil
    }
    if let version = try first.field("spdxVersion") {
      return try version.text().hasPrefix("SPDX-2.") ? .spdx2 : nil
    }
    if try first.field("statements") != nil, let context = try first.field("@context"),
      (try? context.text())?.contains("openvex") == true
    {
      return .openVEX
    }
    if try first.field("@graph") != nil { return .spdx3 }
    if try isSPDX3(first) { return .spdx3 }
    if let document = try first.field("document"), document.isObject,
      try document.field("csaf_version") != nil
    {
      return .csaf
    }
    if let type = try first.field("dataType"), (try? type.text()) == "CVE_RECORD" { return .cve }
    if try first.field("cveMetadata") != nil { return .cve }
    if let list = try first.field("cveRecords"), list.isArray { return .cve }
    if try first.field("vulnerabilities") != nil, try isCatalogue(first) { return .knownExploited }
    if let format = try first.field("format"), (try? format.text()) == "NVD_CVE" { return .nvd }
    if let status = try first.field("status"), (try? status.text()) == "OK",
      try first.field("data") != nil, try first.field("total") != nil
    {
      return .epss
    }
    if try isEUVD(first) { return .euvd }
    if let items = try first.field("items"), items.isArray {
      guard let item = try items.elements().first else { return .euvd }
      if try isEUVD(item) { return .euvd }
    }
    if try first.hasAny("ghsa_id", "ghsaId") { return .ghsa }
    if try first.field("vulns") != nil { return .osv }
    if try isKnownExploited(first) { return .knownExploited }
    return try isOSV(first) ? .osv : nil
  }

  private static func isSPDX3(_ value: JSONValue) throws(DocumentFault) -> Bool {
    guard let context = try value.field("@context") else { return false }
    return (try? context.text())?.contains("spdx.org/rdf/3") == true
  }

  private static func isCatalogue(_ value: JSONValue) throws(DocumentFault) -> Bool {
    if try value.field("catalogVersion") != nil { return true }
    guard let list = try value.field("vulnerabilities"), list.isArray,
      let first = try list.elements().first
    else { return false }
    return try isKnownExploited(first)
  }

  private static func isKnownExploited(_ value: JSONValue) throws(DocumentFault) -> Bool {
    guard value.isObject else { return false }
    guard try value.hasAny("cveID", "cveId") else { return false }
    for name in KnownExploited.marks where try value.field(name) != nil { return true }
    return false
  }

  private static func isEUVD(_ value: JSONValue) throws(DocumentFault) -> Bool {
    guard value.isObject, let id = try value.field("id"), let text = try? id.text() else {
      return false
    }
    return text.hasPrefix("EUVD-")
  }

  private static func isOSV(_ value: JSONValue) throws(DocumentFault) -> Bool {
    guard value.isObject, try value.field("id") != nil else { return false }
    return try value.hasAny("modified", "affected")
  }
}
