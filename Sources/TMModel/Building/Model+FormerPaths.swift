// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What declarations were called before something was renamed, as `was` says.
extension Model {
  private static let maximumPaths = 64

  /// Whether any declaration says that it had another name.
  package var hasFormerNames: Bool { !formerNames.isEmpty }

  /// The paths that a declaration may have had: its own and outer names as they were, as long as they
  /// had to be then. The path of today is none of them, nor is one that means another declaration of
  /// the kind now, or of which several say that it was theirs.
  package func formerPaths(_ id: EntityID) -> [String] {
    guard hasFormerNames else { return [] }
    let current = path(id)
    var found: [String] = []
    for name in namesThroughTime(id) {
      for path in paths(of: id, called: name) where path != current && !found.contains(path) {
        guard !isTaken(path, beside: id) else { continue }
        found.append(path)
        if found.count == Self.maximumPaths { return found }
      }
    }
    return found
  }

  /// The name, and those that it had: what `was` says, and of a flow that is called after its ends what
  /// follows from theirs.
  private func namesThroughTime(_ id: EntityID) -> [String] {
    let names = [name(id)] + words(id, .was).filter { isOnlyBearer(id, of: $0) }
    guard let flow = graph.flow(id), names[0].contains("->") || names[0].contains("<->") else {
      return names
    }
    let arrow = flow.isTwoWay ? "<->" : "->"
    let (sources, targets) = (namesThroughTime(flow.source), namesThroughTime(flow.target))
    return names + sources.flatMap { source in targets.map { source + arrow + $0 } }.dropFirst()
  }

  /// Whether no other declaration of the kind in the same place says that it bore a name.
  private func isOnlyBearer(_ id: EntityID, of name: String) -> Bool {
    guard let symbol = symbols.find(name), let bearers = formerNames[symbol] else { return false }
    return bearers.allSatisfy {
      $0 == id || self[$0].keyword != self[id].keyword || self[$0].parent != self[id].parent
    }
  }

  /// The paths with a name at the end, with the outer names as they are or were.
  ///
  /// A path is as long as it has to be: where another declaration has or had the name, any length may
  /// have been right.
  private func paths(of id: EntityID, called name: String) -> [String] {
    let around = Array(ancestors(id))
    let depth = path(id) == self.name(id) ? 0 : depth(of: id, around)
    var all: [String] = []
    var paths = [name]
    let isShared = sharesName(id, name)
    for length in 0...around.count {
      if length == depth || isShared { all += paths }
      guard length < around.count, all.count < Self.maximumPaths else { break }
      let outer = namesThroughTime(around[length])
      paths = Array(
        paths.flatMap { path in outer.map { "\($0).\(path)" } }.prefix(Self.maximumPaths))
    }
    return all
  }

  /// How many outer names stand in the path of a declaration.
  private func depth(of id: EntityID, _ around: [EntityID]) -> Int {
    var path = name(id)
    for (index, outer) in around.enumerated() {
      path = "\(name(outer)).\(path)"
      if path == self.path(id) { return index + 1 }
    }
    return 0
  }

  private func sharesName(_ id: EntityID, _ name: String) -> Bool {
    guard let symbol = symbols.find(name) else { return false }
    return names.candidates(symbol).contains { $0 != id }
      || formerNames[symbol, default: []].contains { $0 != id }
  }

  /// Whether a path means another declaration of the kind now.
  private func isTaken(_ path: String, beside id: EntityID) -> Bool {
    let segments = Self.segments(of: Array(path.utf8)[...])
    guard let symbol = segments.last.flatMap(symbols.find) else { return false }
    return names.candidates(symbol).contains { other in
      other != id && self[other].keyword == self[id].keyword && self.path(other) == path
    }
  }
}
