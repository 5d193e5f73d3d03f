// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The formats that files about software come in, recognised by what they hold.
package enum DocumentFormat: String, Sendable {
  case cycloneDX = "CycloneDX"
  case spdx2 = "SPDX 2"
  case spdx3 = "SPDX 3"
  case osv = "OSV"
  case nvd = "NVD JSON 2.0"
  case csaf = "CSAF 2.0"
  case knownExploited = "the list of known exploited vulnerabilities of CISA"

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
    case .cycloneDX: "CycloneDX JSON 1.4 to 1.6"
    case .spdx2: "SPDX JSON 2.2 and 2.3"
    case .spdx3: "SPDX JSON 3.0"
    case .osv: "OSV (one entry, a list, or JSON Lines)"
    case .nvd: "NVD JSON 2.0"
    case .csaf: "CSAF 2.0"
    case .knownExploited: "the JSON catalogue of CISA"
    }
  }

  private static func recognise(
    _ document: JSONDocument
  ) throws(DocumentFault) -> DocumentFormat? {
    guard let first = document.roots.first else { return nil }
    if document.roots.count > 1 {
      for root in document.roots where try !isOSV(root) {
        throw DocumentFault(
          "a second value stands behind the end of the first", at: root.offset,
          help: "only OSV entries can stand one after another in a file (JSON Lines)")
      }
      return .osv
    }
    if first.isArray {
      let elements = try first.elements()
      guard let element = elements.first else { return .osv }
      return try isOSV(element) ? .osv : nil
    }
    guard first.isObject else { return nil }
    if let name = try first.field("bomFormat") {
      return (try? name.text()) == "CycloneDX" ? .cycloneDX : nil
    }
    if let version = try first.field("spdxVersion") {
      return try version.text().hasPrefix("SPDX-2.") ? .spdx2 : nil
    }
    if try first.field("@graph") != nil { return .spdx3 }
    if let document = try first.field("document"), document.isObject,
      try document.field("csaf_version") != nil
    {
      return .csaf
    }
    if try first.field("catalogVersion") != nil, try first.field("vulnerabilities") != nil {
      return .knownExploited
    }
    if let format = try first.field("format"), (try? format.text()) == "NVD_CVE" { return .nvd }
    if try first.field("vulns") != nil { return .osv }
    return try isOSV(first) ? .osv : nil
  }

  private static func isOSV(_ value: JSONValue) throws(DocumentFault) -> Bool {
    guard value.isObject, try value.field("id") != nil else { return false }
    if try value.field("modified") != nil { return true }
    return try value.field("affected") != nil
  }
}
