// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMTestSupport
import Testing

/// Scores against tables of known results: our own choice, which covers every formula, every value of
/// every metric and all macrovectors, and the full tables where they lie beside the repository.
@Suite("CVSS scores as specified")
struct ConformanceTests {
  @Test("our own rows of CVSS 2.0") func second() throws {
    try Self.compareSecond(.init("cvss2.csv"))
  }

  @Test("our own rows of CVSS 3", arguments: ["cvss30.csv", "cvss31.csv"])
  func third(_ name: String) throws { try Self.compareThird(.init(name)) }

  @Test("our own rows of CVSS 4.0") func fourth() throws {
    try Self.compareFourth(.init("cvss40.csv"))
    try Self.compareScores(.init("cvss40-ties.csv"))
  }

  @Test("all 270 macrovectors, each by one of its most severe vectors") func macrovectors() throws {
    let table = try ScoreTable("cvss40-macrovectors.csv")
    #expect(Set(table.rows.map { $0["macrovector"] }).count == 270)
    try Self.compareScores(table)
    for row in table.rows { try Self.compareMacroVector(row) }
  }

  @Test(
    "our own rows have every value of every metric",
    arguments: [
      (CVSSVersion.v20, "cvss2.csv"), (.v30, "cvss30.csv"), (.v31, "cvss31.csv"),
      (.v40, "cvss40.csv"),
    ])
  func coverage(_ version: CVSSVersion, _ name: String) throws {
    let parts = Set(
      try ScoreTable(name).rows.flatMap { $0.vector.split(separator: "/").map(String.init) })
    for metric in version.metrics {
      let undefined = metric.isMandatory ? [] : [version.undefinedValue]
      for value in metric.values.map(\.name) + undefined {
        #expect(parts.contains("\(metric.name):\(value)"))
      }
    }
  }

  // MARK: The full tables

  @Test("all rows of the full tables", .enabled(if: ScoreTable.hasShared, "\(ScoreTable.skipped)"))
  func full() throws {
    func shared(_ name: String) throws -> ScoreTable {
      try ScoreTable(name, in: ScoreTable.sharedFolder)
    }
    try Self.compareSecond(shared("cvss2.csv"))
    try Self.compareThird(shared("cvss30.csv"))
    try Self.compareThird(shared("cvss31.csv"))
    try Self.compareFourth(shared("cvss40.csv"))
    try Self.compareScores(shared("cvss40-rounding-disputed.csv"))
    let tops = try shared("cvss40-macrovector-tops.csv")
    try Self.compareScores(tops)
    for row in tops.rows { try Self.compareMacroVector(row) }
    try Self.comparePublished(shared("cisa-published-v3.csv"))
    try Self.comparePublished(shared("cisa-icsma-medical.csv"))
    try Self.compareShuffled(shared("shuffled-order-v2-v3.csv"))
  }

  // MARK: Comparing

  private static func compareSecond(_ table: ScoreTable) throws {
    for row in table.rows {
      guard case .cvss2(let vector) = try ScoreVector(parsing: row.vector) else {
        Issue.record("\(row.vector) is not read as CVSS 2.0")
        continue
      }
      #expect(vector.baseScore.description == row["base"], "\(row.vector)")
      #expect(vector.temporalScore?.description ?? "" == row["temporal"], "\(row.vector)")
      #expect(vector.environmentalScore?.description ?? "" == row["environmental"], "\(row.vector)")
      let counts = ["environmental", "temporal", "base"].first { !row[$0].isEmpty }
      #expect(counts.map { row[$0] } == vector.score.description, "\(row.vector)")
    }
    table.report()
  }

  private static func compareThird(_ table: ScoreTable) throws {
    for row in table.rows {
      guard case .cvss3(let vector) = try ScoreVector(parsing: row.vector) else {
        Issue.record("\(row.vector) is not read as CVSS 3")
        continue
      }
      #expect(vector.baseScore.description == row["base"], "\(row.vector)")
      #expect(vector.temporalScore.description == row["temporal"], "\(row.vector)")
      #expect(vector.environmentalScore.description == row["environmental"], "\(row.vector)")
    }
    table.report()
  }

  private static func compareFourth(_ table: ScoreTable) throws {
    for row in table.rows {
      guard case .cvss4(let vector) = try ScoreVector(parsing: row.vector) else {
        Issue.record("\(row.vector) is not read as CVSS 4.0")
        continue
      }
      #expect(vector.score.description == row["score"], "\(row.vector)")
      #expect(vector.nomenclature == row["nomenclature"], "\(row.vector)")
      #expect(vector.macroVector.description == row["macrovector"], "\(row.vector)")
      #expect(vector.text == row.vector)
    }
    table.report()
  }

  private static func compareScores(_ table: ScoreTable) throws {
    for row in table.rows {
      let vector = try ScoreVector(parsing: row.vector)
      #expect(vector.score.description == row["score"], "\(row.vector)")
    }
    table.report()
  }

  private static func compareMacroVector(_ row: ScoreTable.Row) throws {
    let vector = try ScoreVector(parsing: row.vector).cvss as? CVSS4Vector
    #expect(vector?.macroVector.description == row["macrovector"], "\(row.vector)")
  }

  /// Base scores and severities that an authority has published.
  private static func comparePublished(_ table: ScoreTable) throws {
    var count = 0
    for row in table.rows where row.vector.hasPrefix("CVSS:3") {
      guard case .cvss3(let vector) = try ScoreVector(parsing: row.vector) else { continue }
      let severity = SeverityBand(vector.baseScore, vector.version.scheme)
      #expect(vector.baseScore.description == row["base"], "\(row.vector)")
      #expect(severity.rawValue == row["severity"].lowercased(), "\(row.vector)")
      count += 1
    }
    #expect(count == table.rows.count)
    table.report("published base scores and severities agree")
  }

  private static func compareShuffled(_ table: ScoreTable) throws {
    for row in table.rows {
      let vector = try ScoreVector(parsing: row.vector)
      #expect(vector.text == row["canonical"])
      let scores = try #require(vector.cvss).groupScores.map(\.score.description)
      #expect(scores.first == row["base"], "\(row.vector)")
      #expect(scores.contains(vector.score.description))
      #expect(try ScoreVector(parsing: vector.text) == vector)
    }
    table.report("in any order are read as their canonical text")
  }
}
