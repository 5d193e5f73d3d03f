// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The shortest dotted path of each declaration whose name alone is not unique.
struct PathIndex: Sendable {
  private var paths: [EntityID: String] = [:]

  init() {}

  init(_ parts: ModelParts) {
    for group in parts.names.namesakes { add(group, parts) }
  }

  subscript(id: EntityID) -> String? { paths.isEmpty ? nil : paths[id] }

  /// Lengthens the paths of a group, a level at a time, until no two are equal.
  private mutating func add(_ group: [EntityID], _ parts: ModelParts) {
    var pending = group.map {
      (id: $0, path: parts.symbols[parts[$0].name], outer: parts[$0].parent)
    }
    while pending.count > 1 {
      var longer: [(id: EntityID, path: String, outer: EntityID?)] = []
      for entry in pending {
        guard let outer = entry.outer else {
          paths[entry.id] = entry.path
          continue
        }
        let path = "\(parts.symbols[parts[outer].name]).\(entry.path)"
        longer.append((entry.id, path, parts[outer].parent))
      }
      var counts: [String: Int] = [:]
      for entry in longer { counts[entry.path, default: 0] += 1 }
      pending = []
      for entry in longer {
        paths[entry.id] = entry.path
        if counts[entry.path, default: 0] > 1 { pending.append(entry) }
      }
    }
  }
}
