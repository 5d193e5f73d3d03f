// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The declarations of a kind that some properties name, anywhere in a model.
struct References {
  private var isNamed: [Bool]

  init(_ model: Model, to keyword: Keyword, by properties: [Property]) {
    // A model that declares none has nothing to look for.
    if model.all(keyword).isEmpty {
      isNamed = []
      return
    }
    isNamed = Array(repeating: false, count: model.entities.count)
    for id in model.allEntities {
      for entry in model.entries(id) where properties.contains(entry.property) {
        for target in model.references(id, entry.property) { isNamed[Int(target.index)] = true }
      }
    }
  }

  func contains(_ id: EntityID) -> Bool {
    Int(id.index) < isNamed.count && isNamed[Int(id.index)]
  }
}
