// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

/// How documents of each format begin.
private enum Head {
  static let csaf = "\"document\": {\"csaf_version\": \"2.0\", \"category\": \"csaf_vex\"}"
  static let openVEX = "\"@context\": \"https://openvex.dev/ns/v0.2.0\""
  static let cdx = "\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\""
  static let cve = "\"cveMetadata\": {\"cveId\": \"CVE-1\", \"state\": \"PUBLISHED\"}"
}

/// A file that lost a part of itself does not read as one that finds nothing.
@Suite("Damaged advisories") struct DamagedAdvisoryTests {
  private static func collector() throws -> VulnerabilityCollector {
    VulnerabilityCollector(Inventory(try CompiledSample(Gateway.text).model, bill: nil))
  }

  @Test(
    "a statement of OpenVEX without what it is about is refused at its place",
    arguments: [
      ("{}", "2:1"),
      (
        "{\"vulnerability\": null, \"status\": \"fixed\", \"products\": [\"pkg:pypi/requests\"]}",
        "2:1"
      ),
      (
        "{\"vulnerability\": {}, \"status\": \"fixed\", \"products\": [\"pkg:pypi/requests\"]}",
        "2:19"
      ),
      ("{\"vulnerability\": \"CVE-1\", \"products\": [\"pkg:pypi/requests\"]}", "2:1"),
      ("{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\", \"products\": [{}]}", "2:60"),
      (
        "{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\", \"products\": [{\"@id\": \"x\", \"subcomponents\": [{}]}]}",
        "2:91"
      ),
    ])
  func openVEX(_ statement: String, _ place: String) throws {
    let text =
      "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"statements\": [\n\(statement)]}"
    var collector = try Self.collector()
    let fault = try #require(throws: DocumentFault.self) {
      try collector.add(try JSONDocument(Array(text.utf8)))
    }
    let (line, column) = DocumentFault.place(of: fault.offset, in: Array(text.utf8))
    #expect("\(line):\(column)" == place, "\(fault.message)")
    #expect(!fault.help.isEmpty)
  }

  @Test("a document of OpenVEX without statements is refused")
  func withoutStatements() throws {
    let text = "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"statements\": null}"
    var collector = try Self.collector()
    #expect(throws: DocumentFault.self) {
      try collector.add(try JSONDocument(Array(text.utf8)))
    }
  }

  @Test(
    "what names no product, leads nowhere or is empty is said, with its place",
    arguments: [
      ("{\(Head.openVEX), \"statements\": []}", "f:2:1 names no vulnerability at all"),
      ("{\(Head.csaf), \"vulnerabilities\": null}", "f:2:1 names no vulnerability at all"),
      ("{\(Head.csaf)}", "f:2:1 names no vulnerability at all"),
      ("{\(Head.cdx), \"vulnerabilities\": []}", "f:2:1 names no vulnerability at all"),
      ("{\"vulns\": []}", "f:2:1 names no vulnerability at all"), ("[]", "f:2:1 names no vuln"),
      (
        "{\"format\": \"NVD_CVE\", \"vulnerabilities\": []}", "f:2:1 names no vulnerability at all"
      ),
      (
        "{\(Head.openVEX), \"statements\": [\n{\"vulnerability\": \"CVE-1\", \"status\": \"affected\"}]}",
        "nothing was compared with the record `CVE-1` (f:3:1): it names no product"
      ),
      (
        "{\(Head.csaf), \"vulnerabilities\": [{\"cve\": \"CVE-1\"}]}",
        "nothing was compared with the record `CVE-1` (f:2:"
      ),
      (
        "{\(Head.csaf), \"vulnerabilities\": [{\"cve\": \"CVE-1\", \"product_status\": {\"known_affected\": []}}]}",
        "nothing was compared with the record `CVE-1` (f:2:"
      ),
      (
        "{\"id\": \"CVE-1\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\"}}]}",
        "nothing was compared with the record `CVE-1` (f:2:1)"
      ),
      (
        "{\"id\": \"CVE-1\", \"affected\": []}",
        "nothing was compared with the record `CVE-1` (f:2:1)"
      ),
      (
        "{\"id\": \"EUVD-1\", \"enisaIdProduct\": [{\"product\": {\"id\": \"x\"}}]}",
        "nothing was compared with the record `EUVD-1` (f:2:1)"
      ),
      (
        "{\"ghsa_id\": \"GHSA-1\", \"vulnerabilities\": []}",
        "nothing was compared with the record `GHSA-1` (f:2:1)"
      ),
      (
        "{\"ghsa_id\": \"GHSA-1\", \"vulnerabilities\": [{\"package\": {\"ecosystem\": \"npm\"}}]}",
        "nothing was compared with the record `GHSA-1` (f:2:1)"
      ),
      (
        "{\(Head.cve), \"containers\": {\"cna\": {\"affected\": [{\"vendor\": \"n/a\", \"product\": \"n/a\"}]}}}",
        "nothing was compared with the record `CVE-1` (f:2:1)"
      ),
      ("{\(Head.cve)}", "nothing was compared with the record `CVE-1` (f:2:1)"),
      (
        "{\"format\": \"NVD_CVE\", \"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-1\", "
          + "\"configurations\": [{\"nodes\": [{\"cpeMatch\": [{\"vulnerable\": true, \"criteria\": \"cpe:2.3:a:v\"}]}]}]}}]}",
        "nothing was compared with the record `CVE-1` (f:2:"
      ),
      (
        "{\(Head.cdx), \"vulnerabilities\": [{\"id\": \"CVE-1\", \"affects\": [\n{\"ref\": \"nowhere\"}]}]}",
        "nothing was compared with the reference `nowhere` (f:3:1): no bill of materials"
      ),
      (
        "{\(Head.cdx), \"vulnerabilities\": [{\"id\": \"CVE-1\", \"affects\": [{\"ref\": "
          + "\"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#x\"}]}]}",
        "nothing was compared with the reference `urn:cdx:"
      ),
      (
        "{\(Head.cdx), \"vulnerabilities\": [{\"id\": \"CVE-1\"}]}",
        "nothing was compared with the record `CVE-1` (f:2:"
      ),
    ])
  func gaps(_ text: String, _ sentence: String) throws {
    var collector = try Self.collector()
    try collector.add(try JSONDocument(Array("\n\(text)".utf8)), path: "f")
    let first = try #require(collector.remarks.sentences.first)
    #expect(first.hasPrefix(sentence), "\(first)")
    #expect(collector.remarks.sentences.count == 1)
  }

  @Test("what is about the software of others leaves no gap")
  func othersLeaveNoGap() throws {
    var collector = try Self.collector()
    for text in [
      "{\"id\": \"CVE-1\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"z\"}}]}",
      "{\(Head.cdx), \"vulnerabilities\": [{\"id\": \"CVE-1\", \"affects\": [{\"ref\": \"pkg:npm/z@1\"}]}]}",
      "{\(Head.cdx), \"components\": [{\"name\": \"z\", \"bom-ref\": \"z\"}], \"vulnerabilities\": "
        + "[{\"id\": \"CVE-1\", \"affects\": [{\"ref\": \"z\"}]}]}",
    ] {
      try collector.add(try JSONDocument(Array(text.utf8)), path: "f")
    }
    #expect(collector.remarks.sentences == [])
  }

  @Test("a product of CSAF that no tree has is said to be one")
  func productNowhere() throws {
    let text = """
      {"document": {"csaf_version": "2.0"}, "product_tree": {"product_groups": [
        {"group_id": "G", "product_ids": ["P8"]}]},
       "vulnerabilities": [{"cve": "CVE-2026-1", "product_status": {"known_affected": ["P9", "G"]}}]}
      """
    var collector = try Self.collector()
    try collector.add(try JSONDocument(Array(text.utf8)))
    let sentence = try #require(collector.remarks.sentences.first)
    #expect(sentence.hasPrefix("nothing was compared with the products `G`, `P9`: "))
  }
}
