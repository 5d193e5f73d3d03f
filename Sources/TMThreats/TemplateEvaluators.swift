// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Evaluator.Sight {
  /// What a template sees of a connection that several flows share: how often a flow has its threat decides it.
  init(_ ways: ThreatTemplate.Ways, of keyword: Keyword) {
    switch ways {
    case .each where keyword == .flow: self = .direction
    case .once where keyword == .flow: self = .connection
    // Of an element or interface each flow is looked at by itself.
    case .each, .once, .eachFlow: self = .flow
    }
  }
}

/// Evaluators for the conditions of templates.
struct TemplateEvaluators {
  let connection: Evaluator
  private let direction: Evaluator
  private let flow: Evaluator

  init(_ model: Model) {
    connection = Evaluator(model)
    direction = Evaluator(model, sight: .direction)
    flow = Evaluator(model, sight: .flow)
  }

  /// The evaluator for what a template asks of a subject of some kind.
  subscript(_ ways: ThreatTemplate.Ways, of keyword: Keyword) -> Evaluator {
    switch Evaluator.Sight(ways, of: keyword) {
    case .connection: connection
    case .direction: direction
    case .flow: flow
    }
  }
}
