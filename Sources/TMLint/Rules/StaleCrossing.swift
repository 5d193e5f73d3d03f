// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let staleCrossing = Rule(
    "stale-crossing", .error, "A flow declares a trust boundary that it does not cross.",
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows {
      let truth = model.graph.crossings(of: flow).map(\.boundary)
      for value in model.values(flow.entity, .crosses) {
        guard case .entity(let boundary) = value.content, !truth.contains(boundary) else {
          continue
        }
        let isInside = model.boundaries(around: flow.source).contains(boundary)
        let path = model.path(boundary)
        findings.report(
          "flow `\(model.path(flow.entity))` does not cross `\(path)`",
          about: flow.entity, at: model.range(of: value, in: flow.entity),
          secondary: [
            Label(
              model.nameRange(boundary),
              "both ends lie \(isInside ? "inside" : "outside") this boundary")
          ],
          help: "delete `\(path)` from `crosses`, or run `tm lint --fix`",
          fix: CrossesFix(model).fix(flow))
      }
    }
  }
}
