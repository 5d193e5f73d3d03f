// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A vector of version 2.0 with its scores, computed in integers.
package struct CVSS2Vector: CVSSVector {
  package let selection: CVSSSelection

  private typealias Slot = CVSS2Metrics.Slot

  init(_ selection: CVSSSelection) { self.selection = selection }

  package var version: CVSSVersion { .v20 }

  package func with(_ selection: CVSSSelection) -> CVSS2Vector { CVSS2Vector(selection) }

  package var baseScore: Score { Score(tenths: base(impact: impact)) }

  /// Nil if no temporal metric is defined.
  package var temporalScore: Score? {
    guard selection.isAnyDefined(Slot.exploitability..<Slot.collateralDamage) else { return nil }
    return Score(tenths: temporal(base: base(impact: impact)))
  }

  /// Nil if no environmental metric is defined.
  package var environmentalScore: Score? {
    guard selection.isAnyDefined(Slot.collateralDamage..<Slot.availabilityRequirement + 1) else {
      return nil
    }
    // The formulas go on with a number below nothing, where a base score of its own would be 0.
    let adjusted = temporal(base: signedBase(impact: adjustedImpact))
    let damage = weight(Slot.collateralDamage, Self.damageWeights, 0)
    let distribution = weight(Slot.targetDistribution, Self.distributionWeights, 100)
    // Tenths of tenths, times hundredths: thousandths of a tenth.
    let value = (adjusted * 10 + (100 - adjusted) * damage) * distribution
    return Score(tenths: max(Self.rounded(value, 1000), 0))
  }

  package var score: Score { environmentalScore ?? temporalScore ?? baseScore }

  package var groupScores: [GroupScore] {
    var scores = [GroupScore(name: "base", score: baseScore)]
    if let score = temporalScore { scores.append(GroupScore(name: "temporal", score: score)) }
    if let score = environmentalScore {
      scores.append(GroupScore(name: "environmental", score: score))
    }
    return scores
  }

  package var exploitability: ExploitabilityLevel {
    ExploitabilityLevel(
      subscore: exploitabilitySubscore, of: Self.scale * 10,
      isUnproven: selection[Slot.exploitability] == 3)
  }

  // MARK: Weights

  // In tenths:
  private static let damageWeights = [5, 4, 3, 1, 0]
  // In hundredths:
  private static let distributionWeights = [100, 75, 25, 0]
  private static let requirementWeights = [151, 100, 50]
  private static let complexityWeights = [71, 61, 35]
  private static let exploitWeights = [100, 95, 90, 85]
  private static let remedyWeights = [100, 95, 90, 87]
  private static let confidenceWeights = [100, 95, 90]
  // In thousandths:
  private static let lossWeights = [660, 275, 0]
  private static let vectorWeights = [1000, 646, 395]
  private static let authenticationWeights = [704, 560, 450]

  // MARK: The equations, in units of 1e-17

  private static let scale = 100_000_000_000_000_000

  private func weight(_ slot: Int, _ weights: [Int], _ undefined: Int) -> Int {
    selection[slot].map { weights[$0] } ?? undefined
  }

  /// The loss of a property, in thousandths.
  private func loss(_ slot: Int) -> Int { weight(slot, Self.lossWeights, 0) }

  /// A requirement, in hundredths.
  private func requirement(_ slot: Int) -> Int { weight(slot, Self.requirementWeights, 100) }

  private var impact: Int {
    let kept =
      (1000 - loss(Slot.confidentiality)) * (1000 - loss(Slot.integrity))
      * (1000 - loss(Slot.availability))
    return 1041 * (1_000_000_000 - kept) * 1_000_000
  }

  private var adjustedImpact: Int {
    func kept(_ property: Int, _ requirement: Int) -> Int {
      100_000 - loss(property) * self.requirement(requirement)
    }
    let product =
      kept(Slot.confidentiality, Slot.confidentialityRequirement)
      * kept(Slot.integrity, Slot.integrityRequirement)
      * kept(Slot.availability, Slot.availabilityRequirement)
    return min(1041 * (1_000_000_000_000_000 - product), 10 * Self.scale)
  }

  private var exploitabilitySubscore: Int {
    let product =
      weight(Slot.accessVector, Self.vectorWeights, 0)
      * weight(Slot.accessComplexity, Self.complexityWeights, 0)
      * weight(Slot.authentication, Self.authenticationWeights, 0)
    return 20 * product * 1_000_000_000
  }

  /// The base score in tenths.
  private func base(impact: Int) -> Int { max(signedBase(impact: impact), 0) }

  /// The base score in tenths as the formula gives it, which is negative where little can be lost and hardly
  /// anybody can get at it.
  private func signedBase(impact: Int) -> Int {
    guard impact > 0 else { return 0 }
    let sum =
      6 * Int128(impact) + 4 * Int128(exploitabilitySubscore) - 15 * Int128(Self.scale)
    // The sum is in tenths of the unit, the factor 1.176 in thousandths.
    let denominator = Int128(1000) * Int128(Self.scale)
    let half = sum < 0 ? -denominator : denominator
    return Int((2 * sum * 1176 + half) / (2 * denominator))
  }

  /// The temporal score in tenths.
  private func temporal(base: Int) -> Int {
    let product =
      base * weight(Slot.exploitability, Self.exploitWeights, 100)
      * weight(Slot.remediationLevel, Self.remedyWeights, 100)
      * weight(Slot.reportConfidence, Self.confidenceWeights, 100)
    return Self.rounded(product, 1_000_000)
  }

  private static func rounded(_ value: Int, _ denominator: Int) -> Int {
    (2 * value + (value < 0 ? -denominator : denominator)) / (2 * denominator)
  }
}
