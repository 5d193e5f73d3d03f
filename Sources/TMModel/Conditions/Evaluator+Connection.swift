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

  /// The flows that a condition sees in the place of one, each in the direction it is seen in: those of
  /// its connection. Nil where it stands for itself alone.
  func members(_ subject: Subject) -> [Subject]? {
    guard let flow = model.graph.flow(subject.entity) else { return nil }
    let others = model.flowsOver(flow.entity)
    switch sight {
    case .connection where !others.isEmpty: return ([flow.entity] + others).map { Subject($0) }
    // What goes one way alone has nothing to say of the way back.
    case .direction where !others.isEmpty: return model.travelling(on: subject)
    case .connection, .direction, .flow: return nil
    }
  }

  /// One of what an attribute of an element stands for, as a condition sees it. Of the flows that reach an
  /// element it is the target, of those that leave it the source, whichever end of a two-way flow it was
  /// written at.
  func member(_ id: EntityID, of attribute: Attribute, of element: EntityID) -> Subject {
    guard let flow = model.graph.flow(id), flow.isTwoWay else { return Subject(id) }
    switch attribute {
    case .computed(.flowsIn): return Subject(id, flow.target == element ? .forwards : .backwards)
    case .computed(.flowsOut): return Subject(id, flow.source == element ? .forwards : .backwards)
    case .property, .computed, .threat: return Subject(id)
    }
  }

  /// The assets that a condition sees on a flow.
  func carried(_ subject: Subject) -> [EntityID] {
    guard let members = members(subject) else { return model.references(subject.entity, .carries) }
    var found: [EntityID] = []
    for member in members {
      for asset in model.references(member.entity, .carries) where !found.contains(asset) {
        found.append(asset)
      }
    }
    return found
  }

  /// Whether an element acts on what goes this way, or on the asset.
  func isActedOn(_ subject: Subject) -> Bool {
    switch sight {
    case .connection: (members(subject) ?? [subject]).contains { model.isActedOn($0.entity) }
    case .direction: (members(subject) ?? [subject]).contains { model.isActedOn($0) }
    case .flow: model.isActedOn(subject.entity)
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
