// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

/// A component that is in a bill several times, and what is said of it by reference, version, range and
/// for the product as a whole.
@Suite("Instances and statements") struct InstanceTests {
  /// One line for each vulnerability of the declared components, then the remarks.
  static func answer(
    _ model: String, bills: [String] = [], _ files: [String], kev: String? = nil
  ) throws -> [String] {
    let model = try CompiledSample(model).model
    let placed = try bills.map { PlacedBill(try SoftwareBill(try document($0)), of: nil) }
    var collector = VulnerabilityCollector(Inventory(model, bills: placed))
    for file in files { try collector.add(try document(file)) }
    let exploited = try kev.map { try KnownExploited(try document($0)) }
    let today = try #require(LintRun.today)
    let report = SoftwareReport(model, collector, exploited: exploited, today: today)
    return report.components.flatMap { component in
      component.vulnerabilities.map { vulnerability in
        "\(model.path(component.entity)) \(vulnerability.id) \(vulnerability.judgement) "
          + vulnerability.standing.rawValue
          + (vulnerability.versions.isEmpty
            ? "" : " " + vulnerability.versions.joined(separator: ","))
          + (vulnerability.exploited.map { " exploited " + $0.source } ?? "")
      }
    } + report.remarks
  }

  static func document(_ text: String) throws -> JSONDocument { try JSONDocument(Array(text.utf8)) }

  static func model(_ properties: String, title: String = "Rustls") -> String {
    "model \"M\"\nprocess p \"P\" { component rustls \"\(title)\" { \(properties) } }\n"
  }

  static func bill(_ versions: [String], product: String = "") -> String {
    let entries = versions.enumerated().map { number, version in
      """
      {"type": "library", "bom-ref": "r\(number)", "name": "rustls", "version": "\(version)", \
      "purl": "pkg:cargo/rustls@\(version)"}
      """
    }
    return """
      {"bomFormat": "CycloneDX", "specVersion": "1.7", \
      "metadata": {"component": {"type": "device", "bom-ref": "device", "name": "M"\(product)}}, \
      "components": [\(entries.joined(separator: ", "))]}
      """
  }

  static let advisory = """
    {"id": "CVE-2026-1", "modified": "x", "affected": [{"package": {"ecosystem": "crates.io", "name": \
    "rustls"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "0.23.14"}]}]}]}
    """

  static func vex(_ state: String, _ affects: String) -> String {
    """
    {"bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [{"id": "CVE-2026-1", \
    "analysis": {"state": "\(state)", "detail": "It is built without that code."}, \
    "affects": [\(affects)]}]}
    """
  }

