// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A vector of version 3.0 or 3.1 with its scores.
package struct CVSS3Vector: CVSSVector {
  package let version: CVSSVersion
  package let selection: CVSSSelection

  private typealias Slot = CVSS3Metrics.Slot

  init(_ version: CVSSVersion, _ selection: CVSSSelection) {
    self.version = version
    self.selection = selection
  }

  package func with(_ selection: CVSSSelection) -> CVSS3Vector { CVSS3Vector(version, selection) }

  package var baseScore: Score {
    Score(
      tenths: CVSS3Equations.score(impact: baseImpact, baseExploitability, scopeChanged: baseScope))
  }

  /// Equal to the base score if no temporal metric is defined.
  package var temporalScore: Score { Score(tenths: temporal(of: baseScore.tenths)) }

  /// As the equations give it, also where no environmental metric is defined: in version 3.1 it can
  /// differ from the temporal score then.
  package var environmentalScore: Score {
    let inner = CVSS3Equations.score(
      impact: modifiedImpact, modifiedExploitability, scopeChanged: modifiedScope)
    return Score(tenths: temporal(of: inner))
  }

  package var definesTemporal: Bool {
    selection.isAnyDefined(Slot.exploitMaturity..<Slot.confidentialityRequirement)
  }

  package var definesEnvironmental: Bool {
    selection.isAnyDefined(Slot.confidentialityRequirement..<CVSS3Metrics.all.count)
  }

  package var score: Score { definesEnvironmental ? environmentalScore : temporalScore }

  package var groupScores: [GroupScore] {
    var scores = [GroupScore(name: "base", score: baseScore)]
    if definesTemporal { scores.append(GroupScore(name: "temporal", score: temporalScore)) }
    if definesEnvironmental {
      scores.append(GroupScore(name: "environmental", score: environmentalScore))
    }
    return scores
  }

  package var exploitability: ExploitabilityLevel {
    // The largest: 0.85, 0.77, 0.85 and 0.85.
    ExploitabilityLevel(
      subscore: modifiedExploitability, of: CVSS3Equations.exploitability(85, 77, 85, 85),
      isUnproven: selection[Slot.exploitMaturity] == 3)
  }

  // MARK: Weights, in hundredths unless they say otherwise

  private static let vectorWeights = [85, 62, 55, 20]
  private static let complexityWeights = [77, 44]
  private static let privilegeWeights = [85, 62, 27]
  private static let privilegeWeightsAcrossScopes = [85, 68, 50]
  private static let interactionWeights = [85, 62]
  private static let impactWeights = [56, 22, 0]
  private static let maturityWeights = [100, 97, 94, 91]
  private static let remedyWeights = [100, 97, 96, 95]
  private static let confidenceWeights = [100, 96, 92]
  /// In tenths.
  private static let requirementWeights = [15, 10, 5]

  /// The index of a base metric's value.
  private func base(_ slot: Int) -> Int { selection[slot] ?? 0 }

  /// The index of the value that counts in the environment.
  private func modified(_ slot: Int) -> Int {
    selection[slot + CVSS3Metrics.modification] ?? base(slot)
  }

  private var baseScope: Bool { base(Slot.scope) == 0 }
  private var modifiedScope: Bool { modified(Slot.scope) == 0 }

  private var baseImpact: Int {
    let lost = CVSS3Equations.loss(
      100 - Self.impactWeights[base(Slot.confidentiality)],
      100 - Self.impactWeights[base(Slot.integrity)],
      100 - Self.impactWeights[base(Slot.availability)], unit: 100)
    return CVSS3Equations.impact(lost, baseScope ? .changed : .unchanged)
  }

  private var modifiedImpact: Int {
    func kept(_ property: Int, _ requirement: Int) -> Int {
      1000 - Self.impactWeights[modified(property)]
        * (selection[requirement].map { Self.requirementWeights[$0] } ?? 10)
    }
    let lost = CVSS3Equations.loss(
      kept(Slot.confidentiality, Slot.confidentialityRequirement),
      kept(Slot.integrity, Slot.integrityRequirement),
      kept(Slot.availability, Slot.availabilityRequirement), unit: 1000)
    let capped = min(lost, 915_000_000)
    guard modifiedScope else { return CVSS3Equations.impact(capped, .unchanged) }
    return CVSS3Equations.impact(capped, version == .v31 ? .changedInEnvironment : .changed)
  }

  private var baseExploitability: Int { exploitability(baseScope, base) }
  private var modifiedExploitability: Int { exploitability(modifiedScope, modified) }

  private func exploitability(_ scopeChanged: Bool, _ index: (Int) -> Int) -> Int {
    let privileges = scopeChanged ? Self.privilegeWeightsAcrossScopes : Self.privilegeWeights
    return CVSS3Equations.exploitability(
      Self.vectorWeights[index(Slot.attackVector)],
      Self.complexityWeights[index(Slot.attackComplexity)],
      privileges[index(Slot.privilegesRequired)],
      Self.interactionWeights[index(Slot.userInteraction)])
  }

  /// A score in tenths after the temporal metrics.
  private func temporal(of tenths: Int) -> Int {
    guard definesTemporal else { return tenths }
    let product =
      tenths * (selection[Slot.exploitMaturity].map { Self.maturityWeights[$0] } ?? 100)
      * (selection[Slot.remediationLevel].map { Self.remedyWeights[$0] } ?? 100)
      * (selection[Slot.reportConfidence].map { Self.confidenceWeights[$0] } ?? 100)
    return CVSS3Equations.roundedUp(product, unit: 10_000_000)
  }
}
