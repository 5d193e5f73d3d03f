// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the connection of a flow says of its ends.
extension Evaluator {
  /// What proves the source of this direction: of the way back, what proves the written target.
  func authentication(_ subject: Subject) -> Protection {
    guard let flow = model.graph.flow(subject.entity) else { return .absent }
    switch subject.direction {
    case .forwards: return model.authentication(of: flow.source, on: flow)
    case .backwards: return model.authentication(of: flow.target, on: flow)
    }
  }

  /// Whether the source of this direction is the one that asks.
  func calls(_ subject: Subject) -> Bool {
    guard let flow = model.graph.flow(subject.entity), let server = model.serverEnd(of: flow) else {
      // Where it is not known, neither end may be left unasked.
      return model.graph.flow(subject.entity) != nil
    }
    switch subject.direction {
    case .forwards: return server == flow.target
    case .backwards: return server == flow.source
    }
  }

  /// What proves the target of this direction.
  func serverAuthentication(_ subject: Subject) -> Protection {
    guard let flow = model.graph.flow(subject.entity) else { return .absent }
    switch subject.direction {
    case .forwards: return model.authentication(of: flow.target, on: flow)
    case .backwards: return model.authentication(of: flow.source, on: flow)
    }
  }

  /// The declaration whose value of a property counts: of what belongs to a connection, the flow that
  /// opens it.
  func stating(_ property: Property, for id: EntityID) -> EntityID {
    switch property {
    case .protocol, .version, .port, .channel, .authenticated, .encrypted:
      model.statement(of: property, for: id)
    default: id
    }
  }
}
