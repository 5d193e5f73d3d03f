// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Compares what the authors of two models declare.
struct DeclarationComparison {
  /// By kind, keyword and path.
  private(set) var changes: [DeclarationChange] = []
  private(set) var positions = ChangePositions()

  private let pairs: Correspondence
  private let reader: PropertyReader
  private let severities: SeverityComparison
  private let oldExcuses: [EntityID: [Excuse]]
  private let newExcuses: [EntityID: [Excuse]]
  private var drafts: [Draft] = []
  /// Names that came in or went out with what they name, by its key.
  private var references: [String: [ReferenceChange]] = [:]

  /// A change with the declarations that it is about.
  private struct Draft {
    let change: DeclarationChange
    let old: EntityID?
    let new: EntityID?
  }

  init(_ pairs: Correspondence, _ severities: SeverityComparison) {
    self.pairs = pairs
    self.severities = severities
    reader = PropertyReader(pairs: pairs)
    oldExcuses = Dictionary(grouping: pairs.old.excuses, by: \.entity)
    newExcuses = Dictionary(grouping: pairs.new.excuses, by: \.entity)
    for id in pairs.new.allEntities where isCompared(id, pairs.new) {
      if let former = pairs.counterpart(id, from: .new) {
        compare(former, id)
      } else {
        drafts.append(Draft(change: added(id), old: nil, new: id))
      }
    }
    for id in pairs.old.allEntities
    where isCompared(id, pairs.old) && pairs.counterpart(id, from: .old) == nil {
      drafts.append(Draft(change: removed(id), old: id, new: nil))
    }
    comparePolicies()
    list()
    addReferences()
    addEnclosures()
    RenameHints(pairs, reader).add(to: &changes, positions)
  }

  private func isCompared(_ id: EntityID, _ model: Model) -> Bool {
    switch model[id].keyword {
    case .import, .policy: false
    case .model, .zone, .category, .asset, .hazard, .boundary, .external, .process, .store,
      .interface,
      .component, .flow, .control, .requirement, .verification, .threat, .threatTemplate,
      .decision, .matrix, .row, .assumption, .document, .view, .rule, .exempt:
      !model.isBuiltIn(id)
    }
  }

  // MARK: - One declaration

  private mutating func compare(_ old: EntityID, _ new: EntityID) {
    let properties = differences(old, new)
    let isRenamed =
      pairs.old.name(old) != pairs.new.name(new) && !isNamedAfterEnds(old, new)
      && pairs.new[new].keyword != .model
    let isMoved = hasMoved(old, new)
    guard !properties.isEmpty || isRenamed || isMoved else { return }
    var change = DeclarationChange(
      old: pairs.thing(old, on: .old), new: pairs.thing(new, on: .new), isMoved: isMoved,
      isRenamed: isRenamed, properties: properties)
    change.weakening = WeakeningFinder(pairs: pairs).weakening(old, new, properties)
    if severities.isLighter(pairs.new, new, pairs.old, old) {
      change.relaxed = [Property.severity.word]
    }
    drafts.append(Draft(change: change, old: old, new: new))
  }

  /// Whether a flow has a new name only because one of its ends has.
  private func isNamedAfterEnds(_ old: EntityID, _ new: EntityID) -> Bool {
    pairs.old.name(old).contains(">") && pairs.new.name(new).contains(">")
  }

  private func hasMoved(_ old: EntityID, _ new: EntityID) -> Bool {
    switch pairs.new[new].keyword {
    case .boundary, .external, .process, .store, .interface, .component:
      let before = pairs.sharedPlace(old, on: .old).flatMap { pairs.counterpart($0, from: .old) }
      return before != pairs.sharedPlace(new, on: .new)
    // Where these are declared says nothing.
    case .model, .import, .zone, .category, .asset, .hazard, .flow, .control, .requirement,
      .verification,
      .threat, .threatTemplate, .decision, .matrix, .row, .assumption, .document, .view, .rule,
      .exempt,
      .policy:
      return false
    }
  }

