// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Evaluators for the conditions of templates: how often a flow has the threat of a template decides
/// what its condition sees of a connection that several flows share.
struct TemplateEvaluators {
  /// What a condition sees of a connection.
  enum View: Int, CaseIterable {
    /// All that goes over it, in both directions.
    case connection
    /// What goes in the direction of the subject.
    case direction
    /// Of each flow only what it carries itself.
    case flow

    /// The view of what a template asks of a subject of some kind.
    init(_ ways: ThreatTemplate.Ways, of keyword: Keyword) {
      switch ways {
      case .each where keyword == .flow: self = .direction
      case .once where keyword == .flow: self = .connection
      // Of an element or interface each flow is looked at by itself.
      case .each, .once, .eachFlow: self = .flow
      }
    }
  }

  let connection: Evaluator
  private let direction: Evaluator
  private let flow: Evaluator

  init(_ model: Model) {
    connection = Evaluator(model)
    direction = Evaluator(model, sight: .direction)
    flow = Evaluator(model, sight: .flow)
  }

  subscript(_ view: View) -> Evaluator {
    switch view {
    case .connection: connection
    case .direction: direction
    case .flow: flow
    }
  }

  /// The evaluator for what a template asks of a subject of some kind.
  subscript(_ ways: ThreatTemplate.Ways, of keyword: Keyword) -> Evaluator {
    self[View(ways, of: keyword)]
  }
}
