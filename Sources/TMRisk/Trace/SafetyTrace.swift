// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the security side hands over to the safety risk file: the threats that can lead to each
/// hazard, and the controls that have an effect on safety themselves.
///
/// Severity of harm and security score stay two values: nothing here combines them.
package struct SafetyTrace: Sendable {
  /// A hazard of the safety risk file.
  package struct Entry: Sendable {
    package let hazard: EntityID
    /// The threats that can lead to it, in the order of the register.
    package let threats: [AssessedThreat]
  }

  /// A control that affects safety: by a hazard it names, or by risks it brings.
  package struct Effect: Sendable {
    package let control: EntityID
    /// The hazards it has an effect on, by path.
    package let hazards: [EntityID]
    /// The risks it brings, or why it brings none.
    package let newRisks: String?
  }

  /// Every declared hazard, by path.
  package let entries: [Entry]
  /// By the path of the control.
  package let effects: [Effect]

  package init(_ model: Model, _ risks: RiskRegister) {
    var byHazard: [EntityID: [AssessedThreat]] = [:]
    for assessed in risks.threats {
      for hazard in assessed.hazards { byHazard[hazard, default: []].append(assessed) }
    }
    let isBefore = { (left: EntityID, right: EntityID) in model.path(left) < model.path(right) }
    entries = model.all(.hazard).sorted(by: isBefore).map { hazard in
      Entry(hazard: hazard, threats: byHazard[hazard] ?? [])
    }
    effects = model.all(.control).sorted(by: isBefore).compactMap { control in
      let hazards = Set(model.references(control, .safetyImpact)).sorted(by: isBefore)
      let newRisks = model.text(control, .newRisks)
      if hazards.isEmpty, newRisks == nil { return nil }
      return Effect(control: control, hazards: hazards, newRisks: newRisks)
    }
  }
}
