// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// At which end something has to be done for it to count.
extension MechanismReach {
  /// Whether a place is where software that comes over a flow is installed, so that a check there counts: the
  /// receiver that does not pass it on, or what is around that alone.
  package static func checksCode(_ place: EntityID, on id: EntityID, in model: Model) -> Bool {
    guard let flow = model.graph.flow(id) else { return false }
    if place == id || model[place].keyword == .asset { return true }
    let code = Set(
      model.carried(on: id).filter { model.words($0, .class).contains("firmware") })
    let isPassedOn = model.graph.outgoing(flow.target).contains { next in
      next.source == flow.target && model[next.target].keyword != .store
        && model.carried(on: next.entity).contains(where: code.contains)
    }
    switch model[place].keyword {
    case .boundary:
      return !isPassedOn && model.ancestors(flow.target).contains(place)
        && !model.ancestors(flow.source).contains(place)
    case .interface: return !isPassedOn && model[place].parent == flow.target
    default: return !isPassedOn && place == flow.target
    }
  }

  /// Whether everybody may be at the other end of a port: by radio, which others have in range or in the same
  /// private network, or since people or the internet call there.
  static func isOpen(port: EntityID, _ model: Model) -> Bool {
    model.isWireless(interface: port)
      || model.flows(through: port).contains { id in
        model.graph.flow(id).map { flow in
          [flow.source, flow.target].contains {
            model.lies($0, in: ["internet", "public", "guest"])
          }
        } ?? false
      }
  }
}
