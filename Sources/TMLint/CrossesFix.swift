// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The repair of a flow's `crosses:`: states the boundaries that the flow does cross, and touches
/// nothing else.
package struct CrossesFix {
  private let model: Model

  package init(_ model: Model) { self.model = model }

  /// Rewrites, adds or deletes the `crosses` property of a flow.
  package func fix(_ flow: Flow) -> Fix? {
    let list = crossings(of: flow).joined(separator: ", ")
    var edit = DeclarationEdit(model.syntax(flow.entity))
    let isStated = model.entry(flow.entity, .crosses) != nil
    if list.isEmpty {
      guard isStated else { return nil }
      edit.remove("crosses")
      return Fix("delete `crosses`", safety: .safe, edits: edit.edits)
    }
    // Behind what the flow carries and goes through.
    edit.set("crosses", to: list, after: ["carries", "via"])
    return Fix(
      "\(isStated ? "write" : "add") `crosses: \(list)`", safety: .safe, edits: edit.edits)
  }

  /// The boundaries that a flow crosses, those that it declares as they are written there.
  private func crossings(of flow: Flow) -> [String] {
    var written: [EntityID: String] = [:]
    for value in model.values(flow.entity, .crosses) {
      guard case .entity(let boundary) = value.content else { continue }
      written[boundary] = model.sources.text(model.range(of: value, in: flow.entity))
    }
    return model.graph.crossings(of: flow).map { written[$0.boundary] ?? model.path($0.boundary) }
  }
}
