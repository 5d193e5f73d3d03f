// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// One of two models that are matched, with what the matching asks of it again and again.
struct MatchingSide {
  let model: Model
  /// The author's declarations that have an id of their own, outer ones first.
  let named: [EntityID]
  private let paths: [String]
  private let byName: [String: [EntityID]]

  init(_ model: Model) {
    self.model = model
    var paths: [String] = []
    paths.reserveCapacity(model.entities.count)
    var named: [EntityID] = []
    var byName: [String: [EntityID]] = [:]
    for id in model.allEntities {
      let name = model.name(id)
      let outer = model[id].parent.map { paths[Int($0.index)] + "." } ?? ""
      paths.append(outer + name)
      guard Self.isNamed(id, model) else { continue }
      named.append(id)
      byName[name, default: []].append(id)
    }
    self.paths = paths
    self.named = named
    self.byName = byName
  }

  /// The path from the top level, or from the scope of an import.
  func fullPath(_ id: EntityID) -> String { paths[Int(id.index)] }

  func declarations(named name: String) -> [EntityID] { byName[name] ?? [] }

  func isNamed(_ id: EntityID) -> Bool { Self.isNamed(id, model) }

  private static func isNamed(_ id: EntityID, _ model: Model) -> Bool {
    switch model[id].keyword {
    case .model, .import, .policy, .threat, .row: false
    case .flow: !model.isBuiltIn(id) && !isNamedAfterEnds(model.name(id))
    case .zone, .category, .asset, .hazard, .boundary, .external, .process, .store, .interface,
      .component,
      .control, .requirement, .verification, .threatTemplate, .decision, .matrix, .assumption,
      .document,
      .view, .rule, .exempt:
      !model.isBuiltIn(id)
    }
  }

  /// Whether a flow has no id of its own.
  func isUnnamedFlow(_ id: EntityID) -> Bool { Self.isNamedAfterEnds(model.name(id)) }

  // No id holds an arrow.
  private static func isNamedAfterEnds(_ name: String) -> Bool { name.contains(">") }

  /// What can become one another and stay the same thing: a store can turn into a process.
  func family(_ id: EntityID) -> UInt8 {
    switch model[id].keyword {
    case .boundary, .external, .process, .store: Keyword.boundary.rawValue
    case let keyword: keyword.rawValue
    }
  }

  /// The declaration that something lies in; the scope of an import is no place.
  func place(_ id: EntityID) -> EntityID? {
    guard let parent = model[id].parent, model[parent].keyword != .import else { return nil }
    return parent
  }
}
