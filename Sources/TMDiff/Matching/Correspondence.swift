// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Both models with what is which, and how the things of each are spoken of.
struct Correspondence {
  let old: Model
  let new: Model
  let matching: DeclarationMatching

  init(_ old: Model, _ new: Model) {
    self.old = old
    self.new = new
    matching = DeclarationMatching(old, new)
  }

  func model(_ side: Side) -> Model {
    switch side {
    case .old: old
    case .new: new
    }
  }

  /// What something is on the other side; nil where it is there no more, or not yet.
  func counterpart(_ id: EntityID, from side: Side) -> EntityID? {
    switch side {
    case .old: matching.new(of: id)
    case .new: matching.old(of: id)
    }
  }

  /// A text that is equal on both sides for what is the same thing; nil for what one side has alone.
  ///
  /// What belongs to the program is known by its path.
  func sharedKey(_ id: EntityID, on side: Side) -> String? {
    let model = model(side)
    if model.isBuiltIn(id) { return "<" + model.path(id) }
    switch side {
    case .old: return matching.new(of: id).map { "=\($0.index)" }
    case .new: return matching.old(of: id) == nil ? nil : "=\(id.index)"
    }
  }

  /// As `sharedKey`, but for what one side has alone a key of its own.
  func key(_ id: EntityID, on side: Side) -> String {
    sharedKey(id, on: side) ?? "\(side)\(id.index)"
  }

  // MARK: - Places

  /// The boundary or element around something; the scope of an import is no place.
  func place(_ id: EntityID, on side: Side) -> EntityID? {
    let model = model(side)
    guard let parent = model[id].parent, model[parent].keyword != .import else { return nil }
    return parent
  }

  /// The nearest place around something that both models have.
  func sharedPlace(_ id: EntityID, on side: Side) -> EntityID? {
    var found = place(id, on: side)
    while let outer = found, counterpart(outer, from: side) == nil {
      found = place(outer, on: side)
    }
    return found
  }

  // MARK: - Words

  func thing(_ id: EntityID, on side: Side) -> DeclaredThing {
    let model = model(side)
    let flow = model.graph.flow(id)
    return DeclaredThing(
      keyword: model[id].keyword, path: path(id, on: side), title: model.ownTitle(id),
      place: flow == nil ? place(id, on: side).map { path($0, on: side) } : nil,
      ends: flow.map { flow in
        let arrow = flow.isTwoWay ? "<->" : "->"
        return "\(model.path(flow.source)) \(arrow) \(model.path(flow.target))"
      })
  }

  /// The path of a declaration; of triage and rows with what they stand in, since their names alone
  /// say nothing.
  func path(_ id: EntityID, on side: Side) -> String {
    let model = model(side)
    switch model[id].keyword {
    case .threat, .row:
      guard let parent = model[id].parent else { return model.name(id) }
      return "\(model.path(parent)).\(model.name(id))"
    case .policy: return "policy"
    case .model: return model.name(id).isEmpty ? "model" : model.name(id)
    case .import, .zone, .category, .asset, .hazard, .boundary, .external, .process, .store,
      .interface,
      .component, .flow, .control, .requirement, .verification, .threatTemplate, .decision,
      .matrix, .assumption, .document, .view, .rule, .exempt:
      return model.path(id)
    }
  }
}

/// Which of the two models.
enum Side {
  case old
  case new
}
