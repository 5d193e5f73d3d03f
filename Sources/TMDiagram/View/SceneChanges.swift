// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a picture of two models has to know of their difference; everything is named by its path.
package struct SceneChanges: Sendable {
  /// What the old model has alone, by the paths in it.
  package let removed: Set<String>
  /// What the new model has alone.
  package let added: Set<String>
  /// The path in the new model of what has another one in the old model.
  package let newPaths: [String: String]
  /// What lies elsewhere, by the paths in the new model.
  package let moved: Set<String>
  /// What is written differently, or crosses other boundaries, by the paths in the new model.
  package let changed: Set<String>
  /// How many threats opened about an element, its interfaces or a flow.
  package let opened: [String: Int]

  package init(
    removed: Set<String>, added: Set<String>, newPaths: [String: String], moved: Set<String>,
    changed: Set<String>, opened: [String: Int]
  ) {
    self.removed = removed
    self.added = added
    self.newPaths = newPaths
    self.moved = moved
    self.changed = changed
    self.opened = opened
  }

  /// What something of the old model is called in the new one; nil where it is gone.
  func newPath(_ path: String) -> String? { removed.contains(path) ? nil : newPaths[path] ?? path }

  /// The mark of something that the new model has.
  func mark(_ path: String) -> SceneMark? {
    if added.contains(path) { return .added }
    if moved.contains(path) { return .moved }
    return changed.contains(path) ? .changed : nil
  }

  func badge(_ path: String) -> ThreatBadge? {
    opened[path].map { ThreatBadge(count: $0, worst: .open) }
  }
}
