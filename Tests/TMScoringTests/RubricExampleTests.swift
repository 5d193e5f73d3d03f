// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMTestSupport
import Testing

/// The answers of the infusion pump example, held against what was published.
@Suite("The rubric on eight published vulnerabilities")
struct RubricExampleTests {
  private static let path = "examples/infusion-pump/alaris-rubric.txt"

  /// The vectors of the advisory ICSMA-23-194-01, with their scores.
  private static let published: [(String, String, String)] = [
    ("CVE-2023-30559", "AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:H", "5.2"),
    ("CVE-2023-30560", "AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "6.8"),
    ("CVE-2023-30561", "AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H", "6.1"),
    ("CVE-2023-30562", "AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H", "6.7"),
    ("CVE-2023-30563", "AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:L/A:N", "8.2"),
    ("CVE-2023-30564", "AV:A/AC:L/PR:L/UI:R/S:C/C:H/I:L/A:N", "6.9"),
    ("CVE-2023-30565", "AV:A/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N", "3.5"),
    ("CVE-2018-1285", "AV:L/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:L", "3.0"),
  ]

  @Test("each vector is the published one, or the record says why not")
  func explained() throws {
    let file = RubricFile(Array(try Repository.text(Self.path).utf8))
    #expect(file.faults == [])
    #expect(file.records.map(\.id) == Self.published.map(\.0))
    for (record, (id, vector, score)) in zip(file.records, Self.published) {
      #expect(record.published?.text == "CVSS:3.0/" + vector, "\(id)")
      #expect(record.published?.baseScore.description == score, "\(id)")
      for scheme in [ScoringScheme.cvss30, .cvss31] {
        let evaluation = try #require(RubricEvaluation(record, scheme))
        #expect(evaluation.vector.version.scheme == scheme)
        #expect(!evaluation.isUnexplained, "\(id)")
        let agrees = evaluation.result.vector(.cvss30) == "CVSS:3.0/" + vector
        #expect(agrees == evaluation.differences.isEmpty, "\(id)")
        #expect(agrees || !record.because.isEmpty, "\(id)")
      }
    }
  }

  @Test("a difference names the metric and both values; without a reason it is unexplained")
  func difference() throws {
    let file = RubricFile(Array(try Repository.text(Self.path).utf8))
    var record = try #require(file.records.first { $0.id == "CVE-2023-30565" })
    record.because = []
    let evaluation = try #require(RubricEvaluation(record, .cvss30))
    #expect(evaluation.isUnexplained)
    #expect(evaluation.differences.map(\.metric) == [.attackVector, .privilegesRequired])
    #expect(evaluation.differences.map(\.rubric) == ["N", "N"])
    #expect(evaluation.differences.map(\.published) == ["A", "L"])
    record.published = nil
    #expect(RubricEvaluation(record, .cvss30)?.differences == [])
    record.answers[.usesNetwork] = nil
    #expect(RubricEvaluation(record, .cvss30) == nil)
  }
}
