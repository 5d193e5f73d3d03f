// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Finds what threats can be about by the names that people write.
struct SubjectNames {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// The shortest paths of all that threats can be about.
  var all: [String] { subjects.map { model.path($0) } }

  /// What a path names: the one with that shortest path, else those whose full path ends with it.
  func subjects(_ path: String) -> [EntityID] {
    if let exact = subjects.first(where: { model.path($0) == path }) { return [exact] }
    return subjects.filter { id in
      let full = fullPath(id)
      return full == path || full.hasSuffix("." + path)
    }
  }

  private var subjects: [EntityID] {
    model.allEntities.filter { ThreatRegister.subjects.contains(model[$0].keyword) }
  }

  private func fullPath(_ id: EntityID) -> String {
    let outer = model.ancestors(id).map { model.name($0) }
    return (outer.reversed() + [model.name(id)]).joined(separator: ".")
  }
}
