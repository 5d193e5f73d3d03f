// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let hiddenName = Rule(
    "hidden-name", .warning, "A declaration hides another of the same name.", reading: .names
  ) { context, findings in
    let model = context.model
    var places: [Place: EntityID] = [:]
    for id in model.allEntities where isReferable(id, model) {
      places[Place(parent: model[id].parent, name: model[id].name)] = id
    }
    for id in model.allEntities where isReferable(id, model) {
      guard let hidden = hidden(by: id, places, model), let scope = model[id].parent else {
        continue
      }
      let name = model.name(id)
      findings.report(
        "`\(model.path(id))` hides `\(model.path(hidden))`",
        about: id, at: model.nameRange(id),
        secondary: [
          Label(
            model.nameRange(hidden), "inside `\(model.path(scope))`, `\(name)` is not this one")
        ],
        help: "give one of the two another id, with `was: \(name)` to keep what is decided about it"
      )
    }
  }

  /// A name in the declaration it stands in; nil for the top level.
  private struct Place: Hashable {
    let parent: EntityID?
    let name: Symbol
  }

  /// Whether a property or the end of a flow can name the declaration.
  private static func isReferable(_ id: EntityID, _ model: Model) -> Bool {
    switch model[id].keyword {
    case .zone, .category, .asset, .hazard, .boundary, .external, .process, .store, .interface,
      .component,
      .control, .requirement, .verification, .matrix, .assumption, .document,
      .view:
      model[id].name != .none
    case .model, .import, .flow, .threat, .threatTemplate, .decision, .row, .rule, .policy, .exempt:
      false
    }
  }

  /// The declaration further out that a bare name inside the declaration's scope no longer reaches.
  private static func hidden(
    by id: EntityID, _ places: [Place: EntityID], _ model: Model
  ) -> EntityID? {
    var scope = model[id].parent
    // The scope of an import is there to keep equal names apart.
    while let current = scope, model[current].keyword != .import {
      scope = model[current].parent
      if let found = places[Place(parent: scope, name: model[id].name)],
        competes(id, found, model)
      {
        return found
      }
    }
    return nil
  }

  /// Whether one reference could mean either: where an element fits, so does an interface.
  private static func competes(_ left: EntityID, _ right: EntityID, _ model: Model) -> Bool {
    let ends: KeywordSet = [.external, .process, .store, .interface]
    let pair = (model[left].keyword, model[right].keyword)
    return pair.0 == pair.1 || ends.contains(pair.0) && ends.contains(pair.1)
  }
}
