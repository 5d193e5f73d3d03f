// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMScoring

@Suite("CVSS vectors")
struct CVSSVectorTests {
  @Test(
    "the score that counts is that of the most specific group that is defined",
    arguments: [
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "9.8", ["base"]),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U", "9.0", ["base", "temporal"]),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X/MAV:X", "9.8", ["base"]),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MAV:P", "6.8", ["base", "environmental"]),
      // The environmental equation of 3.1 gives 9.1 here; without such a metric it does not count.
      ("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:H/A:H", "9.0", ["base"]),
      ("AV:N/AC:L/Au:N/C:P/I:P/A:P/E:ND/TD:ND", "7.5", ["base"]),
      ("AV:N/AC:L/Au:N/C:P/I:P/A:P/TD:N", "0.0", ["base", "environmental"]),
    ])
  func counts(_ text: String, _ score: String, _ groups: [String]) throws {
    let vector = try ScoreVector(parsing: text)
    #expect(vector.score.description == score)
    #expect(vector.cvss?.groupScores.map(\.name) == groups)
  }

  @Test(
    "the bands are those of the version",
    arguments: [
      (0, SeverityBand.none, SeverityBand.low), (1, .low, .low), (39, .low, .low),
      (40, .medium, .medium), (69, .medium, .medium), (70, .high, .high), (89, .high, .high),
      (90, .critical, .high), (100, .critical, .high),
    ])
  func bands(_ tenths: Int, _ third: SeverityBand, _ second: SeverityBand) {
    #expect(SeverityBand(Score(tenths: tenths), .cvss31) == third)
    #expect(SeverityBand(Score(tenths: tenths), .cvss40) == third)
    #expect(SeverityBand(Score(tenths: tenths), .cvss20) == second)
  }

  @Test(
    "how easily a threat is carried out",
    arguments: [
      ("AV:N/AC:L/Au:N/C:P/I:P/A:P", ExploitabilityLevel.high),
      ("AV:N/AC:L/Au:N/C:P/I:P/A:P/E:U", .medium), ("AV:L/AC:L/Au:N/C:P/I:P/A:P", .medium),
      ("AV:L/AC:H/Au:M/C:C/I:C/A:C", .low),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N", .high),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N/MAV:L", .medium),
      ("CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U", .low),
      ("CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", .low),
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N", .high),
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U", .medium),
      ("CVSS:4.0/AV:P/AC:H/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P", .low),
    ])
  func exploitability(_ text: String, _ level: ExploitabilityLevel) throws {
    #expect(try ScoreVector(parsing: text).exploitability == level)
  }

  @Test(
    "a contribution is what the score loses when the text says the most harmless value",
    arguments: ["cvss2.csv", "cvss31.csv", "cvss40.csv"])
  func contributions(_ name: String) throws {
    var compared = 0
    for row in try ScoreTable(name).rows.prefix(40) {
      let vector = try #require(try ScoreVector(parsing: row.vector).cvss)
      for contribution in vector.contributions {
        let (metric, value) = (contribution.choice.metric, contribution.choice.value)
        let part = "/\(metric.name):\(try #require(value).name)/"
        let harmless = "/\(metric.name):\(contribution.harmless.name)/"
        let text = "/\(row.vector)/".replacing(part, with: harmless).dropFirst().dropLast()
        let without = try ScoreVector(parsing: String(text)).score
        #expect(contribution.scoreWithout == without, "\(metric.name) of \(row.vector)")
        #expect(contribution.fall.tenths == vector.score.tenths - without.tenths)
        compared += 1
      }
    }
    #expect(compared > 300)
  }

  @Test("two vectors of one version are compared metric by metric") func comparison() throws {
    let before = try #require(
      try ScoreVector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").cvss)
    let after = try #require(
      try ScoreVector(parsing: "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N/E:P").cvss)
    let comparison = try #require(CVSSComparison(before, after))
    #expect(comparison.changes.map(\.metric.name) == ["AV", "A", "E"])
    #expect(comparison.changes.map { $0.before?.name } == ["N", "H", nil])
    #expect(comparison.changes.map { $0.after?.name } == ["A", "N", "P"])
    #expect(comparison.changes.map { $0.alone?.description } == ["-1.0", "-0.7", "-0.5"])
    #expect(comparison.difference.tenths == after.score.tenths - before.score.tenths)
    let other = try #require(
      try ScoreVector(parsing: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").cvss)
    #expect(CVSSComparison(before, other) == nil)
  }

  @Test(
    "the most severe vectors of a macrovector all lie at its score",
    .enabled(if: ScoreTable.hasShared, "\(ScoreTable.skipped)"))
  func tops() throws {
    let table = try ScoreTable("cvss40-macrovector-tops.csv", in: ScoreTable.sharedFolder)
    for row in table.rows { #expect(row["score"] == row["macrovector_score"]) }
  }

  @Test("no score of a changed scope lies where the error of the powers could decide")
  func margins() {
    // The kept parts of three properties, alone and weighed by the requirements.
    let alone = [44, 78, 100]
    let weighed = Set([56, 22, 0].flatMap { impact in [15, 10, 5].map { 1000 - impact * $0 } })
    let kept = weighed.sorted()
    var losses = Set<Int>()
    for c in alone {
      for i in alone { for a in alone { losses.insert(CVSS3Equations.loss(c, i, a, unit: 100)) } }
    }
    for c in kept {
      for i in kept {
        for a in kept { losses.insert(min(CVSS3Equations.loss(c, i, a, unit: 1000), 915_000_000)) }
      }
    }
    var reaches = Set<Int>()
    for vector in [85, 62, 55, 20] {
      for complexity in [77, 44] {
        for privileges in [85, 68, 50] {
          for interaction in [85, 62] {
            reaches.insert(
              CVSS3Equations.exploitability(vector, complexity, privileges, interaction))
          }
        }
      }
    }
    let step = CVSS3Equations.unit / 100_000
    var least = step
    for loss in losses.sorted() where loss > 0 {
      for scope in [CVSS3Equations.Scope.changed, .changedInEnvironment] {
        let impact = CVSS3Equations.impact(loss, scope)
        for reach in reaches.sorted() {
          let sum = (impact + reach) / 25 * 27
          guard sum < 10 * CVSS3Equations.unit else { continue }
          // Appendix A rounds to 1e-5 first: halves of that step are where the error could decide.
          least = min(least, abs(sum % step - step / 2))
        }
      }
    }
    // The subscores are within 1e-15, which is 100 units; the nearest half is far beyond.
    #expect(least > 10_000, "\(least)")
  }
}
