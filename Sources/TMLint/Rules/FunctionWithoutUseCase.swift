// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let functionWithoutUseCase = Rule(
    "function-without-use-case", .warning,
    "A function that flows serve is in no use-case view, in a model that is for such views.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    guard model.profiles.contains(where: { ViewKind.expected(by: $0).contains(.useCase) }) else {
      return
    }
    let views = model.shownViews.filter { ViewKind(of: $0, in: model) == .useCase }
    if views.isEmpty { return }
    let shown = shown(in: views, model)
    for (function, flows) in served(model) where !shown.contains(function) {
      guard let first = flows.first else { continue }
      findings.report(
        "function `\(function)` is in no use-case view", about: first,
        at: model.headingRange(first),
        notes: ["it is served by \(context.names(flows))"],
        help:
          "let a view of the kind `use-case` include its flows, or state `function: \(function)`")
    }
  }

  /// The flows across a boundary that serve each function, in source order; who reads a log harms
  /// nobody.
  private static func served(_ model: Model) -> [(function: String, flows: [EntityID])] {
    var found: [(function: String, flows: [EntityID])] = []
    for flow in model.graph.flows where model.graph.crosses(flow) {
      for function in functions(of: flow, model) where function != "logging" {
        if let place = found.firstIndex(where: { $0.function == function }) {
          if found[place].flows.last != flow.entity { found[place].flows.append(flow.entity) }
        } else {
          found.append((function, [flow.entity]))
        }
      }
    }
    return found
  }

  private static func functions(of flow: Flow, _ model: Model) -> [String] {
    model.words(flow.entity, .function)
      + model.interfaces(of: flow.entity).flatMap { model.words($0, .function) }
  }

  /// The functions that views state, and those of the flows that they show; an update is also shown
  /// by its own kind of view.
  private static func shown(in views: [EntityID], _ model: Model) -> Set<String> {
    var found: Set<String> = []
    for view in views {
      found.formUnion(model.words(view, .function))
      for flow in ViewSelection(view, of: model).flows {
        found.formUnion(functions(of: flow, model))
      }
    }
    if model.shownViews.contains(where: { ViewKind(of: $0, in: model) == .updateability }) {
      found.insert("update")
    }
    return found
  }
}
