// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Evaluators for the conditions of templates: how often a flow has the threat of a template decides
/// what its condition sees of a connection that several flows share.
struct TemplateEvaluators {
  /// Sees all that goes over a connection, in both directions.
  let connection: Evaluator
  /// Sees what goes in the direction of the subject.
  let direction: Evaluator
  /// Sees of each flow only what it carries itself.
  private let flow: Evaluator

  init(_ model: Model) {
    connection = Evaluator(model)
    direction = Evaluator(model, sight: .direction)
    flow = Evaluator(model, sight: .flow)
  }

  /// The evaluator for what a template asks of a subject of some kind.
  subscript(_ ways: ThreatTemplate.Ways, of keyword: Keyword) -> Evaluator {
    switch ways {
    case .each where keyword == .flow: direction
    case .once where keyword == .flow: connection
    // Of an element or interface each flow is looked at by itself.
    case .each, .once, .eachFlow: flow
    }
  }
}
