// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let missingCrossing = Rule(
    "missing-crossing", .error, "A flow crosses a trust boundary that it does not declare.",
    reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows where model.graph.crosses(flow) {
      let declared = model.references(flow.entity, .crosses)
      let missing = model.graph.crossings(of: flow).filter { !declared.contains($0.boundary) }
      // A misspelt `crosses` is reported already.
      if missing.isEmpty || context.isDamaged(flow.entity) { continue }
      let paths = missing.map { "`\(model.path($0.boundary))`" }
      let list =
        paths.dropLast().joined(separator: ", ") + (paths.count > 1 ? " and " : "")
        + (paths.last ?? "")
      let property = "crosses: \(missing.map { model.path($0.boundary) }.joined(separator: ", "))"
      let advice = declared.isEmpty ? "add `\(property)`" : "add \(list) to `crosses`"
      findings.report(
        "flow `\(model.path(flow.entity))` crosses \(list) without declaring "
          + (missing.count == 1 ? "it" : "them"),
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: missing.map { label($0, of: flow, model) },
        help: "\(advice), or run `tm lint --fix`",
        fix: CrossesFix(model).fix(flow))
    }
  }

  /// What lies on which side of a boundary.
  private static func label(_ crossing: Crossing, of flow: Flow, _ model: Model) -> Label {
    let (inside, outside) =
      crossing.direction == .in ? (flow.target, flow.source) : (flow.source, flow.target)
    return Label(
      model.nameRange(crossing.boundary),
      "`\(model.path(inside))` lies inside this boundary, `\(model.path(outside))` outside")
  }
}
