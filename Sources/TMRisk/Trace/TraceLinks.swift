// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The links between threats, controls, requirements and verifications, in both directions.
package struct TraceLinks: Sendable {
  /// By path, so that nothing depends on where they are declared.
  package let controls: [EntityID]
  package let requirements: [EntityID]
  package let verifications: [EntityID]
  private let model: Model
  private var satisfying: [EntityID: [EntityID]] = [:]
  private var verified: [EntityID: [EntityID]] = [:]
  private var answered: [EntityID: [Int]] = [:]

  package init(_ model: Model, _ threats: [AssessedThreat]) {
    self.model = model
    let sorted = { (keyword: Keyword) in
      model.all(keyword).sorted { model.path($0) < model.path($1) }
    }
    controls = sorted(.control)
    requirements = sorted(.requirement)
    verifications = sorted(.verification)
    for control in controls {
      for requirement in model.references(control, .satisfies) {
        satisfying[requirement, default: []].append(control)
      }
    }
    for subject in controls + requirements {
      for case .declared(let verification) in model.evidence(of: subject) {
        verified[verification, default: []].append(subject)
      }
    }
    for (index, assessed) in threats.enumerated() {
      for control in assessed.threat.controls { answered[control, default: []].append(index) }
    }
  }

  /// The requirements that a control satisfies, by path.
  package func requirements(of control: EntityID) -> [EntityID] {
    let found = model.references(control, .satisfies)
    return found.count < 2 ? found : Set(found).sorted { model.path($0) < model.path($1) }
  }

  /// The controls that satisfy a requirement.
  package func controls(satisfying requirement: EntityID) -> [EntityID] {
    satisfying[requirement] ?? []
  }

  /// The controls and requirements that name a verification.
  package func subjects(of verification: EntityID) -> [EntityID] { verified[verification] ?? [] }

  /// The threats that list a control, planned or not, by their places in the register.
  package func threats(answeredBy control: EntityID) -> [Int] { answered[control] ?? [] }
}
