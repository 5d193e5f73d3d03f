// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Which declaration of one model is which of the other.
///
/// By the path from the top level first, then by `was`, by name in the same place, by name anywhere;
/// flows without an id by their ends, triage and rows of a matrix by what they stand in. Order and
/// files play no part.
struct DeclarationMatching {
  private let old: MatchingSide
  private let new: MatchingSide
  private var oldOfNew: [EntityID?]
  private var newOfOld: [EntityID?]

  init(_ old: Model, _ new: Model) {
    self.old = MatchingSide(old)
    self.new = MatchingSide(new)
    newOfOld = Array(repeating: nil, count: old.entities.count)
    oldOfNew = Array(repeating: nil, count: new.entities.count)
    if let before = old.system, let after = new.system { match(before, after) }
    matchNamed()
    matchFlowsByEnds()
    matchInside([.threat, .row])
  }

  func new(of id: EntityID) -> EntityID? { newOfOld[Int(id.index)] }
  func old(of id: EntityID) -> EntityID? { oldOfNew[Int(id.index)] }

  private mutating func match(_ before: EntityID, _ after: EntityID) {
    newOfOld[Int(before.index)] = after
    oldOfNew[Int(after.index)] = before
  }

  // MARK: - Declarations with a name of their own

  private mutating func matchNamed() {
    matchUnique { side, id in side.fullPath(id) }
    matchFormerNames()
    matchUnique(only: Self.places) { side, id in side.model.name(id) }
    matchInPlace()
    matchUnique { side, id in side.model.name(id) }
    matchNamesakes()
    matchInPlace()
  }

  private static let places: KeywordSet = [.boundary, .external, .process, .store]

  /// Matches what has the same key, where one declaration of a kind on each side has it.
  private mutating func matchUnique(
    only keywords: KeywordSet? = nil, by key: (MatchingSide, EntityID) -> String
  ) {
    let before = groups(old, newOfOld, keywords, key)
    let after = groups(new, oldOfNew, keywords, key)
    for (key, ids) in before where ids.count == 1 {
      if let found = after[key], found.count == 1 { match(ids[0], found[0]) }
    }
  }

  private struct Key: Hashable {
    let family: UInt8
    let text: String
  }

  private func groups(
    _ side: MatchingSide, _ matched: [EntityID?], _ keywords: KeywordSet? = nil,
    _ key: (MatchingSide, EntityID) -> String
  ) -> [Key: [EntityID]] {
    var groups: [Key: [EntityID]] = [:]
    for id in side.named where matched[Int(id.index)] == nil {
      if let keywords, !keywords.contains(side.model[id].keyword) { continue }
      groups[Key(family: side.family(id), text: key(side, id)), default: []].append(id)
    }
    return groups
  }

  /// Follows `was`, forwards and, for a change that is taken back, backwards.
  private mutating func matchFormerNames() {
    for id in new.named where old(of: id) == nil {
      if let found = former(of: id, new, in: old, newOfOld) { match(found, id) }
    }
    for id in old.named where new(of: id) == nil {
      if let found = former(of: id, old, in: new, oldOfNew) { match(id, found) }
    }
  }

  /// The one declaration, not matched yet, that bears a name which `was` of another states.
  private func former(
    of id: EntityID, _ side: MatchingSide, in other: MatchingSide, _ matched: [EntityID?]
  ) -> EntityID? {
    for name in side.model.words(id, .was) {
      let found = other.declarations(named: name).filter {
        matched[Int($0.index)] == nil && other.family($0) == side.family(id)
      }
      // Where the other side says the same `was`, the rename was there before.
      let isKnown = other.declarations(named: side.model.name(id)).contains {
        matched[Int($0.index)] == nil && other.model.words($0, .was).contains(name)
      }
      if found.count == 1, !isKnown { return found[0] }
    }
    return nil
  }

