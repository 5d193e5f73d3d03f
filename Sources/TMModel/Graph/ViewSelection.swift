// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The elements and flows that a view shows.
package struct ViewSelection {
  /// The elements that the view is about, with all they contain.
  package private(set) var elements: Set<EntityID> = []
  /// The flows that are drawn.
  package private(set) var flows: [Flow] = []

  /// Everything.
  package init(_ model: Model) {
    elements = Set(model.allEntities.filter { model[$0].keyword.isElement })
    flows = model.graph.flows
  }

  /// What a declared view includes, less what it excludes.
  ///
  /// A flow that is named, or carries a named asset, brings its ends; an asset also brings the stores
  /// that hold it. Where a boundary, an element or a condition on elements selects, the flows among
  /// what is selected, and those between it and its surroundings, come with it.
  package init(_ view: EntityID, of model: Model) {
    var included = Members(model)
    if model.entry(view, .include) == nil {
      included.addEverything()
    } else {
      included.add(view, .include)
    }
    var excluded = Members(model)
    excluded.add(view, .exclude)
    let flowsOnly = included.flows.subtracting(excluded.flows)
    let hidden = excluded.elements.union(excluded.holders)
    let selected = included.elements.subtracting(hidden)
    flows = model.graph.flows.filter { flow in
      if excluded.flows.contains(flow.entity) { return false }
      if hidden.contains(flow.source) || hidden.contains(flow.target) { return false }
      return flowsOnly.contains(flow.entity) || selected.contains(flow.source)
        || selected.contains(flow.target)
    }
    elements = selected.union(included.holders.subtracting(hidden))
    for flow in flows where flowsOnly.contains(flow.entity) {
      elements.formUnion([flow.source, flow.target])
    }
  }

  /// The declarations that the values of `include` or `exclude` select.
  private struct Members {
    let model: Model
    var elements: Set<EntityID> = []
    var flows: Set<EntityID> = []
    /// The stores that hold a named asset.
    var holders: Set<EntityID> = []

    init(_ model: Model) { self.model = model }

    mutating func addEverything() {
      for id in model.allEntities where model[id].keyword.isElement { elements.insert(id) }
    }

    mutating func add(_ view: EntityID, _ property: Property) {
      for entity in model.references(view, property) { add(entity) }
      let evaluator = Evaluator(model)
      for condition in model.conditions(view, property) {
        for id in model.allEntities where KeywordSet.subjects.contains(model[id].keyword) {
          if evaluator.holds(condition, for: Subject(id)) { add(id) }
        }
      }
    }

    private mutating func add(_ id: EntityID) {
      switch model[id].keyword {
      case .flow:
        flows.insert(id)
      case .asset:
        flows.formUnion(model.carriers(of: id))
        holders.formUnion(model.stores(of: id))
      case .boundary, .external, .process, .store:
        if model[id].keyword.isElement { elements.insert(id) }
        for child in model.children(id)
        where model[child].keyword == .boundary || model[child].keyword.isElement { add(child) }
      case .interface:
        if let element = model[id].parent, model[element].keyword.isElement { add(element) }
      case .model, .import, .zone, .category, .hazard, .component, .control, .requirement,
        .verification,
        .decision, .matrix, .row, .threat,
        .threatTemplate, .assumption, .document, .view, .rule, .policy, .exempt:
        break
      }
    }
  }
}
