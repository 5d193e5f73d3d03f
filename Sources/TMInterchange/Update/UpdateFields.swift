// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What changed in one declaration: heading, documentation and properties.
struct UpdateFields {
  private let comparison: UpdateComparison
  private let old: OutlineDeclaration?
  private let newer: OutlineDeclaration
  private let current: OutlineDeclaration
  private var edit: DeclarationEdit
  private(set) var conflicts: [(offset: UInt32, message: String, newer: String)] = []
  /// Edits of triages in the declaration.
  private var triages: [Edit] = []

  init(
    _ comparison: UpdateComparison, _ old: OutlineDeclaration?, _ newer: OutlineDeclaration,
    _ current: OutlineDeclaration
  ) {
    (self.comparison, self.old, self.newer, self.current) = (comparison, old, newer, current)
    edit = DeclarationEdit(current.node)
  }

  var edits: [Edit] { edit.edits + triages }

  /// What is to be done about one field.
  private enum Outcome {
    case keep
    case change
    case conflict
  }

  /// Three ways: what the source did not change stays, what people did not change follows the source.
  private func outcome<Value: Equatable>(
    _ old: Value?, _ newer: Value, _ current: Value
  ) -> Outcome {
    if newer == current || newer == old { return .keep }
    return old == current ? .change : .conflict
  }

  private mutating func conflict(_ what: String, _ newer: String) {
    let phrase = UpdateComparison.phrase(current)
    let message =
      old == nil
      ? "\(what) of \(phrase) is another one in the source"
      : "\(what) of \(phrase) was changed here and in the source"
    conflicts.append((current.node.range.start, message, newer))
  }

  mutating func compare() {
    if current.keyword.isElement {
      switch outcome(old?.keyword, newer.keyword, current.keyword) {
      case .keep: break
      case .change: edit.setKeyword(newer.keyword.word)
      case .conflict: conflict("the kind", newer.keyword.word)
      }
    }
    switch outcome(old.map(\.title), newer.title, current.title) {
    case .keep: break
    case .change: edit.setTitle(newer.title)
    case .conflict: conflict("the title", newer.title ?? "no title")
    }
    compareEnds()
    compareDocumentation()
    var names = newer.properties.map(\.name)
    for name in old?.properties.map(\.name) ?? [] where !names.contains(name) { names.append(name) }
    for name in names { compareProperty(name) }
    reopenTriages()
    reopen()
  }

  // MARK: - Decisions

  /// Opens decisions about a declaration that is another thing by now, where the source knows nothing of them.
  private mutating func reopenTriages() {
    guard let old, let reason = DecisionGround.change(from: old, to: newer, comparison) else {
      return
    }
    let known = newer.children.compactMap { comparison.counterpart($0) }
    for triage in current.children
    where triage.keyword == .threat && !known.contains(where: { $0 === triage }) {
      guard DecisionGround.isDecided(triage.values("status")) else { continue }
      var edit = DeclarationEdit(triage.node)
      edit.set("status", to: "open", after: [])
      triages += edit.edits
      addReopened(triage, reason)
    }
  }

  /// Opens a threat that was decided here, where it is another one by now or is about another thing.
  private mutating func reopen() {
    guard current.keyword == .threat, let old, let now = current.values("status"),
      DecisionGround.isDecided(now), now != newer.values("status"), now != old.values("status")
    else { return }
    let outer = newer.parent.flatMap { parent in
      comparison.toBase?.counterpart(parent).flatMap {
        DecisionGround.change(from: $0, to: parent, comparison)
      }
    }
    guard let reason = outer ?? DecisionGround.changeOfThreat(from: old, to: newer, decided: now),
      old.values("status") == newer.values("status")
    else { return }
    edit.set("status", to: "open", after: ["category"])
    addReopened(current, reason)
  }

  private mutating func addReopened(_ threat: OutlineDeclaration, _ reason: String) {
    conflicts.append(
      (
        threat.node.range.start,
        "the decision about \(UpdateComparison.phrase(threat)) of \(UpdateComparison.phrase(threat.parent ?? threat)) "
          + "is kept as a text, and the threat is open again, since \(reason)",
        ""
      ))
  }

  private mutating func compareEnds() {
    guard let ends = comparison.ends(newer, isNewer: true), let known = current.ends else { return }
    let text = { (ends: ImportedDeclaration.Ends) in
      "\(ends.source) \(ends.isTwoWay ? "<->" : "->") \(ends.target)"
    }
    let before = old.flatMap { comparison.ends($0, isNewer: false) }.map(text)
    switch outcome(before, text(ends), text(known)) {
    case .keep: break
    case .change: edit.setEnds(ends.source, ends.target, isTwoWay: ends.isTwoWay)
    case .conflict: conflict("the ends", text(ends))
    }
  }