  @Test(
    "a component without a version is every instance, whatever the order of the bill",
    arguments: [["0.24.0", "0.23.1"], ["0.23.1", "0.24.0"]],
    ["purl: \"pkg:cargo/rustls\"", "", "purl: \"pkg:cargo/rustls\"; version: \"0.22.0\""])
  func severalVersions(_ versions: [String], _ properties: String) throws {
    let found = try Self.answer(
      Self.model(properties), bills: [Self.bill(versions)], [Self.advisory])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("rustls CVE-2026-1 affected unassessed") == true)
  }

  @Test("the declared version is the instance that is meant")
  func declaredVersion() throws {
    let found = try Self.answer(
      Self.model("purl: \"pkg:cargo/rustls@0.24.0\""), bills: [Self.bill(["0.23.1", "0.24.0"])],
      [Self.advisory])
    #expect(found == [])
  }

  @Test("each instance has its own statements, and the worst counts")
  func worstStatement() throws {
    let (model, bill) = (Self.model("purl: \"pkg:cargo/rustls\""), Self.bill(["0.23.1", "0.22.0"]))
    #expect(
      try Self.answer(
        model, bills: [bill], [Self.advisory, Self.vex("not_affected", "{\"ref\": \"r0\"}")])
        == ["rustls CVE-2026-1 affected unassessed 0.22.0"])
    #expect(
      try Self.answer(
        model, bills: [bill],
        [Self.advisory, Self.vex("not_affected", "{\"ref\": \"r0\"}, {\"ref\": \"r1\"}")])
        == ["rustls CVE-2026-1 affected not affected 0.23.1,0.22.0"])
    #expect(
      try Self.answer(
        model, bills: [bill],
        [
          Self.advisory, Self.vex("not_affected", "{\"ref\": \"r0\"}"),
          Self.vex("exploitable", "{\"ref\": \"r1\"}"),
        ]) == ["rustls CVE-2026-1 affected affected 0.22.0"])
  }

  @Test("versions and ranges in a VEX of CycloneDX")
  func versionsInVEX() throws {
    let model = Self.model("purl: \"pkg:cargo/rustls@0.23.1\"")
    for (state, versions, right) in [
      ("not_affected", "{\"version\": \"0.23.1\", \"status\": \"unaffected\"}", "not affected"),
      ("not_affected", "{\"version\": \"0.23.1\"}", "not affected"),
      (
        "not_affected", "{\"range\": \"vers:cargo/>=0.23.0|<0.24.0\", \"status\": \"unaffected\"}",
        "not affected"
      ),
      ("not_affected", "{\"version\": \"0.22.0\", \"status\": \"unaffected\"}", "unassessed"),
      ("not_affected", "{\"version\": \"0.23.x\", \"status\": \"unaffected\"}", "not affected"),
      ("not_affected", "{\"range\": \"the old ones\", \"status\": \"unaffected\"}", "unassessed"),
      ("exploitable", "{\"version\": \"*\"}", "affected"),
      (
        "exploitable",
        "{\"version\": \"0.22.0\", \"status\": \"affected\"}, {\"version\": \"0.23.1\", \"status\": "
          + "\"unaffected\"}", "not affected"
      ),
    ] {
      let affects = "{\"ref\": \"pkg:cargo/rustls\", \"versions\": [\(versions)]}"
      let found = try Self.answer(model, [Self.advisory, Self.vex(state, affects)])
      #expect(found == ["rustls CVE-2026-1 affected \(right) 0.23.1"], "\(state) \(versions)")
    }
  }

  @Test(
    "a statement about the product closes what its components have, and about another product not")
  func productStatement() throws {
    let model = Self.model("purl: \"pkg:cargo/rustls@0.23.1\"")
    let bill = Self.bill(["0.23.1"], product: ", \"purl\": \"pkg:generic/m@1\"")
    let openVEX = { (product: String, parts: String) in
      """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://a.example/1", "author": "A", \
      "timestamp": "2026-01-01T00:00:00Z", "version": 1, "statements": [{"vulnerability": {"name": \
      "CVE-2026-1"}, "products": [{"@id": "\(product)"\(parts)}], "status": "not_affected", \
      "justification": "vulnerable_code_not_present"}]}
      """
    }
    let part = ", \"subcomponents\": [{\"@id\": \"pkg:cargo/rustls@0.23.1\"}]"
    for (product, parts, right) in [
      ("pkg:generic/m@1", "", "not affected"), ("pkg:generic/m@1", part, "not affected"),
      ("pkg:generic/other@1", "", "unassessed"), ("pkg:generic/other@1", part, "unassessed"),
      ("pkg:cargo/rustls@0.23.1", "", "not affected"), ("pkg:cargo/rustls", "", "not affected"),
      ("pkg:cargo/rustls@0.22.0", "", "unassessed"),
    ] {
      #expect(
        try Self.answer(model, bills: [bill], [Self.advisory, openVEX(product, parts)])
          == ["rustls CVE-2026-1 affected \(right) 0.23.1"], "\(product) \(parts)")
    }
    #expect(
      try Self.answer(
        model, bills: [bill], [Self.advisory, Self.vex("not_affected", "{\"ref\": \"device\"}")])
        == ["rustls CVE-2026-1 affected not affected 0.23.1"])
  }

  @Test("records that name others: aliases, upstream, related")
  func relations() throws {
    let record = { (id: String, names: String) in
      """
      {"id": "\(id)", "modified": "x", \(names), "affected": [{"package": {"purl": \
      "pkg:cargo/rustls"}, "versions": ["0.23.1"]}]}
      """
    }
    let kev = "{\"catalogVersion\": \"1\", \"vulnerabilities\": [{\"cveID\": \"CVE-2026-9\"}]}"
    for (id, names, right) in [
      ("GHSA-1", "\"aliases\": [\"CVE-2026-9\"]", ["CVE-2026-9 exploited CISA"]),
      ("DEBIAN-CVE-2026-9", "\"upstream\": [\"CVE-2026-9\"]", ["CVE-2026-9 exploited CISA"]),
      (
        "USN-1-1", "\"upstream\": [\"CVE-2026-8\", \"CVE-2026-9\"]",
        ["CVE-2026-8", "CVE-2026-9 exploited CISA"]
      ),
      (
        "ALSA-2026:1", "\"related\": [\"CVE-2026-8\", \"CVE-2026-9\"]",
        ["CVE-2026-8", "CVE-2026-9 exploited CISA"]
      ),
      ("GHSA-2", "\"related\": [\"CVE-2026-9\"]", ["GHSA-2"]),
    ] {
      let found = try Self.answer(
        Self.model("purl: \"pkg:cargo/rustls@0.23.1\""), [record(id, names)], kev: kev)
      let plain = found.map { line in
        line.split(separator: " ").filter {
          !["rustls", "affected", "unassessed", "0.23.1"].contains($0)
        }.joined(separator: " ")
      }
      #expect(plain == right, "\(id)")
    }
  }

  @Test("types of references in SPDX, short and as addresses")
  func spdxReferences() throws {
    for type in ["purl", "http://spdx.org/rdf/references/purl"] {
      let bill = """
        {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": [{"name": "x", "SPDXID": \
        "SPDXRef-1", "versionInfo": "0.23.1", "externalRefs": [{"referenceType": "\(type)", \
        "referenceCategory": "PACKAGE-MANAGER", "referenceLocator": "pkg:cargo/rustls@0.23.1"}]}]}
        """
      let model = try CompiledSample(Self.model("purl: \"pkg:cargo/rustls@0.23.1\"")).model
      let report = SoftwareReport(
        model,
        VulnerabilityCollector(Inventory(model, bill: try SoftwareBill(try Self.document(bill)))),
        exploited: nil, today: try #require(LintRun.today))
      #expect(report.components[0].entry?.name == "x", "\(type)")
    }
  }

  @Test("GitHub, EUVD, CVE and lists of the EU")
  func furtherFormats() throws {
    let ghsa = """
      [{"ghsa_id": "GHSA-1", "cve_id": "CVE-2026-1", "summary": "S", "severity": "high", \
      "vulnerabilities": [{"package": {"ecosystem": "rust", "name": "rustls"}, \
      "vulnerable_version_range": ">= 0.1, < 0.23.14", "first_patched_version": "0.23.14"}]}]
      """
    let model = Self.model("purl: \"pkg:cargo/rustls@0.23.1\"; supplier: \"Acme\"")
    #expect(try Self.answer(model, [ghsa]) == ["rustls CVE-2026-1 affected unassessed 0.23.1"])
    let euvd = """
      {"items": [{"id": "EUVD-2026-1", "aliases": "CVE-2026-1\\nGHSA-1\\n", "baseScore": 7.5, \
      "exploitedSince": "Jan 1, 2026", "enisaIdProduct": [{"product": {"name": "Rustls"}, \
      "product_version": "0 <0.23.14"}], "enisaIdVendor": [{"vendor": {"name": "Acme"}}]}], "total": 1}
      """
    #expect(
      try Self.answer(model, [euvd]) == [
        "rustls CVE-2026-1 affected unassessed 0.23.1 exploited EU"
      ])
    let list = """
      [{"cveId": "CVE-2026-1", "euvdId": "EUVD-2026-1", "dateReported": "2026-01-01"}]
      """
    #expect(
      try Self.answer(model, [ghsa], kev: list)
        == ["rustls CVE-2026-1 affected unassessed 0.23.1 exploited EU"])
    let silent = """
      {"format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2026-2", "vulnStatus": "Deferred"}}]}
      """
    #expect(
      try Self.answer(model, [silent]).first?.hasPrefix("1 entry of the NVD names no") == true)
    let unmapped = """
      {"id": "X-1", "modified": "x", "affected": [{"package": {"ecosystem": "GHC", "name": "rts"}, \
      "versions": ["9"]}]}
      """
    #expect(try Self.answer(model, [unmapped]).first?.contains("`GHC`") == true)
  }
}
