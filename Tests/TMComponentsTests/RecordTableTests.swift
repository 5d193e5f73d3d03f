// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMComponents
import TMTestSupport
import Testing

/// Records of each format against one component, from the tables in `Tables/*.md`: the component, the
/// record in short, and whether it is listed, unclear or not.
@Suite("Records against a component") struct RecordTableTests {
  struct Row: Sendable, CustomStringConvertible {
    let format: String
    /// The heading that it stands under.
    let kind: String
    let component: String
    let record: String
    let right: String
    var description: String { "\(format): \(component) against \(record)" }
  }

  static func rows(_ file: String) -> [Row] {
    let path = Repository.path("Tests/TMComponentsTests/Tables/\(file)")
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    var rows: [Row] = []
    var kind = ""
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("## ") { kind = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5 else { continue }
      let right = cells[4].filter { $0 != "|" && $0 != " " }
      rows.append(
        Row(
          format: String(file.dropLast(3)), kind: kind, component: cells[1],
          record: cells[3].split(separator: "¦").joined(separator: "|"), right: right))
    }
    return rows
  }

  @Test("ranges of CSAF, under any branch", arguments: rows("csaf.md"))
  func csaf(_ row: Row) throws { try check(row, CompactRecord.csaf(row.record)) }

  @Test("entries of OSV", arguments: rows("osv.md"))
  func osv(_ row: Row) throws { try check(row, CompactRecord.osv(row.record)) }

  @Test("answers of the NVD", arguments: rows("nvd.md"))
  func nvd(_ row: Row) throws { try check(row, CompactRecord.nvd(row.record)) }

  @Test("CVE records", arguments: rows("cve.md"))
  func cve(_ row: Row) throws { try check(row, CompactRecord.cve(row.record)) }

  @Test("advisories of GitHub", arguments: rows("ghsa.md"))
  func ghsa(_ row: Row) throws { try check(row, CompactRecord.ghsa(row.record)) }

  @Test("entries of the EUVD", arguments: rows("euvd.md"))
  func euvd(_ row: Row) throws { try check(row, CompactRecord.euvd(row.record)) }

  @Test("the tables are read")
  func tables() {
    #expect(Self.rows("csaf.md").count >= 50)
    #expect(Self.rows("osv.md").count >= 50)
    #expect(Self.rows("nvd.md").count >= 20)
    #expect(Self.rows("cve.md").count >= 20)
  }

  /// The kinds of input that once gave a wrong answer; a case stands for its kind only if others of the
  /// kind are right too.
  @Test(
    "each kind that was once answered wrongly has a case and three neighbours at least",
    arguments: [
      ("csaf.md", "Ranges under a branch of a version"), ("csaf.md", "Ranges of vers and in words"),
      ("csaf.md", "Other branches"), ("csaf.md", "Names, states and ends of rows"),
      ("nvd.md", "Updates"), ("nvd.md", "Applications, firmware and devices"),
      ("osv.md", "Events"), ("osv.md", "Revisions"), ("osv.md", "Releases and ecosystems"),
      ("osv.md", "Repositories, and components that no purl names"),
      ("cve.md", "Names and prose"), ("bills.md", "Several versions in a bill"),
      ("bills.md", "References of SPDX"), ("vex.md", "Versions in CycloneDX VEX"),
      ("vex.md", "Statements of OpenVEX"), ("vex.md", "Statements about one edition"),
      ("cve.md", "Words, days and commits for versions"), ("nvd.md", "Words for versions"),
      ("osv.md", "Words, tags, commits and sources"),
      ("csaf.md", "Ranges that once were passed over"),
    ])
  func neighbours(_ file: String, _ kind: String) {
    let rows = Self.rows(file).filter { $0.kind == kind }
    #expect(rows.count >= 4, "\(file) has \(rows.count) rows of the kind: \(kind)")
    #expect(Set(rows.map(\.right)).count > 1, "all rows of the kind give one answer: \(kind)")
    #expect(Set(rows.map { "\($0.component) \($0.record)" }).count == rows.count)
  }

  @Test("each ecosystem has a pair of versions and three neighbours at least")
  func neighboursOfVersions() {
    let counts = Dictionary(grouping: VersionOrderTests.own, by: \.ecosystem).mapValues(\.count)
    for ecosystem in [
      "alpm", "apk", "cargo", "composer", "deb", "gem", "golang", "maven", "npm", "nuget", "pypi",
      "rpm",
    ] {
      #expect(counts[ecosystem] ?? 0 >= 4, "\(ecosystem)")
    }
  }

  private func check(_ row: Row, _ record: String) throws {
    let model = try CompiledSample(CompactRecord.model(row.component)).model
    var collector = VulnerabilityCollector(Inventory(model, bill: nil))
    try collector.add(try JSONDocument(Array(record.utf8)))
    let today = try #require(LintRun.today)
    let report = SoftwareReport(model, collector, exploited: nil, today: today)
    #expect(report.faults.isEmpty)
    let found = report.components.flatMap(\.vulnerabilities)
    let answer =
      switch found.map(\.judgement).max() {
      case .affected: "listed"
      case .unknown: "unclear"
      case .unaffected, nil: "not"
      }
    #expect(answer == row.right, "\(record)")
  }
}
