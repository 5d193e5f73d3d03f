// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMTestSupport
import Testing

@Suite("Bills of materials and vulnerabilities")
struct FormatTests {
  static let bills = [
    "bill-1.4.cdx.json", "bill-1.5.cdx.json", "bill-1.6.cdx.json", "bill-2.2.spdx.json",
    "bill-2.3.spdx.json", "bill-3.0.spdx.json",
  ]

  @Test("a bill is compared with the declared components", arguments: bills)
  func bill(_ name: String) throws {
    let (report, model) = try Gateway.report(sbom: name)
    #expect(
      report.components.map { $0.entry?.version } == ["3.0.15", "2.32.3", "17.1.0", "2.14.1", nil])
    #expect(
      report.components.map { $0.differingVersion(in: model) } == [nil, "2.32.3", nil, nil, nil])
    #expect(report.undeclared.map(\.entry.name) == ["shaded", "zlib"])
  }

  @Test(
    "OSV in each of its wrappings",
    arguments: ["list.osv.json", "answer.osv.json", "lines.osv.jsonl"])
  func osv(_ name: String) throws {
    #expect(
      try Gateway.lines([name]) == [
        "requests PYSEC-2026-2 – affected unassessed",
        "angular OSV-2026-3 – unknown unassessed",
        "angular OSV-2026-4 – affected unassessed",
        "log4j CVE-2021-44228 10.0 affected unassessed",
      ])
    #expect(
      try Gateway.lines(["one.osv.json"]) == ["log4j CVE-2021-44228 10.0 affected unassessed"])
  }

  @Test("NVD: ranges, exact versions, platforms, target software, rejected entries")
  func nvd() throws {
    #expect(
      try Gateway.lines(["answer.nvd.json"]) == [
        "openssl CVE-2026-1001 7.5 affected unassessed",
        "openssl CVE-2026-1003 7.5 affected unassessed",
        "radio CVE-2026-1006 7.5 unknown in the model exploited, due 2026-02-22",
      ])
  }

  @Test("CSAF: an advisory says where it applies, a VEX document what somebody found")
  func csaf() throws {
    #expect(
      try Gateway.lines(["advisory.csaf.json"]) == [
        "openssl CVE-2026-1001 7.5 affected unassessed",
        "angular CVE-2026-1011 7.5 affected unassessed",
        "radio CVE-2026-1010 7.5 unknown unassessed",
      ])
    #expect(
      try Gateway.lines(["vex.csaf.json"]) == [
        "openssl CVE-2026-1001 7.5 affected not affected",
        "angular CVE-2026-1011 7.5 affected affected",
        "radio CVE-2026-1010 7.5 unknown under investigation",
      ])
  }

  @Test("CycloneDX VEX: references into the bill, BOM-Links and purls")
  func vex() throws {
    #expect(
      try Gateway.lines(sbom: "bill-1.6.cdx.json", ["vex.cdx.json"]) == [
        "openssl CVE-2026-1001 – affected under investigation",
        "openssl CVE-2026-1003 – affected fixed",
        "log4j CVE-2021-44228 10.0 affected not affected",
      ])
  }

  @Test("all files together: one line for a vulnerability, the last statement counts")
  func together() throws {
    let (report, _) = try Gateway.report(
      sbom: "bill-1.6.cdx.json", ["list.osv.json", "answer.nvd.json", "vex.cdx.json"],
      kev: "kev.json")
    let log4j = try #require(report.components[3].vulnerabilities.first)
    #expect(report.components[3].vulnerabilities.count == 1)
    #expect(log4j.id == "CVE-2021-44228")
    #expect(log4j.aliases == ["GHSA-jfh8-c2jp-5v3q"])
    #expect(log4j.weaknesses == [20, 502])
    #expect(log4j.fixedIn == ["2.15.0"])
    #expect(log4j.scores.count == 1)
    #expect(log4j.exploited?.due == "2021-12-24")
    #expect(log4j.statement?.justification == "code_not_reachable")
    #expect(log4j.isHarmless)
    let openssl = report.components[0].vulnerabilities
    #expect(openssl.map(\.id) == ["CVE-2026-1001", "CVE-2026-1003"])
    #expect(openssl.map(\.isAssessed) == [false, true])
  }

  @Test("the version of the bill is judged beside the declared one")
  func eitherVersion() throws {
    let found = try Gateway.lines(sbom: "bill-1.6.cdx.json", ["list.osv.json"])
    #expect(found.contains("requests PYSEC-2026-2 – affected unassessed"))
  }

  @Test("a file of another format is refused with what it is and what is accepted")
  func otherFormats() throws {
    let refusal = { (text: String) -> String in
      var collector = VulnerabilityCollector(
        Inventory(try CompiledSample(Gateway.text).model, bill: nil))
      do {
        try collector.add(try JSONDocument(Array(text.utf8)))
        return "accepted"
      } catch let fault as DocumentFault {
        return fault.message
      }
    }
    #expect(try refusal("{\"spdxVersion\": \"SPDX-2.3\"}") == "the file is SPDX 2")
    #expect(
      try refusal("{\"results\": [], \"x\": 1}")
        == "the format of the file is unknown: an object with `results`, `x`")
    #expect(try refusal("[1, 2]") == "the format of the file is unknown")
    #expect(try refusal("<bom/>") == "the file is XML")
    #expect(try refusal("{}\n{}") == "a second value stands behind the end of the first")
    #expect(throws: DocumentFault.self) { try SoftwareBill(try Gateway.document("kev.json")) }
    #expect(throws: DocumentFault.self) { try KnownExploited(try Gateway.document("one.osv.json")) }
  }
}
