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
    let component: String
    let record: String
    let right: String
    var description: String { "\(format): \(component) against \(record)" }
  }

  static func rows(_ file: String) -> [Row] {
    let path = Repository.path("Tests/TMComponentsTests/Tables/\(file)")
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    var rows: [Row] = []
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5 else { continue }
      let right = cells[4].filter { $0 != "|" && $0 != " " }
      rows.append(
        Row(
          format: String(file.dropLast(3)), component: cells[1],
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

  @Test("the tables are read")
  func tables() {
    #expect(Self.rows("csaf.md").count >= 50)
    #expect(Self.rows("osv.md").count >= 50)
    #expect(Self.rows("nvd.md").count >= 20)
    #expect(Self.rows("cve.md").count >= 20)
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
