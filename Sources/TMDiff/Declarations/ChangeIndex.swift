// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Finds the change of a declaration, by its position in the list of changes.
struct ChangeIndex {
  private let pairs: Correspondence
  private let changes: [DeclarationChange]
  private let positions: ChangePositions

  init(_ pairs: Correspondence, _ changes: [DeclarationChange], _ positions: ChangePositions) {
    self.pairs = pairs
    self.changes = changes
    self.positions = positions
  }

  /// The change of a declaration of the new model, or the one that it is a part of.
  func ofNew(_ id: EntityID) -> Int? {
    whole(positions.new[id] ?? matched(id).flatMap { positions.old[$0] })
  }

  /// The change of a declaration of the old model, or the one that it is a part of.
  func ofOld(_ id: EntityID) -> Int? {
    whole(positions.old[id] ?? pairs.counterpart(id, from: .old).flatMap { positions.new[$0] })
  }

  /// Whether a part of the system came, went or moved with a change.
  func isStructural(_ position: Int) -> Bool {
    let change = changes[position]
    return change.thing.keyword.isPart && [.added, .removed, .moved].contains(change.kind)
  }

  /// Whether a change is about a part of the system, rather than about what is said of its risks.
  func isAboutPart(_ position: Int) -> Bool { changes[position].thing.keyword.isPart }

  /// Whether a part of the system went, or stands elsewhere.
  var hasRemovedParts: Bool {
    changes.contains { $0.thing.keyword.isPart && ($0.kind == .removed || $0.isMoved) }
  }

  /// What is written differently in a declaration that both models have.
  func properties(ofNew id: EntityID) -> [PropertyChange] {
    guard let position = positions.new[id], changes[position].old != nil else { return [] }
    return changes[position].properties
  }

  /// The change of the policy, if there is one.
  var policy: Int? { positions.policy }

  /// As `ofNew`, but only where the change can have an effect on threats: a name or a title has none.
  func effectOfNew(_ id: EntityID) -> Int? { ofNew(id).flatMap(effective) }

  /// As `ofOld`, but only where the change can have an effect on threats.
  func effectOfOld(_ id: EntityID) -> Int? { ofOld(id).flatMap(effective) }

  /// The move of an element, or of what lies around it.
  func move(of id: EntityID) -> Int? {
    for place in [id] + pairs.new.ancestors(id) {
      if let position = positions.new[place], changes[position].isMoved { return position }
    }
    return nil
  }

  /// The boundary or element that was put around something, or taken away from around it.
  func enclosure(of before: EntityID, _ after: EntityID) -> Int? {
    for outer in pairs.new.ancestors(after) where pairs.counterpart(outer, from: .new) == nil {
      if let position = ofNew(outer) { return position }
    }
    for outer in pairs.old.ancestors(before) where pairs.counterpart(outer, from: .old) == nil {
      if let position = ofOld(outer) { return position }
    }
    return nil
  }

  private func matched(_ id: EntityID) -> EntityID? { pairs.counterpart(id, from: .new) }

  private func whole(_ position: Int?) -> Int? {
    guard var position else { return nil }
    while let outer = changes[position].within { position = outer }
    return position
  }

  private func effective(_ position: Int) -> Int? {
    let change = changes[position]
    switch change.kind {
    case .added, .removed: return position
    case .moved, .renamed, .changed:
      return change.properties.contains(where: \.hasEffect) ? position : nil
    }
  }
}

/// Where the change of each declaration stands in the list of changes.
struct ChangePositions {
  var old: [EntityID: Int] = [:]
  var new: [EntityID: Int] = [:]
  var policy: Int?
}

extension Keyword {
  /// Whether it declares a part of the system, rather than something said of one.
  fileprivate var isPart: Bool {
    switch self {
    case .boundary, .external, .process, .store, .interface, .component, .flow, .asset: true
    case .model, .import, .zone, .category, .hazard, .control, .requirement, .verification, .threat,
      .threatTemplate, .decision, .matrix, .row, .assumption, .document, .view, .rule, .exempt,
      .policy:
      false
    }
  }
}