  private mutating func differences(_ old: EntityID, _ new: EntityID) -> [PropertyChange] {
    let before = reader.contents(old, on: .old)
    let after = reader.contents(new, on: .new)
    var found: [PropertyChange] = []
    for name in Set(before.keys).union(after.keys).sorted() {
      let (first, second) = (before[name], after[name])
      if first?.keys ?? [] == second?.keys ?? [] { continue }
      if first?.sharedKeys ?? [] == second?.sharedKeys ?? [] {
        refer(to: first?.foreign ?? [], from: new, name, on: .old)
        refer(to: second?.foreign ?? [], from: new, name, on: .new)
        continue
      }
      found.append(PropertyChange(name: name, old: first?.text, new: second?.text))
    }
    return found + excuses(old, new)
  }

  private mutating func refer(
    to named: [EntityID], from id: EntityID, _ property: String, on side: Side
  ) {
    for target in named {
      references[pairs.key(target, on: side), default: []].append(
        ReferenceChange(from: pairs.thing(id, on: .new), property: property))
    }
  }

  private func excuses(_ old: EntityID, _ new: EntityID) -> [PropertyChange] {
    let before = excuseTexts(oldExcuses[old] ?? [])
    let after = excuseTexts(newExcuses[new] ?? [])
    if before.isEmpty, after.isEmpty { return [] }
    return Set(before.keys).union(after.keys).sorted().compactMap { rule in
      let (first, second) = (before[rule], after[rule])
      if first == second { return nil }
      return PropertyChange(name: "@allow(\(rule))", old: first, new: second)
    }
  }

  private func excuseTexts(_ excuses: [Excuse]) -> [String: String] {
    Dictionary(
      excuses.map { excuse in
        (excuse.rule, excuse.reason + (excuse.until.map { ", until \($0)" } ?? ""))
      }, uniquingKeysWith: { "\($0); \($1)" })
  }

  private func added(_ id: EntityID) -> DeclarationChange {
    DeclarationChange(
      old: nil, new: pairs.thing(id, on: .new), isMoved: false, isRenamed: false,
      properties: whole(id, on: .new).map {
        PropertyChange(name: $0.name, old: nil, new: $0.text)
      })
  }

  private func removed(_ id: EntityID) -> DeclarationChange {
    var change = DeclarationChange(
      old: pairs.thing(id, on: .old), new: nil, isMoved: false, isRenamed: false,
      properties: whole(id, on: .old).map {
        PropertyChange(name: $0.name, old: $0.text, new: nil)
      })
    change.weakening = WeakeningFinder(pairs: pairs).weakening(removing: id)
    if pairs.old[id].keyword == .rule { change.relaxed = [pairs.old.name(id)] }
    return change
  }

  /// All that is written in a declaration which one side has alone.
  private func whole(_ id: EntityID, on side: Side) -> [(name: String, text: String?)] {
    reader.contents(id, on: side).sorted { $0.key < $1.key }.compactMap { name, content in
      let isSaidAlready = ["title", "declared as", "from", "to", "direction", "libraries"]
      return isSaidAlready.contains(name) ? nil : (name, content.text)
    }
  }

  // MARK: - The policy

  private mutating func comparePolicies() {
    let before = reader.policy(on: .old)
    let after = reader.policy(on: .new)
    var found: [PropertyChange] = []
    for name in Set(before.keys).union(after.keys).sorted() {
      let (first, second) = (before[name] ?? [], after[name] ?? [])
      let left = first.filter { old in !second.contains { $0.keys == old.keys } }
      let came = second.filter { new in !first.contains { $0.keys == new.keys } }
      if left.count == 1, came.count == 1 {
        found.append(PropertyChange(name: name, old: left[0].text, new: came[0].text))
      } else {
        found += left.map { PropertyChange(name: name, old: $0.text, new: nil) }.sorted()
        found += came.map { PropertyChange(name: name, old: nil, new: $0.text) }.sorted()
      }
    }
    guard !found.isEmpty else { return }
    let thing = DeclaredThing(
      keyword: .policy, path: "policy", title: nil, place: nil, ends: nil)
    var change = DeclarationChange(
      old: before.isEmpty ? nil : thing, new: after.isEmpty ? nil : thing, isMoved: false,
      isRenamed: false, properties: found)
    let templates = [pairs.old, pairs.new].flatMap { model in
      model.all(.threatTemplate).map { model.name($0) }
    }
    change.relaxed = PolicyRelaxation.words(
      in: found, kept: Set(after.keys), templates: Set(templates), severities)
    drafts.append(Draft(change: change, old: nil, new: nil))
  }

