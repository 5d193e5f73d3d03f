// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes bills of materials and VEX documents out that a table has in short.
enum CompactBill {
  /// `cyclonedx; name version identifier; …`, or `spdx`, perhaps with the type of its references behind it.
  static func bill(_ text: String) -> String {
    let fields = text.components("; ")
    let (format, type) = CompactRecord.pair(fields[0], " ")
    let entries = fields.dropFirst().enumerated().map { number, field in
      let words = field.components(" ")
      let (name, version, identifier) = (words[0], words[1], words.count > 2 ? words[2] : "")
      let isCPE = identifier.hasPrefix("cpe:")
      guard format == "spdx" else {
        return """
          {"type": "library", "bom-ref": "r\(number)", "name": "\(name)", "version": "\(version)"\
          \(identifier.isEmpty ? "" : ", \"\(isCPE ? "cpe" : "purl")\": \"\(identifier)\"")}
          """
      }
      let reference =
        identifier.isEmpty
        ? ""
        : """
        {"referenceCategory": "OTHER", "referenceType": "\(type.isEmpty ? "purl" : type)", \
        "referenceLocator": "\(identifier)"}
        """
      return """
        {"SPDXID": "SPDXRef-\(number)", "name": "\(name)", "versionInfo": "\(version)", \
        "externalRefs": [\(reference)]}
        """
    }
    let list = entries.joined(separator: ", ")
    return format == "spdx"
      ? "{\"spdxVersion\": \"SPDX-2.3\", \"SPDXID\": \"SPDXRef-DOCUMENT\", \"packages\": [\(list)]}"
      : "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [\(list)]}"
  }

  /// `cyclonedx state reference; version 1.0 unaffected; range vers:… affected`.
  static func cycloneDX(_ text: String) -> String {
    let fields = text.components("; ")
    let head = fields[0].components(" ")
    let versions = fields.dropFirst().map { field in
      let words = field.components(" ")
      let status = words.count > 2 ? ", \"status\": \"\(words[2])\"" : ""
      return "{\"\(words[0])\": \(CompactRecord.quoted(words[1]))\(status)}"
    }
    return """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [{"id": "CVE-2026-1", \
      "analysis": {"state": "\(head[1])", "detail": "It is built without that code."}, "affects": [{"ref": "\(head[2])", "versions": \
      [\(versions.joined(separator: ", "))]}]}]}
      """
  }

  /// `openvex status product time`, several statements divided by ` + `; without a time, that of the document.
  static func openVEX(_ text: String) -> String {
    let statements = text.components(" + ").map { part in
      let words = part.components(" ").filter { $0 != "openvex" }
      let time = words.count > 2 ? ", \"timestamp\": \"\(words[2])\"" : ""
      return """
        {"vulnerability": {"name": "CVE-2026-1"}, "status": "\(words[0])", "products": [{"@id": \
        "\(words[1])"}], "impact_statement": "It is built without that code."\(time)}
        """
    }
    return """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://a.example/1", "author": "A", \
      "timestamp": "2026-01-01T00:00:00Z", "version": 1, "statements": \
      [\(statements.joined(separator: ", "))]}
      """
  }
}
