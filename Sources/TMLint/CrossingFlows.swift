// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The flows that the rules about protection at a crossing look at.
extension LintContext {
  /// The flows in scope that cross a boundary and whose content can be protected: not between two
  /// external entities, which is nobody's here to protect, and not a physical signal.
  var protectableCrossings: some Sequence<Flow> {
    model.graph.flows.lazy.filter { flow in
      model.graph.crosses(flow)
        && (model[flow.source].keyword != .external || model[flow.target].keyword != .external)
        && model.isInScope(flow.entity)
        && !model.isPhysicalSignal(flow)
    }
  }

  /// Those of them whose way is theirs: what runs over the connection of another goes the same way, and is
  /// looked at there.
  var protectableConnections: some Sequence<Flow> {
    protectableCrossings.filter { connection(of: $0) == nil }
  }

  /// The flow in scope over whose connection one runs without a protection of its own.
  func connection(of flow: Flow) -> Flow? {
    guard let opening = model.sharedPath(of: flow.entity).flatMap(model.graph.flow),
      model.isInScope(opening.entity)
    else { return nil }
    return opening
  }

  /// The boundary that a flow's crossing is told by: the outermost one around the end that
  /// receives, or else the outermost one around the other.
  func tellingCrossing(_ flow: Flow, towards receiver: EntityID) -> Crossing? {
    let crossings = model.graph.crossings(of: flow)
    let outermostOfTarget = crossings.first { $0.direction == .in }
    let outermostOfSource = crossings.last { $0.direction == .out }
    return receiver == flow.source
      ? outermostOfSource ?? outermostOfTarget : outermostOfTarget ?? outermostOfSource
  }

  /// Where a flow crosses, as a second label.
  func label(_ crossing: Crossing, of flow: Flow) -> Label {
    let (inside, outside) =
      crossing.direction == .in ? (flow.target, flow.source) : (flow.source, flow.target)
    return Label(
      model.nameRange(crossing.boundary),
      "`\(model.path(inside))` lies inside this boundary, `\(model.path(outside))` outside")
  }

  /// The value of a property where it is stated, for a primary label, or else the heading.
  func range(of property: Property, orHeadingOf id: EntityID) -> SourceRange {
    guard let value = model.values(id, property).first else { return model.headingRange(id) }
    return model.range(of: value, in: id)
  }

  /// Names in backticks as an English list, at most four of them: "`a`, `b` and 3 more".
  func list(_ ids: [EntityID]) -> String {
    let names = ids.prefix(4).map { "`\(model.path($0))`" }
    if ids.count > names.count {
      return names.joined(separator: ", ") + " and \(ids.count - names.count) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
