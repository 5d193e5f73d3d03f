// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

/// Answers that are a part of a whole, records that do not count any more, and the software that a bill is of.
@Suite("Answers and bills as a whole") struct AnswerTests {
  private static let model =
    "model \"M\"\nprocess p \"P\" { component c \"C\" { purl: \"pkg:npm/c@1.0\" } }\n"

  private static func report(
    _ files: [String], bill: String? = nil, kev: String? = nil, epss: String? = nil
  ) throws -> SoftwareReport {
    let model = try CompiledSample(model).model
    let document = { (text: String) in try JSONDocument(Array(text.utf8)) }
    let bills = try bill.map { [PlacedBill(try SoftwareBill(try document($0)), of: nil)] } ?? []
    var collector = VulnerabilityCollector(Inventory(model, bills: bills))
    for file in files { try collector.add(try document(file)) }
    return SoftwareReport(
      model, collector, exploited: try kev.map { try KnownExploited(try document($0)) },
      epss: try epss.map { try EPSSScores(csv: Array($0.utf8)) }, today: try #require(LintRun.today)
    )
  }

  private static func nvd(_ start: Int, _ total: Int, _ ids: [String]) -> String {
    let entries = ids.map { "{\"cve\": {\"id\": \"\($0)\", \"vulnStatus\": \"Rejected\"}}" }
    return """
      {"format": "NVD_CVE", "startIndex": \(start), "totalResults": \(total), "vulnerabilities": \
      [\(entries.joined(separator: ", "))]}
      """
  }

  @Test("a page without those behind it is said to be one")
  func pages() throws {
    let first = Self.nvd(0, 3, ["CVE-2026-1", "CVE-2026-2"])
    let last = Self.nvd(2, 3, ["CVE-2026-3"])
    #expect(
      try Self.report([first]).remarks == [
        "an answer of the NVD is incomplete: it ends at entry 2 of 3; fetch the rest with `startIndex=2`"
      ])
    #expect(try Self.report([last, first]).remarks.isEmpty)
    let osv =
      "{\"vulns\": [{\"id\": \"A\", \"affected\": [{\"package\": {\"purl\": \"pkg:npm/x\"}}]}], "
    #expect(
      try Self.report([osv + "\"next_page_token\": \"t\"}"]).remarks == [
        "1:1 is incomplete: it has a `next_page_token`; fetch the pages that follow too"
      ])
    #expect(try Self.report([osv + "\"next_page_token\": \"\"}"]).remarks.isEmpty)
  }

  @Test("a list that has less than it says, and one that has nothing")
  func lists() throws {
    let kev = { (count: Int) in
      "{\"catalogVersion\": \"1\", \"count\": \(count), \"vulnerabilities\": [{\"cveID\": \"CVE-2026-1\", "
        + "\"dateAdded\": \"2026-01-01\", \"vendorProject\": \"A\"}]}"
    }
    #expect(try Self.report([], kev: kev(1)).remarks.isEmpty)
    #expect(
      try Self.report([], kev: kev(1200)).remarks == [
        "a list of exploited vulnerabilities is incomplete: it says that it has 1200 and has 1; fetch it again"
      ])
    #expect(
      try Self.report([], epss: "#model_version:v2025\ncve,epss,percentile\n").remarks == [
        "a list of EPSS holds no score at all; fetch it again"
      ])
  }

  @Test("columns of EPSS go by their names")
  func columns() throws {
    let rows = [
      ("cve,epss,percentile\nCVE-2026-1,0.1,0.9\n", "0.1", "0.9"),
      ("cve,percentile,epss\nCVE-2026-1,0.9,0.1\n", "0.1", "0.9"),
      ("date,\"cve\",\"epss\"\n2026-01-01,\"CVE-2026-1\",0.1\n", "0.1", nil),
      ("CVE-2026-1,0.1,0.9\n", "0.1", "0.9"),
    ]
    for (text, probability, percentile) in rows {
      let score = try EPSSScores(csv: Array(text.utf8))["CVE-2026-1"]
      #expect(score?.probability == probability, "\(text)")
      #expect(score?.percentile == percentile, "\(text)")
    }
  }

  @Test(
    "a record counts until the day on which it is withdrawn",
    arguments: [
      ("\"2026-01-01T00:00:00Z\"", false), ("\"2999-01-01T00:00:00Z\"", true), ("\"\"", true),
      ("null", true),
    ])
  func withdrawn(_ withdrawn: String, _ counts: Bool) throws {
    let osv = """
      {"id": "CVE-2026-1", "withdrawn": \(withdrawn), "affected": [{"package": {"purl": "pkg:npm/c"}, \
      "versions": ["1.0"]}]}
      """
    let cycloneDX = """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [{"id": "CVE-2026-1", "rejected": \
      \(withdrawn), "affects": [{"ref": "pkg:npm/c"}]}]}
      """
    for text in [osv, cycloneDX] {
      let found = try Self.report([text]).components.flatMap(\.vulnerabilities)
      #expect(found.isEmpty != counts, "\(text)")
    }
  }

  @Test("the product of a bill is software as well, and its services are named")
  func product() throws {
    let bill = { (component: String, more: String) in
      "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"metadata\": {\"component\": {\"type\": "
        + "\"application\", \"name\": \"foo\", \"version\": \"1.0.0\"\(component)}}\(more)}"
    }
    let osv =
      "{\"id\": \"CVE-2026-1\", \"affected\": [{\"package\": {\"purl\": \"pkg:npm/foo\"}, \"versions\": [\"1.0.0\"]}]}"
    let purl = ", \"purl\": \"pkg:npm/foo@1.0.0\""
    let found = try Self.report([osv], bill: bill(purl, ""))
    #expect(found.undeclared.flatMap(\.vulnerabilities).map(\.id) == ["CVE-2026-1"])
    let other = try Self.report([osv], bill: bill(", \"purl\": \"pkg:npm/bar@1.0.0\"", ""))
    #expect(other.undeclared.isEmpty)
    let services = ", \"services\": [{\"name\": \"Billing\", \"version\": \"2\"}]"
    #expect(
      try Self.report([osv], bill: bill("", services)).remarks == [
        "nothing was compared with the service of a bill of materials: `Billing 2`"
      ])
  }
}
