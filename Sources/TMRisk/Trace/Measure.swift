// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// What answers a threat: a control, or a property of the system.
package enum Measure: Hashable, Sendable {
  case control(EntityID)
  /// The condition of the threat template that holds.
  case property(SourceRange)
}

/// Finds what answers threats.
package struct MeasureFinder: Sendable {
  private let model: Model
  private let evaluator: Evaluator

  package init(_ model: Model) {
    self.model = model
    evaluator = Evaluator(model)
  }

  /// The controls of a threat, planned ones included, and the property that answers it where no
  /// control in place does.
  package func measures(for threat: Threat) -> [Measure] {
    let controls = threat.controls.map(Measure.control)
    return property(answering: threat).map { controls + [.property($0)] } ?? controls
  }

  /// Whether a control in place or a property answers a threat.
  package func isAnswered(_ threat: Threat) -> Bool {
    threat.controls.contains { model.isInPlace(control: $0) } || property(answering: threat) != nil
  }

  private func property(answering threat: Threat) -> SourceRange? {
    if threat.controls.contains(where: { model.isInPlace(control: $0) }) { return nil }
    guard let answers = threat.template?.answers else { return nil }
    switch threat.reason {
    case .property(let index): return answers[index].range
    case .unanswered, .control, .refused: return nil
    case .triage, .decision, .unapproved, .expired:
      return answers.first { evaluator.holds($0, for: threat.subject) }?.range
    }
  }
}
