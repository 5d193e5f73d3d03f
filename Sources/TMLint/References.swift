// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The declarations that some properties name, anywhere in a model.
struct References {
  private var isNamed: [Bool]

  init(_ model: Model, by properties: [Property]) {
    isNamed = Array(repeating: false, count: model.entities.count)
    for id in model.allEntities {
      for entry in model.entries(id) where properties.contains(entry.property) {
        for target in model.references(id, entry.property) { isNamed[Int(target.index)] = true }
      }
    }
  }

  func contains(_ id: EntityID) -> Bool { isNamed[Int(id.index)] }
}
