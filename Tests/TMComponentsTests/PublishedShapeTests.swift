// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMComponents
import TMTestSupport
import Testing

/// Whole records against whole components and bills, written to the shapes of published ones, each with its answer
/// checked by hand: `Tables/published.jsonl`, one pair a line.
@Suite("Records in the shapes of published ones") struct PublishedShapeTests {
  struct Pair: Sendable, CustomStringConvertible {
    let name: String
    let component: String
    let bill: String?
    let files: [String]
    let right: String
    var description: String { name }
  }

  static let pairs: [Pair] = {
    guard let text = try? Repository.text("Tests/TMComponentsTests/Tables/published.jsonl") else {
      return []
    }
    return text.split(separator: "\n").compactMap { line in
      guard
        let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let name = row["name"] as? String, let component = row["component"] as? [String: String],
        let files = row["files"] as? [Any], let right = row["right"] as? String
      else { return nil }
      let properties = component.keys.sorted().filter { $0 != "name" }
        .map { "\($0): \"\(component[$0] ?? "")\"" }.joined(separator: "\n")
      let model =
        "model \"M\"\nprocess device \"Device\" {\ncomponent it \"\(component["name"] ?? "Product")\" {\n"
        + "\(properties)\n}\n}\n"
      return Pair(
        name: name, component: model, bill: row["bill"].flatMap(Self.json),
        files: files.compactMap(Self.json), right: right)
    }
  }()

  private static func json(_ value: Any) -> String? {
    if value is NSNull { return nil }
    return (try? JSONSerialization.data(withJSONObject: value)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test("has the answer that is right", arguments: pairs)
  func answer(_ pair: Pair) throws {
    let model = try CompiledSample(pair.component).model
    let bills = try pair.bill.map {
      [PlacedBill(try SoftwareBill(try JSONDocument(Array($0.utf8))), of: nil)]
    }
    var collector = VulnerabilityCollector(Inventory(model, bills: bills ?? []))
    collector.nextArgument()
    switch bills?.first?.bill.statements {
    case .list: try collector.add(try JSONDocument(Array((pair.bill ?? "").utf8)))
    case .assessments: collector.passOverAssessments(in: "bill.json")
    case .some(.none), nil: break
    }
    for file in pair.files {
      collector.nextArgument()
      try collector.add(try JSONDocument(Array(file.utf8)))
    }
    let today = try #require(LintRun.today)
    let report = SoftwareReport(model, collector, exploited: nil, today: today)
    let answers = Set(
      report.components.flatMap(\.vulnerabilities).map { found in
        if found.isAssessed { return found.standing.rawValue }
        return found.judgement == .affected ? "listed" : "unclear"
      })
    let answer =
      answers.isEmpty
      ? report.remarks.isEmpty ? "not" : "not, and said" : answers.sorted().joined(separator: ", ")
    #expect(answer == pair.right)
  }

  @Test("there are as many of each format as there should be")
  func counts() {
    let counts = Dictionary(grouping: Self.pairs) { pair -> String in
      guard let first = pair.files.first else { return "bill" }
      if first.contains("\"csaf_version\"") { return "csaf" }
      if first.contains("\"NVD_CVE\"") { return "nvd" }
      if first.contains("\"CVE_RECORD\"") { return "cve" }
      return first.contains("\"affected\"") && first.contains("\"modified\"") ? "osv" : "other"
    }.mapValues(\.count)
    #expect(counts["csaf"] ?? 0 >= 50)
    #expect(counts["osv"] ?? 0 >= 50)
    #expect(counts["nvd"] ?? 0 >= 20)
    #expect(counts["cve"] ?? 0 >= 20)
  }
}
