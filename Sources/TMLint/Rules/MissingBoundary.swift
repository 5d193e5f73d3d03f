// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let missingBoundary = Rule(
    "missing-boundary", .warning,
    "A flow between an external entity and the system crosses no trust boundary.", reading: .names
  ) { context, findings in
    let model = context.model
    // Only boundaries state zones and trust, so ends that differ in them have a boundary between
    // them; an external entity differs from the system wherever it stands.
    for flow in model.graph.flows where !model.graph.crosses(flow) {
      let (external, other) =
        model[flow.source].keyword == .external
        ? (flow.source, flow.target) : (flow.target, flow.source)
      guard model[external].keyword == .external, model[other].keyword != .external else {
        continue
      }
      let place = model.boundaries(around: other).first { _ in true }
      let inside = place.map { "inside `\(model.path($0))` as well" } ?? "outside of any boundary"
      findings.report(
        "no trust boundary lies between `\(model.path(flow.source))` and "
          + "`\(model.path(flow.target))`",
        about: flow.entity, at: model.headingRange(flow.entity),
        secondary: [
          Label(model.nameRange(external), "outside the control of the system"),
          Label(model.nameRange(other), "a part of the system, \(inside)"),
        ],
        help: "put `\(model.path(other))` inside a boundary that leaves `\(model.path(external))` "
          + "outside, and state it with `crosses`")
    }
  }
}
