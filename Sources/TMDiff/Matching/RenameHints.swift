// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Finds added declarations that agree with a removed one in everything but the id: somebody renamed
/// it and did not say so with `was`.
struct RenameHints {
  private let pairs: Correspondence
  private let reader: PropertyReader

  init(_ pairs: Correspondence, _ reader: PropertyReader) {
    self.pairs = pairs
    self.reader = reader
  }

  func add(to changes: inout [DeclarationChange], _ positions: ChangePositions) {
    var former: [String: [Int]] = [:]
    for (id, position) in positions.old where changes[position].new == nil {
      if let sign = signature(id, .old) { former[sign, default: []].append(position) }
    }
    var current: [String: [Int]] = [:]
    for (id, position) in positions.new where changes[position].old == nil {
      if let sign = signature(id, .new) { current[sign, default: []].append(position) }
    }
    for (sign, positions) in current where positions.count == 1 {
      guard let found = former[sign], found.count == 1 else { continue }
      changes[positions[0]].likelyFormer = changes[found[0]].old?.path
    }
  }

  /// What a declaration is but for its id; nil where that is too little to know it by.
  private func signature(_ id: EntityID, _ side: Side) -> String? {
    let model = pairs.model(side)
    switch model[id].keyword {
    case .threat, .row, .model, .policy, .import: return nil
    case .zone, .category, .asset, .hazard, .boundary, .external, .process, .store, .interface,
      .component,
      .flow, .control, .requirement, .verification, .threatTemplate, .decision, .matrix,
      .assumption, .document, .view, .rule, .exempt:
      break
    }
    let contents = reader.contents(id, on: side).sorted { $0.key < $1.key }
    let informative = contents.filter { !["declared as", "direction"].contains($0.key) }
    guard !informative.isEmpty else { return nil }
    var parts = ["\(model[id].keyword)"]
    parts.append(pairs.sharedPlace(id, on: side).map { pairs.key($0, on: side) } ?? "")
    for (name, content) in contents {
      parts += [name] + content.sharedKeys
      // Its interfaces bear other keys on each side.
      if name == "via" { parts.removeLast(content.sharedKeys.count) }
    }
    parts += model.children(id).map { "\(model[$0].keyword) \(model.name($0))" }.sorted()
    return parts.joined(separator: "\u{0}")
  }
}