  /// Matches what bears the same name in places that are matched; outer places come first.
  private mutating func matchInPlace() {
    for id in new.named where old(of: id) == nil {
      guard let parent = new.place(id), let formerParent = old(of: parent) else { continue }
      let name = new.model.name(id)
      let found = old.model.children(formerParent).first {
        self.new(of: $0) == nil && old.isNamed($0) && old.family($0) == new.family(id)
          && old.model.name($0) == name
      }
      if let found { match(found, id) }
    }
  }

  /// Matches what is left of several declarations of a name: those with the same title first.
  private mutating func matchNamesakes() {
    let before = groups(old, newOfOld) { side, id in side.model.name(id) }
    let after = groups(new, oldOfNew) { side, id in side.model.name(id) }
    for (key, ids) in before {
      guard let others = after[key] else { continue }
      pair(ids, others)
    }
  }

  private mutating func pair(_ before: [EntityID], _ after: [EntityID]) {
    var olds = before.sorted { old.fullPath($0) < old.fullPath($1) }
    var news = after.sorted { new.fullPath($0) < new.fullPath($1) }
    for id in olds {
      let title = old.model.ownTitle(id)
      guard let index = news.firstIndex(where: { new.model.ownTitle($0) == title }) else {
        continue
      }
      match(id, news.remove(at: index))
    }
    olds.removeAll { self.new(of: $0) != nil }
    for (first, second) in zip(olds, news) { match(first, second) }
  }

  // MARK: - Flows without an id, and what stands inside

  /// The ends of a flow by what they are in the new model.
  private struct Ends: Hashable {
    let source: EntityID
    let target: EntityID
  }

  private mutating func matchFlowsByEnds() {
    var before: [Ends: [EntityID]] = [:]
    for flow in old.model.graph.flows where new(of: flow.entity) == nil {
      guard let source = new(of: flow.source), let target = new(of: flow.target) else { continue }
      before[Ends(source: source, target: target), default: []].append(flow.entity)
    }
    var after: [Ends: [EntityID]] = [:]
    for flow in new.model.graph.flows where old(of: flow.entity) == nil {
      after[Ends(source: flow.source, target: flow.target), default: []].append(flow.entity)
    }
    for (ends, olds) in before {
      guard let news = after[ends] else { continue }
      let first = olds.filter(old.isUnnamedFlow)
      let second = news.filter(new.isUnnamedFlow)
      pair(first, second)
      // One that got an id, or lost it, is the same where there is no doubt.
      let leftOlds = olds.filter { new(of: $0) == nil }
      let leftNews = news.filter { old(of: $0) == nil }
      guard leftOlds.count == 1, leftNews.count == 1,
        old.isUnnamedFlow(leftOlds[0]) || new.isUnnamedFlow(leftNews[0])
      else { continue }
      match(leftOlds[0], leftNews[0])
    }
  }

  /// A name inside a declaration.
  private struct InnerName: Hashable {
    let parent: EntityID
    let keyword: Keyword
    let name: String
  }

  private mutating func matchInside(_ keywords: KeywordSet) {
    var former: [InnerName: [EntityID]] = [:]
    for id in old.model.allEntities where keywords.contains(old.model[id].keyword) {
      guard let parent = old.model[id].parent else { continue }
      let key = InnerName(parent: parent, keyword: old.model[id].keyword, name: old.model.name(id))
      former[key, default: []].append(id)
    }
    for id in new.model.allEntities where keywords.contains(new.model[id].keyword) {
      guard !new.model.isBuiltIn(id), let parent = new.model[id].parent,
        let formerParent = old(of: parent)
      else { continue }
      let names = [new.model.name(id)] + new.model.words(id, .was)
      for name in names {
        let key = InnerName(parent: formerParent, keyword: new.model[id].keyword, name: name)
        guard let found = former[key]?.first(where: { self.new(of: $0) == nil }) else { continue }
        match(found, id)
        break
      }
    }
  }
}