  private mutating func compareDocumentation() {
    switch outcome(old?.documentation, newer.documentation, current.documentation) {
    case .keep: break
    case .change: edit.setDocumentation(newer.documentation)
    case .conflict:
      // Lines that people wrote behind those of the source stay behind the new ones.
      if let old, !old.documentation.isEmpty,
        current.documentation.starts(with: old.documentation)
      {
        let own = current.documentation.dropFirst(old.documentation.count)
        edit.setDocumentation(newer.documentation + own)
      } else if old?.documentation.isEmpty == true {
        edit.setDocumentation(newer.documentation + current.documentation)
      } else {
        conflict("the documentation", newer.documentation.joined(separator: " "))
      }
    }
  }

  private mutating func compareProperty(_ name: String) {
    let before = old?.values(name).map {
      comparison.values($0, of: name, newer.keyword, isNewer: false)
    }
    let after = newer.values(name).map {
      comparison.values($0, of: name, newer.keyword, isNewer: true)
    }
    let now = current.values(name)
    if after == now || old != nil && after == before { return }
    guard comparison.base != nil else {
      return conflict("`\(name)`", after.map { $0.joined(separator: ", ") } ?? "nothing")
    }
    if isList(name), old != nil || now == nil {
      // Each value by itself: those that came are added, those that went are taken out.
      let gone = Set(before ?? []).subtracting(after ?? [])
      let known = now ?? []
      if old != nil, now == nil, before != nil, !(before ?? []).isEmpty {
        return conflict("`\(name)`", (after ?? []).joined(separator: ", "))
      }
      let added = (after ?? []).filter { !(before ?? []).contains($0) && !known.contains($0) }
      let values = known.filter { !gone.contains($0) } + added
      if values == known { return }
      if values.isEmpty { edit.remove(name) } else { set(name, values) }
      return
    }
    switch old == nil && now == nil ? .change : outcome(old.map { _ in before }, after, now) {
    case .keep: break
    case .change:
      if let after { set(name, after) } else { edit.remove(name) }
    case .conflict:
      conflict("`\(name)`", after.map { $0.joined(separator: ", ") } ?? "nothing")
    }
  }

  private mutating func set(_ name: String, _ values: [String]) {
    // Behind what stands before it in the import.
    let before = newer.properties.map(\.name).prefix { $0 != name }
    edit.set(name, to: values.joined(separator: ", "), after: Set(before))
  }

  private func isList(_ name: String) -> Bool {
    guard let property = Property(word: name),
      let spec = Schema.spec(of: newer.keyword).spec(of: property)
    else { return false }
    if case .condition = spec.type { return false }
    return spec.cardinality == .list
  }

  // MARK: - Whether anything differs

  /// Whether the source says the same of a declaration in both versions.
  func isSame(_ old: OutlineDeclaration, _ newer: OutlineDeclaration) -> Bool {
    old.keyword == newer.keyword && old.title == newer.title
      && old.documentation == newer.documentation
      && old.ends.map { "\($0)" } == newer.ends.map { "\($0)" }
      && old.properties.map(\.name) == newer.properties.map(\.name)
      && old.properties.map(\.values) == newer.properties.map(\.values)
  }

  /// Whether nobody changed a declaration, or anything in it, since it was imported.
  func isUntouched(_ old: OutlineDeclaration, _ current: OutlineDeclaration) -> Bool {
    // An import numbers ids, so that the number of one that stayed is another in the next.
    let stem = { (id: String?) in
      id.map { $0.reversed().drop { $0.isNumber }.drop { $0 == "-" }.map(String.init).joined() }
    }
    guard old.keyword == current.keyword, old.title == current.title,
      stem(old.id) == stem(current.id),
      old.documentation == current.documentation, old.properties.count == current.properties.count
    else { return false }
    for (name, values) in old.properties {
      // Where something lies, and so what it crosses, follows from other changes.
      if name == "crosses" || name == "controls" && current.values(name) == nil { continue }
      let mapped = comparison.values(values, of: name, old.keyword, isNewer: false)
      guard current.values(name) == mapped else { return false }
    }
    guard comparison.ends(old, isNewer: false).map({ "\($0)" }) == current.ends.map({ "\($0)" })
    else {
      return false
    }
    // What the newer version has moved elsewhere is not here any more; nothing may have come.
    let known = old.children.compactMap { child in
      comparison.fromBase?.counterpart(child).map { (child, $0) }
    }
    return current.children.allSatisfy { child in
      known.contains { $0.1 === child && isUntouched($0.0, child) }
    }
  }
}
