// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

/// What is said of a product of somebody else finds vulnerabilities, and closes none.
@Suite("Statements about products of others") struct ForeignStatementTests {
  private static func standings(_ component: String, title: String = "M", _ files: [String]) throws
    -> [String]
  {
    let model = try CompiledSample(
      "model \"\(title)\"\nprocess p \"P\" { component c \"Foo Server\" { \(component) } }\n"
    ).model
    var collector = VulnerabilityCollector(Inventory(model, bills: []))
    for file in files { try collector.add(try JSONDocument(Array(file.utf8))) }
    let report = SoftwareReport(
      model, collector, exploited: nil, today: try #require(LintRun.today))
    return report.components.flatMap(\.vulnerabilities).map(\.standing.rawValue)
  }

  private static func csaf(_ category: String, _ vendor: String, _ status: String) -> String {
    """
    {"document": {"csaf_version": "2.0", "category": "\(category)"}, "product_tree": {"branches": [{"category":
    "vendor", "name": "\(vendor)", "branches": [{"category": "product_name", "name": "Foo Server", "branches":
    [{"category": "product_version_range", "name": "<2.0", "product": {"name": "x", "product_id": "P"}}]}]}]},
    "vulnerabilities": [{"cve": "CVE-2026-1", "product_status": {"\(status)": ["P"]}, "flags": [{"label":
    "component_not_present", "product_ids": ["P"]}]}]}
    """
  }

  @Test(
    "a name alone is closed only by its own supplier",
    arguments: [
      ("", "Other", "unassessed"), ("supplier: \"Acme\"", "Acme", "not affected"),
      ("supplier: \"Acme\"", "Other", "unassessed"),
      ("supplier: \"Acme\"", "unknown", "unassessed"),
    ])
  func suppliers(_ supplier: String, _ vendor: String, _ right: String) throws {
    let found = Self.csaf("csaf_security_advisory", "Acme", "known_affected")
    let vex = Self.csaf("csaf_vex", vendor, "known_not_affected")
    #expect(try Self.standings("version: \"1.0.0\"; \(supplier)", [found, vex]) == [right])
  }

  @Test(
    "a part of another product is another one's",
    arguments: [
      ("pkg:oci/other-app@sha256%3Aaa", "M", "unassessed"),
      ("pkg:oci/our-app@1", "Our app", "not affected"),
      ("pkg:oci/our-app@1", "Other app", "unassessed"),
      ("https://example.com/other", "M", "unassessed"),
    ])
  func parts(_ product: String, _ title: String, _ right: String) throws {
    let osv = """
      {"id": "CVE-2026-1", "affected": [{"package": {"purl": "pkg:npm/foo"}, "versions": ["1.0.0"]}]}
      """
    let vex = """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://a.example/1", "author": "A", "timestamp":
      "2026-01-01T00:00:00Z", "version": 1, "statements": [{"vulnerability": {"name": "CVE-2026-1"}, "products":
      [{"@id": "\(product)", "subcomponents": [{"@id": "pkg:npm/foo@1.0.0"}]}], "status": "not_affected",
      "justification": "component_not_present"}]}
      """
    #expect(try Self.standings("purl: \"pkg:npm/foo@1.0.0\"", title: title, [osv, vex]) == [right])
  }
}
