// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMTestSupport
import Testing

/// Components against bills of materials, and statements of VEX documents about them, from the tables.
@Suite("Bills and statements") struct BillTableTests {
  typealias Row = RecordTableTests.Row

  /// The same vulnerability for a crate, and for the product of a CPE name.
  private static let rustls = [
    CompactRecord.osv("crates.io / rustls; SEMVER introduced 0, fixed 0.23.14"),
    CompactRecord.nvd("cpe:2.3:a:v:rustls:*:*:*:*:*:*:*:*; < 0.23.14"),
  ]

  @Test("instances in a bill", arguments: RecordTableTests.rows("bills.md"))
  func bills(_ row: Row) throws {
    let found = try report(
      CompactRecord.model(row.component), bill: CompactBill.bill(row.record), Self.rustls)
    let answer =
      switch found.components.flatMap(\.vulnerabilities).map(\.judgement).max() {
      case .affected: "listed"
      case .unknown: "unclear"
      case .unaffected, nil: "not"
      }
    #expect(answer == row.right)
  }

  /// What the statements make of a vulnerability of the npm package `y` before 3.0.0.
  @Test("statements", arguments: RecordTableTests.rows("vex.md"))
  func statements(_ row: Row) throws {
    let advisory =
      "{\"id\": \"CVE-2026-1\", \"modified\": \"x\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", "
      + "\"name\": \"y\"}, \"ranges\": [{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}, "
      + "{\"fixed\": \"3.0.0\"}]}]}]}"
    let said =
      row.record.hasPrefix("openvex")
      ? CompactBill.openVEX(row.record) : CompactBill.cycloneDX(row.record)
    let found = try report(CompactRecord.model(row.component), bill: nil, [advisory, said])
    let standings = found.components.flatMap(\.vulnerabilities).map(\.standing.rawValue)
    #expect(standings.map { $0.filter { $0 != " " } } == [row.right], "\(said)")
  }

  private func report(_ model: String, bill: String?, _ files: [String]) throws -> SoftwareReport {
    let model = try CompiledSample(model).model
    let bills = try bill.map {
      [PlacedBill(try SoftwareBill(try JSONDocument(Array($0.utf8))), of: nil)]
    }
    var collector = VulnerabilityCollector(Inventory(model, bills: bills ?? []))
    for file in files { try collector.add(try JSONDocument(Array(file.utf8))) }
    let today = try #require(LintRun.today)
    return SoftwareReport(model, collector, exploited: nil, today: today)
  }
}