  // MARK: - The list

  private mutating func list() {
    let kinds = DeclarationChange.Kind.allCases
    let keyed = drafts.map { draft in
      (
        kind: kinds.firstIndex(of: draft.change.kind) ?? 0,
        keyword: Self.rank(draft.change.thing.keyword), path: draft.change.thing.path, draft: draft
      )
    }
    let sorted = keyed.sorted { ($0.kind, $0.keyword, $0.path) < ($1.kind, $1.keyword, $1.path) }
    for (position, entry) in sorted.enumerated() {
      if let old = entry.draft.old { positions.old[old] = position }
      if let new = entry.draft.new { positions.new[new] = position }
      if entry.draft.change.thing.keyword == .policy { positions.policy = position }
      changes.append(entry.draft.change)
    }
    for (position, entry) in sorted.enumerated() {
      changes[position].within = outer(entry.draft)
    }
    drafts = []
  }

  /// Structure first, then what is written about it.
  private static func rank(_ keyword: Keyword) -> UInt8 {
    switch keyword {
    case .boundary: 0
    case .external, .process, .store: 1
    case .flow: 2
    case .model, .import, .zone, .category, .asset, .hazard, .interface, .component, .control,
      .requirement,
      .verification, .threat, .threatTemplate, .decision, .matrix, .row, .assumption, .document,
      .view, .rule, .exempt,
      .policy:
      keyword.rawValue + 3
    }
  }

  /// The change of the element that an interface, a component or triage came or went with.
  private func outer(_ draft: Draft) -> Int? {
    guard draft.old == nil || draft.new == nil else { return nil }
    if let id = draft.new { return outer(id, pairs.new, positions.new, .added) }
    if let id = draft.old { return outer(id, pairs.old, positions.old, .removed) }
    return nil
  }

  private func outer(
    _ id: EntityID, _ model: Model, _ positions: [EntityID: Int], _ kind: DeclarationChange.Kind
  ) -> Int? {
    switch model[id].keyword {
    case .interface, .component, .threat, .row:
      let position = model[id].parent.flatMap { positions[$0] }
      return position.flatMap { changes[$0].kind == kind ? $0 : nil }
    case .model, .import, .zone, .category, .asset, .hazard, .boundary, .external, .process, .store,
      .flow,
      .control, .requirement, .verification, .threatTemplate, .decision, .matrix, .assumption,
      .document,
      .view, .rule, .policy, .exempt:
      return nil
    }
  }

  private mutating func addReferences() {
    let byKey =
      positions.old.map { (pairs.key($0.key, on: .old), $0.value) }
      + positions.new.map { (pairs.key($0.key, on: .new), $0.value) }
    for (key, position) in byKey {
      guard let found = references[key] else { continue }
      changes[position].references = found.sorted { left, right in
        (Self.rank(left.from.keyword), left.from.path, left.property)
          < (Self.rank(right.from.keyword), right.from.path, right.property)
      }
    }
  }

  /// What lies inside a boundary or element that was added or removed, and did not move for it.
  private mutating func addEnclosures() {
    for (id, position) in positions.new where changes[position].kind == .added {
      changes[position].encloses = enclosed(id, .new).map { pairs.thing($0, on: .new) }
    }
    for (id, position) in positions.old where changes[position].kind == .removed {
      changes[position].encloses = enclosed(id, .old).map { pairs.thing($0, on: .old) }
    }
  }

  private func enclosed(_ id: EntityID, _ side: Side) -> [EntityID] {
    let model = pairs.model(side)
    let found = model.children(id).filter { child in
      let isPlace = model[child].keyword.isElement || model[child].keyword == .boundary
      guard isPlace, let other = pairs.counterpart(child, from: side) else { return false }
      switch side {
      case .old: return !hasMoved(child, other)
      case .new: return !hasMoved(other, child)
      }
    }
    return found.sorted { model.path($0) < model.path($1) }
  }
}

extension [PropertyChange] {
  fileprivate func sorted() -> [PropertyChange] {
    sorted { ($0.old ?? "", $0.new ?? "") < ($1.old ?? "", $1.new ?? "") }
  }
}
