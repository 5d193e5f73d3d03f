// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// Finds the links that are missing in a model.
struct TraceGapFinder {
  private let model: Model
  private let threats: [AssessedThreat]
  private let links: TraceLinks
  private let measures: MeasureFinder
  private(set) var gaps: [TraceGap] = []

  init(
    _ model: Model, _ threats: [AssessedThreat], _ links: TraceLinks, _ measures: MeasureFinder
  ) {
    self.model = model
    self.threats = threats
    self.links = links
    self.measures = measures
    for (index, assessed) in threats.enumerated() { examine(assessed, index) }
    for control in links.controls { examine(control: control) }
    for requirement in links.requirements { examine(requirement: requirement) }
    for verification in links.verifications { examine(verification: verification) }
    if links.verifications.isEmpty { return }
    for id in links.controls + links.requirements
    where model.values(id, .verifiedBy).contains(where: { model.word($0) != nil }) {
      add(.undeclaredVerification, .declaration(id))
    }
  }

  private mutating func add(_ kind: TraceGap.Kind, _ place: TraceGap.Place) {
    gaps.append(TraceGap(kind: kind, place: place))
  }

  private mutating func examine(_ assessed: AssessedThreat, _ index: Int) {
    if assessed.isUntreated { return add(.untreatedThreat, .threat(index)) }
    if assessed.isToBeMitigated, !measures.isAnswered(assessed.threat) {
      return add(.mitigatedWithoutControl, .threat(index))
    }
    if assessed.lacksResidual { add(.missingResidual, .threat(index)) }
  }

  private mutating func examine(control: EntityID) {
    let answered = links.threats(answeredBy: control)
    if answered.isEmpty {
      add(.idleControl, .declaration(control))
    } else if !model.isInPlace(control: control),
      model.standing(ofControl: control) != "failed", answered.contains(where: restsOnPlans)
    {
      add(.plannedControl, .declaration(control))
    }
    if links.requirements(of: control).isEmpty {
      add(.controlWithoutRequirement, .declaration(control))
    }
  }

  /// Whether nothing but controls that are not in place answers a threat that waits for an answer.
  private func restsOnPlans(_ index: Int) -> Bool {
    let assessed = threats[index]
    return (assessed.isUntreated || assessed.isToBeMitigated)
      && !measures.isAnswered(assessed.threat)
  }

  private mutating func examine(requirement: EntityID) {
    if links.controls(satisfying: requirement).isEmpty {
      add(.unusedRequirement, .declaration(requirement))
    }
    if model.evidence(of: requirement).isEmpty {
      add(.requirementWithoutVerification, .declaration(requirement))
    }
  }

  private mutating func examine(verification: EntityID) {
    if links.subjects(of: verification).isEmpty {
      return add(.unusedVerification, .declaration(verification))
    }
    switch model.result(of: .declared(verification)) {
    case .passed: break
    case .planned: add(.plannedVerification, .declaration(verification))
    case .failed: add(.failedVerification, .declaration(verification))
    }
  }
}

extension AssessedThreat {
  /// Whether nobody and nothing deals with it, and the policy does not let it stay open.
  package var isUntreated: Bool {
    threat.status == .open && treatment == nil && isAcceptable != true
  }

  /// Whether a control or a property is to answer it.
  package var isToBeMitigated: Bool {
    switch threat.status {
    case .mitigated: true
    case .open: treatment == .mitigate || treatment == .eliminate
    case .accepted, .transferred, .avoided, .notApplicable: false
    }
  }

  /// Whether it was rated before measures, and not after.
  package var lacksResidual: Bool {
    guard threat.status == .mitigated else { return false }
    let isRatedBefore = initial != nil || initialExploitability != nil
    return isRatedBefore && residual == nil && residualExploitability == nil
  }
}
