// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMComponents
import TMModel
import TMRegister
import TMTestSupport
import Testing

/// VEX documents follow their standards, and close what they were written about when they are read back.
@Suite("VEX documents") struct VEXDocumentTests {
  private static let text = """
    model "Pump <\\"ä\\">" { version: "1.0" }
    process gateway "Gateway" {
      component parser "Parser" { version: "1.2.0"; purl: "pkg:npm/%40acme/parser@1.2.0"; supplier: "Acme" }
      component tls "TLS" { version: "3.0"; cpe: "cpe:2.3:a:acme:tls\\\\+:3.0:*:*:*:*:*:*:*" }
      component deb "Deb" { purl: "pkg:deb/debian/y@1.0-1?epoch=1&distro=debian-12&arch=amd64" }
      threat a "A" {
        category: tampering
        cve: CVE-2026-0001
        status: not-applicable
        because: "vulnerable-code-not-in-execute-path: nothing calls it"
      }
      threat b "B" { category: tampering; cve: CVE-2026-0002; status: accepted; because: "Small." }
      threat c "C" { category: tampering; cve: CVE-2026-0003; status: not-applicable; because: "No \\"x\\"." }
      threat d "D" { category: tampering; cve: CVE-2026-0004; status: mitigated }
    }
    """
  private static let osv = """
    {"vulns": [
     {"id": "GHSA-1", "aliases": ["CVE-2026-0001"], "modified": "x", "affected": [{"package": {"purl": \
    "pkg:npm/%40acme/parser"}, "versions": ["1.2.0"]}]},
     {"id": "CVE-2026-0002", "modified": "x", "affected": [{"package": {"purl": \
    "pkg:npm/%40acme/parser"}, "versions": ["1.2.0"]}]},
     {"id": "CVE-2026-0004", "modified": "x", "affected": [{"package": {"ecosystem": "Debian:12", "name": \
    "y"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}]}
    """
  private static let nvd = """
    {"format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2026-0003", "configurations": [{"nodes": \
    [{"cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:acme:tls\\\\+:*:*:*:*:*:*:*:*"}]}]}]}}]}
    """

  private static func report(_ model: Model, _ files: [[UInt8]]) throws -> SoftwareReport {
    var collector = VulnerabilityCollector(Inventory(model, bills: []))
    for file in files { try collector.add(try JSONDocument(file)) }
    return SoftwareReport(
      model, collector, exploited: nil, today: try #require(LintRun.today))
  }

  private static func documents() throws -> [(name: String, bytes: [UInt8])] {
    let model = try CompiledSample(text).model
    let today = try #require(LintRun.today)
    let report = try report(model, [Array(osv.utf8), Array(nvd.utf8)])
    let found = VEXDecisions(report, in: model, today: today)
    #expect(found.leftOut.isEmpty)
    #expect(found.decisions.map(\.state) == [.notAffected, .affected, .notAffected, .affected])
    let document = VEXDocument(
      found.decisions, of: model, author: "Acme", namespace: "https://acme.example", id: nil,
      day: today)
    return [
      ("cdx", CycloneDXVEX.text(of: document)), ("csaf", CSAFVEX.text(of: document)),
      ("openvex", OpenVEX.text(of: document)),
    ]
  }

  @Test("read back, nothing is open")
  func roundTrip() throws {
    // The model without its decisions.
    let bare = try CompiledSample(
      Self.text.split(separator: "\n").filter { !$0.contains("cve: CVE") }.joined(separator: "\n")
    ).model
    let open = try Self.report(bare, [Array(Self.osv.utf8), Array(Self.nvd.utf8)])
    let before = open.components.flatMap(\.vulnerabilities)
    #expect(before.count == 4)
    #expect(before.allSatisfy { !$0.isAssessed })
    for (name, bytes) in try Self.documents() {
      let closed = try Self.report(bare, [Array(Self.osv.utf8), Array(Self.nvd.utf8), bytes])
      let states = closed.components.flatMap(\.vulnerabilities).map {
        "\($0.id) \($0.standing.rawValue)"
      }.sorted()
      #expect(
        states == [
          "CVE-2026-0001 not affected", "CVE-2026-0002 affected", "CVE-2026-0003 not affected",
          "CVE-2026-0004 affected",
        ], "\(name)")
    }
  }

  private static let schemas = Repository.path("../shared/schemas")

  @Test(
    "valid by what their standards require",
    .enabled(if: Python.has("jsonschema"), "skipped: needs a Python with jsonschema (TM_PYTHON)"))
  func valid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tm-vex-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var paths: [String: String] = [:]
    for (name, bytes) in try Self.documents() {
      let path = "\(folder)/\(name).json"
      try Data(bytes).write(to: URL(filePath: path))
      paths[name] = path
    }
    let own = try Python.run(
      [Repository.path("Tests/TMComponentsTests/validate_vex.py")]
        + ["csaf", "openvex"].compactMap { paths[$0] })
    #expect(own.status == 0, "\(own.output)")
    guard FileManager.default.fileExists(atPath: Self.schemas + "/bom-1.6.schema.json"),
      Python.has("referencing"), let path = paths["cdx"]
    else { return }
    let published = try Python.run(
      [Repository.path("Tests/TMComponentsTests/validate.py"), Self.schemas, path])
    #expect(published.status == 0, "\(published.output)")
  }

  @Test(
    "CSAF is valid by the published schema and the mandatory tests of CSAF 2.0",
    .enabled(
      if: Python.has("csaf"), "skipped: needs a Python with the package csaf (TM_PYTHON)"))
  func publishedCSAF() throws {
    let bytes = try #require(try Self.documents().first { $0.name == "csaf" }?.bytes)
    let folder = FileManager.default.temporaryDirectory.appending(path: "tm-csaf-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let validate = { (bytes: [UInt8]) in
      let path = "\(folder)/vex.json"
      try Data(bytes).write(to: URL(filePath: path))
      return try Python.run(
        ["-m", "csaf", "validate", "--spec-version", "v20", "--no-network", path])
    }
    let answer = try validate(bytes)
    #expect(answer.status == 0, "\(answer.output)")
    // The validator sees a justification that the standard does not have.
    let text = String(decoding: bytes, as: UTF8.self)
    let broken = text.replacing("vulnerable_code_not_in_execute_path", with: "nobody_looked")
    #expect(try broken != text && validate(Array(broken.utf8)).status != 0)
  }
}
