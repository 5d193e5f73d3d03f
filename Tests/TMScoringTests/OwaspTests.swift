// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("OWASP Risk Rating")
struct OwaspTests {
  private static let likelihood = "SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1"
  private static let technical = "LC:2/LI:1/LAV:1/LAC:1"
  private static let business = "FD:1/RD:1/NC:2/PV:3"

  @Test("all at the least is a Note; the forms of calculators are read")
  func forms() throws {
    let text = "\(Self.likelihood)/\(Self.technical)/\(Self.business)"
    for form in ["OWASP/\(text)", "(\(text))", text] {
      let vector = try OwaspVector(form)
      #expect(vector.likelihood.description == "1.000")
      #expect(vector.technicalImpact?.description == "1.250")
      #expect(vector.businessImpact?.description == "1.750")
      #expect(vector.overallSeverity == .note && vector.severity == .none)
      #expect(vector.score.description == "0.0")
      #expect(vector.description == "OWASP/\(text)")
    }
  }

  @Test("the example of the methodology: likelihood 4.375, impacts 7.250 and 2.250")
  func worked() throws {
    let likelihood = "OWASP/SL:5/M:4/O:7/S:2/ED:3/EE:3/A:6/ID:9"
    // Its likelihood there is 4.375 from 5 2 7 1 3 6 9 2, which are not all values of its own lists.
    let technical = try OwaspVector("\(likelihood)/LC:9/LI:7/LAV:5/LAC:7")
    #expect(technical.likelihood.description == "4.875")
    #expect(technical.likelihood.level == .medium)
    #expect(technical.impact.description == "7.000" && technical.impact.level == .high)
    #expect(technical.severity == .high)
    let both = try OwaspVector("\(likelihood)/LC:9/LI:7/LAV:5/LAC:7/FD:1/RD:1/NC:2/PV:3")
    #expect(both.impact == both.businessImpact)
    #expect(both.severity == .low, "the business impact counts where it is known")
    #expect(both.businessImpact?.description == "1.750")
  }

  @Test("either impact alone is enough")
  func oneImpact() throws {
    let business = try OwaspVector("OWASP/\(Self.likelihood)/\(Self.business)")
    #expect(business.technicalImpact == nil && business.impact == business.businessImpact)
    let technical = try OwaspVector("OWASP/\(Self.likelihood)/\(Self.technical)")
    #expect(technical.businessImpact == nil && technical.impact == technical.technicalImpact)
    #expect(technical[.financialDamage] == nil && technical[.skillLevel] == 1)
  }

  @Test(
    "the severity matrix",
    arguments: [
      (OwaspLevel.high, [OwaspSeverity.medium, .high, .critical]),
      (.medium, [.low, .medium, .high]), (.low, [.note, .low, .medium]),
    ])
  func matrix(_ impact: OwaspLevel, _ severities: [OwaspSeverity]) {
    #expect(
      OwaspLevel.allCases.map { OwaspSeverity(likelihood: $0, impact: impact) } == severities)
  }

  @Test("the score lies in the band of the severity and reaches both ends")
  func score() throws {
    // Means below and at the limits of each level, by the values that exist.
    let likelihoods: [(String, OwaspLevel)] = [
      ("SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1", .low), ("SL:1/M:1/O:0/S:2/ED:7/EE:3/A:1/ID:8", .low),
      ("SL:3/M:1/O:0/S:2/ED:7/EE:3/A:1/ID:8", .medium),
      ("SL:9/M:9/O:7/S:6/ED:3/EE:1/A:4/ID:8", .medium),
      ("SL:9/M:9/O:7/S:6/ED:3/EE:5/A:1/ID:8", .high),
      ("SL:9/M:9/O:9/S:9/ED:9/EE:9/A:9/ID:9", .high),
    ]
    let impacts: [(String, OwaspLevel)] = [
      ("LC:2/LI:1/LAV:1/LAC:1", .low), ("LC:2/LI:3/LAV:5/LAC:1", .low),
      ("LC:2/LI:1/LAV:1/LAC:9", .medium), ("LC:2/LI:5/LAV:7/LAC:9", .medium),
      ("LC:6/LI:9/LAV:9/LAC:1", .high), ("LC:9/LI:9/LAV:9/LAC:9", .high),
    ]
    for (likelihood, likelihoodLevel) in likelihoods {
      for (impact, impactLevel) in impacts {
        let vector = try OwaspVector("OWASP/\(likelihood)/\(impact)")
        #expect(vector.likelihood.level == likelihoodLevel, "\(likelihood)")
        #expect(vector.impact.level == impactLevel, "\(impact)")
        let band: ClosedRange<Int> =
          switch vector.overallSeverity {
          case .note: 0...0
          case .low: 1...39
          case .medium: 40...69
          case .high: 70...89
          case .critical: 90...100
          }
        #expect(band.contains(vector.score.tenths), "\(vector) \(vector.score)")
      }
    }
    let worst = try OwaspVector("OWASP/\(likelihoods[5].0)/\(impacts[5].0)")
    #expect(worst.score == Score(tenths: 100) && worst.severity == .critical)
  }

  @Test(
    "a fault names what is wrong, where, and what would be right",
    arguments: [
      ("", "the vector has no metrics", 0..<0, "`SL:3`"),
      ("OWASP/", "the vector has no metrics", 6..<6, "`SL:3`"),
      ("OWASP/SL:2", "`SL` cannot be `2`", 9..<10, "3 (some technical skills)"),
      ("OWASP/SL:", "`SL` has no value", 9..<9, "9 (security penetration skills)"),
      ("OWASP/sl:1", "OWASP Risk Rating has no metric `sl`", 6..<10, "write `SL`"),
      ("OWASP/Q:1", "OWASP Risk Rating has no metric `Q`", 6..<9, "`SL`, `M`, `O`"),
      ("(SL:1", "the parenthesis is not closed", 5..<5, "`)`"),
      ("SL:1/SL:1", "`SL` stands twice", 5..<9, "leave one"),
      (
        "SL:1/M:1", "`O`, `S`, `ED`, `EE`, `A` and `ID` of the likelihood are missing", 8..<8,
        "`O` is opportunity"
      ),
      (
        "OWASP/" + likelihood, "`LC`, `LI`, `LAV` and `LAC` of the technical impact are missing",
        41..<41, "loss of confidentiality"
      ),
      (
        "(\(likelihood)/\(technical)/FD:1)",
        "`RD`, `NC` and `PV` of the business impact are missing", 63..<63, "reputation damage"
      ),
      (
        "OWASP/\(likelihood)/\(business)/LC:2",
        "`LI`, `LAV` and `LAC` of the technical impact are missing", 66..<66, "loss of integrity"
      ),
    ])
  func fault(_ text: String, _ message: String, _ range: Range<Int>, _ help: String) throws {
    let fault = try #require(throws: VectorFault.self) { try OwaspVector(text) }
    #expect(fault.message == message)
    #expect(fault.range == range)
    #expect(fault.help.contains(help), "\(fault.help)")
  }

  @Test("no value but those of the methodology is legal", arguments: OwaspFactor.allCases)
  func values(_ factor: OwaspFactor) throws {
    let all = OwaspFactor.allCases
    let legal = factor.values.map(\.points)
    for points in 0...10 {
      let fields = all.map { "\($0.rawValue):\($0 == factor ? points : $0.values[0].points)" }
      let vector = try? OwaspVector("OWASP/" + fields.joined(separator: "/"))
      #expect((vector != nil) == legal.contains(points), "\(factor) \(points)")
      if let vector { #expect(vector[factor] == points) }
    }
  }
}
