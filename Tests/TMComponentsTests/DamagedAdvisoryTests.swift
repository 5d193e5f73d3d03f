// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

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
