// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let missingCrossing = Rule(
    "missing-crossing", .error, "A flow crosses a trust boundary that it does not declare."
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows where model.graph.crosses(flow) {
      // A misspelt `crosses` is reported already.
      if context.isDamaged(flow.entity) { continue }
      let declared = model.references(flow.entity, .crosses)
      for crossing in model.graph.crossings(of: flow)
      where !declared.contains(crossing.boundary) {
        let (inside, outside) =
          crossing.direction == .in ? (flow.target, flow.source) : (flow.source, flow.target)
        let path = model.path(crossing.boundary)
        findings.report(
          "flow `\(model.path(flow.entity))` crosses `\(path)` without declaring it",
          about: flow.entity, at: model.headingRange(flow.entity),
          secondary: [
            Label(
              model.nameRange(crossing.boundary),
              "`\(model.path(inside))` lies inside this boundary, `\(model.path(outside))` outside")
          ],
          help: "add `crosses: \(path)`, or run `tm lint --fix`",
          fix: CrossesFix(model).fix(flow))
      }
    }
  }
}
