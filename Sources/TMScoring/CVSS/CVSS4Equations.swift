// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The scoring of version 4.0 in integers, from FIRST's specification document.
///
/// Each metric is its number of steps below its most severe value, with the modified metrics in place of
/// the base ones. The score is that of the macrovector, less the mean over its equivalence classes of
/// (difference to the class below) x (steps below the top of the class) / (depth of the class).
struct CVSS4Equations {
  private typealias Slot = CVSS4Metrics.Slot

  private let attackVector: Int
  private let privileges: Int
  private let interaction: Int
  private let complexity: Int
  private let requirements: Int
  /// Of the vulnerable system: confidentiality, integrity, availability.
  private let impact: Triple
  private let requirement: Triple
  /// Of subsequent systems, where 0 of integrity and availability is safety; confidentiality is
  /// counted from 1 like them.
  private let subsequent: Triple
  private let maturity: Int

  private struct Triple {
    let c: Int
    let i: Int
    let a: Int

    var sum: Int { c + i + a }

    init(_ c: Int, _ i: Int, _ a: Int) {
      self.c = c
      self.i = i
      self.a = a
    }
  }

  init(_ vector: CVSS4Vector) {
    let selection = vector.selection
    func value(_ slot: Int) -> Int {
      selection[slot + CVSS4Metrics.modification] ?? selection[slot] ?? 0
    }
    // The modified metrics begin with safety, the base ones below it.
    func belowSafety(_ slot: Int) -> Int {
      selection[slot + CVSS4Metrics.modification] ?? (selection[slot] ?? 0) + 1
    }
    attackVector = value(Slot.attackVector)
    privileges = value(Slot.privilegesRequired)
    interaction = value(Slot.userInteraction)
    complexity = value(Slot.attackComplexity)
    requirements = value(Slot.attackRequirements)
    impact = Triple(
      value(Slot.vulnerableConfidentiality), value(Slot.vulnerableIntegrity),
      value(Slot.vulnerableAvailability))
    requirement = Triple(
      selection[Slot.confidentialityRequirement] ?? 0, selection[Slot.integrityRequirement] ?? 0,
      selection[Slot.availabilityRequirement] ?? 0)
    subsequent = Triple(
      value(Slot.subsequentConfidentiality) + 1, belowSafety(Slot.subsequentIntegrity),
      belowSafety(Slot.subsequentAvailability))
    maturity = selection[Slot.exploitMaturity] ?? 0
  }

  var macroVector: CVSS4MacroVector {
    CVSS4MacroVector(eq1: eq1, eq2: eq2, eq3: eq3, eq4: eq4, eq5: UInt8(maturity), eq6: eq6)
  }

  private var eq1: UInt8 {
    if attackVector == 0, privileges == 0, interaction == 0 { return 0 }
    let isAnyNone = attackVector == 0 || privileges == 0 || interaction == 0
    return isAnyNone && attackVector != 3 ? 1 : 2
  }

  private var eq2: UInt8 { complexity == 0 && requirements == 0 ? 0 : 1 }

  private var eq3: UInt8 {
    if impact.c == 0, impact.i == 0 { return 0 }
    return impact.c == 0 || impact.i == 0 || impact.a == 0 ? 1 : 2
  }

  private var eq4: UInt8 {
    if subsequent.i == 0 || subsequent.a == 0 { return 0 }
    return subsequent.c == 1 || subsequent.i == 1 || subsequent.a == 1 ? 1 : 2
  }

  private var eq6: UInt8 {
    let isNeeded =
      requirement.c == 0 && impact.c == 0 || requirement.i == 0 && impact.i == 0
      || requirement.a == 0 && impact.a == 0
    return isNeeded ? 0 : 1
  }

  private var hasNoImpact: Bool {
    impact.c == 2 && impact.i == 2 && impact.a == 2 && subsequent.c == 3 && subsequent.i == 3
      && subsequent.a == 3
  }

  /// A multiple of all depths.
  private static let commonDepth = 840

  private static let reachDepths = [1, 4, 5]
  private static let reachTops = [0, 1, 3]
  private static let subsequentDepths = [6, 5, 4]
  private static let subsequentTops = [1, 3, 6]

  /// The score in tenths.
  var tenths: Int {
    if hasNoImpact { return 0 }
    let vector = macroVector
    let index = CVSS4Lookup.index(vector)
    let value = CVSS4Lookup.score(at: index)
    var classes = 0
    var taken = 0
    func take(below lower: Int, steps: Int, depth: Int) {
      classes += 1
      taken += (value - lower) * steps * (Self.commonDepth / depth)
    }
    if vector.eq1 < 2 {
      take(
        below: CVSS4Lookup.score(at: index + CVSS4Lookup.Step.eq1), steps: reachSteps(vector),
        depth: Self.reachDepths[Int(vector.eq1)])
    }
    if vector.eq2 < 1 {
      take(
        below: CVSS4Lookup.score(at: index + CVSS4Lookup.Step.eq2),
        steps: requirementSteps(vector), depth: 1)
    }
    if let below = CVSS4Lookup.belowImpact(vector, index) {
      let lower = max(CVSS4Lookup.score(at: below.0), CVSS4Lookup.score(at: below.1))
      take(below: lower, steps: impactSteps(vector), depth: Self.impactDepth(vector))
    }
    if vector.eq4 < 2 {
      take(
        below: CVSS4Lookup.score(at: index + CVSS4Lookup.Step.eq4),
        steps: subsequentSteps(vector), depth: Self.subsequentDepths[Int(vector.eq4)])
    }
    if vector.eq5 < 2 {
      take(below: CVSS4Lookup.score(at: index + CVSS4Lookup.Step.eq5), steps: 0, depth: 1)
    }
    guard classes > 0 else { return value }
    let unit = Self.commonDepth * classes
    // Halves round up, which exact numbers decide and floating-point ones do not.
    return max(2 * (value * unit - taken) + unit, 0) / (2 * unit)
  }

  /// The steps from the top of the class of EQ3 and EQ6 to its bottom.
  private static func impactDepth(_ vector: CVSS4MacroVector) -> Int {
    switch (vector.eq3, vector.eq6) {
    case (0, 0): 7
    case (0, _): 6
    case (1, _): 8
    default: 10
    }
  }
}

// MARK: - Steps below the top of a class

// A class can have several highest vectors, of which the specification takes the first that no metric is
// above. All of one class lie equally many steps below the overall top, so that the sum of the steps
// less that constant is the distance whichever it is.
extension CVSS4Equations {
  private func reachSteps(_ vector: CVSS4MacroVector) -> Int {
    attackVector + privileges + interaction - Self.reachTops[Int(vector.eq1)]
  }

  private func requirementSteps(_ vector: CVSS4MacroVector) -> Int {
    complexity + requirements - Int(vector.eq2)
  }

  private func impactSteps(_ vector: CVSS4MacroVector) -> Int {
    let sum = impact.sum + requirement.sum
    switch (vector.eq3, vector.eq6) {
    case (0, 0): return sum
    case (1, 0): return sum - 1
    default: return sum - 3
    }
  }

  private func subsequentSteps(_ vector: CVSS4MacroVector) -> Int {
    subsequent.sum - Self.subsequentTops[Int(vector.eq4)]
  }
}
