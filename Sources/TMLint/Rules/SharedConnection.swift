// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let sharedConnection = Rule(
    "shared-connection", .note,
    "Two flows between the same elements look like one connection.", evidence: .absence
  ) { context, findings in
    let model = context.model
    var offered: Set<EntityID> = []
    for opening in model.graph.flows where model.carrier(of: opening.entity) == nil {
      // The wire of two modules is no connection that one of them opens.
      guard model.graph.crosses(opening), model.isInScope(opening.entity),
        !model.isPhysicalSignal(opening), !model.isUserInterface(opening),
        !offered.contains(opening.entity), model.entry(opening.entity, .protocol) != nil
      else { continue }
      for other in answers(to: opening, model) where !offered.contains(other.entity) {
        offered.insert(other.entity)
        let path = model.path(other.entity)
        let first = model.path(opening.entity)
        findings.report(
          "flows `\(first)` and `\(path)` look like one connection", about: other.entity,
          at: model.headingRange(other.entity),
          secondary: [Label(model.headingRange(opening.entity), "between the same elements, with the same protocol")],
          notes: [
            "over one connection, what can happen on the way is asked once, and it is known which end answers"
          ],
          help: "write `over: \(first)` here if `\(first)` opens it, or `over: \(path)` there")
      }
    }
  }

  /// Flows the other way, with the same protocols and authentication, that stand alone.
  private static func answers(to opening: Flow, _ model: Model) -> [Flow] {
    if opening.isTwoWay || !model.flowsOver(opening.entity).isEmpty { return [] }
    let back = model.graph.outgoing(opening.target).filter { other in
      !other.isTwoWay && other.target == opening.source && model.carrier(of: other.entity) == nil
        && model.flowsOver(other.entity).isEmpty
    }
    return back.filter { other in
      model.entry(other.entity, .protocol) != nil
        && model.words(other.entity, .protocol) == model.words(opening.entity, .protocol)
    }
  }
}
