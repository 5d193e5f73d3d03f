// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What an update does to a text: the last import, the newer one and the text itself, declaration by declaration.
struct UpdateComparison {
  /// Edits of the text, and what is left as it is although the source changed.
  struct Plan {
    var edits: [Edit] = []
    /// How many declarations come.
    var added = 0
    /// What goes, with all that lies in it.
    var removed: [OutlineDeclaration] = []
    var conflicts: [(offset: UInt32, message: String, newer: String)] = []
  }

  let base: ModelOutline?
  let newer: ModelOutline
  let current: ModelOutline
  /// From the newer import to the last one.
  let toBase: UpdateMatching?
  /// From the newer import to the text.
  let toCurrent: UpdateMatching
  /// From the last import to the text.
  let fromBase: UpdateMatching?
  /// The declarations of the text that were in the last import.
  private let imported: Set<ObjectIdentifier>
  /// The ids of the text for those of the imports.
  private var newerNames: [String: String] = [:]
  private var baseNames: [String: String] = [:]
  /// The ids of new threats, which are unique in what they are about.
  private var threatNames: [ObjectIdentifier: String] = [:]
  /// Why elements of the newer import are not what they were, where titles went over from one id to another.
  private var newerNamed: [String: OutlineDeclaration] = [:]
  private var exchanged: [ObjectIdentifier: String] = [:]

  init(base: ModelOutline?, newer: ModelOutline, current: ModelOutline) {
    self.base = base
    self.newer = newer
    self.current = current
    toBase = base.map { UpdateMatching(from: newer, to: $0, isImport: true) }
    let fromBase = base.map { UpdateMatching(from: $0, to: current) }
    self.fromBase = fromBase
    imported = Set(
      (base?.all ?? []).compactMap { fromBase?.counterpart($0) }.map { ObjectIdentifier($0) })
    toCurrent = UpdateMatching(
      from: newer, to: current, bySourceAlone: base != nil, isImport: base == nil)
    var used = ImportedNames()
    for declaration in current.all { if let id = declaration.id { used.take(id) } }
    for declaration in base?.all ?? [] where declaration.keyword != .threat {
      guard let id = declaration.id, let known = fromBase?.counterpart(declaration)?.id else {
        continue
      }
      baseNames[id] = known
    }
    for declaration in newer.all where declaration.keyword != .threat {
      guard let id = declaration.id else { continue }
      // A new one may have an id that people gave to something else.
      newerNames[id] = counterpart(declaration)?.id ?? used.id(id, orElse: id)
    }
    for declaration in newer.all where declaration.keyword.isElement {
      if let id = declaration.id { newerNamed[id] = declaration }
    }
    nameThreats()
    findExchanged()
  }

  /// Ids that people write, such as the letters of a flowchart, are given anew when something comes between: the title
  /// that one had is that of another then.
  private mutating func findExchanged() {
    guard let base, let toBase else { return }
    var holders: [String: [OutlineDeclaration]] = [:]
    var kept: Set<ObjectIdentifier> = []
    for declaration in newer.all where declaration.keyword.isElement {
      guard let title = declaration.title else { continue }
      if let old = toBase.counterpart(declaration), old.title == title {
        kept.insert(ObjectIdentifier(old))
      } else {
        holders[title, default: []].append(declaration)
      }
    }
    var former: [String: [OutlineDeclaration]] = [:]
    for old in base.all where old.keyword.isElement && !kept.contains(ObjectIdentifier(old)) {
      if let title = old.title { former[title, default: []].append(old) }
    }
    for declaration in newer.all where declaration.keyword.isElement {
      guard let old = toBase.counterpart(declaration), let before = old.title,
        let title = declaration.title, before != title
      else { continue }
      let phrase = "what has the id of \(Self.phrase(counterpart(declaration) ?? old))"
      if holders[before] != nil {
        exchanged[ObjectIdentifier(declaration)] =
          "\(phrase) is “\(title)” in the source, and “\(before)” has another id"
      } else if former[title]?.contains(where: { $0 !== old }) ?? false {
        exchanged[ObjectIdentifier(declaration)] =
          "\(phrase) is “\(title)” in the source, which had another id"
      }
    }
  }

  /// Why a declaration of the newer import is another one although it has the id of what was imported last.
  func exchange(_ declaration: OutlineDeclaration) -> String? {
    if let reason = exchanged[ObjectIdentifier(declaration)] { return reason }
    guard let ends = declaration.ends else { return nil }
    return [ends.source, ends.target].lazy.compactMap { name in
      newerNamed[name].flatMap { exchanged[ObjectIdentifier($0)] }
    }.first
  }

  /// A threat that is gone in the source may stay where it was worked on, with the id that a new one has.
  private mutating func nameThreats() {
    for declaration in newer.all {
      let threats = declaration.children.filter { $0.keyword == .threat }
      guard !threats.isEmpty, let place = counterpart(declaration) else { continue }
      var used = ImportedNames()
      for known in place.children { if let id = known.id { used.take(id) } }
      for threat in threats where threat.title != nil && counterpart(threat) == nil {
        guard let id = threat.id else { continue }
        threatNames[ObjectIdentifier(threat)] = used.id(id, orElse: id)
      }
    }
  }

  /// The declaration of the text that one of the newer import is.
  func counterpart(_ declaration: OutlineDeclaration) -> OutlineDeclaration? {
    if let old = toBase?.counterpart(declaration) { return fromBase?.counterpart(old) }
    // What was imported last is what the last import says of it, and nothing else.
    return toCurrent.counterpart(declaration).flatMap {
      imported.contains(ObjectIdentifier($0)) ? nil : $0
    }
  }

  func name(ofNewer id: String) -> String { newerNames[id] ?? id }

  /// The values of a property, its names as those of the text.
  func values(
    _ values: [String], of name: String, _ keyword: Keyword, isNewer: Bool
  ) -> [String] {
    guard let property = Property(word: name),
      let spec = Schema.spec(of: keyword).spec(of: property), spec.type.namesDeclarations
    else { return values }
    let names = isNewer ? newerNames : baseNames
    return values.map { names[$0] ?? $0 }
  }

  func ends(_ declaration: OutlineDeclaration, isNewer: Bool) -> ImportedDeclaration.Ends? {
    let names = isNewer ? newerNames : baseNames
    return declaration.ends.map {
      .init(
        names[$0.source] ?? $0.source, names[$0.target] ?? $0.target, isTwoWay: $0.isTwoWay)
    }
  }

  // MARK: - Plans

  func plan(_ pass: ModelUpdate.Pass) -> Plan {
    switch pass {
    case .change: changes()
    case .add: additions()
    case .move: moves()
    case .remove: removals()
    }
  }

  private func changes() -> Plan {
    var plan = Plan()
    for declaration in newer.all {
      let old = toBase?.counterpart(declaration)
      guard let found = counterpart(declaration) else {
        // What people deleted stays deleted.
        if let old, declaration.parent.map({ counterpart($0) != nil }) ?? true,
          !UpdateFields(self, old, declaration, declaration).isSame(old, declaration)
        {
          plan.conflicts.append(
            (
              0, "\(Self.phrase(declaration)) was deleted here and changed in the source",
              declaration.node.text
            ))
        }
        continue
      }
      var fields = UpdateFields(self, old, declaration, found)
      fields.compare()
      plan.edits += fields.edits
      plan.conflicts += fields.conflicts
    }
    return plan
  }

  // MARK: - What is new

  private func additions() -> Plan {
    var plan = Plan()
    var edits: [ObjectIdentifier: DeclarationEdit] = [:]
    var order: [ObjectIdentifier] = []
    var top: [(keyword: Keyword, text: String)] = []
    for declaration in newer.all where isNew(declaration) {
      guard !(declaration.parent.map(isNew) ?? false),
        let place = home(of: declaration)
      else { continue }
      plan.added += count(of: declaration)
      if let place {
        let key = ObjectIdentifier(place)
        if edits[key] == nil {
          edits[key] = DeclarationEdit(place.node)
          order.append(key)
        }
        edits[key]?.append(declaration: text(of: declaration, indent: ""))
      } else {
        top.append((declaration.keyword, text(of: declaration, indent: "")))
      }
    }
    plan.edits = order.flatMap { edits[$0]?.edits ?? [] }
    plan.edits += Self.appending(top, to: current)
    return plan
  }

  private func count(of declaration: OutlineDeclaration) -> Int {
    declaration.children.filter(isNew).reduce(1) { $0 + count(of: $1) }
  }

  /// Where the text has room for a declaration of the newer import: in the text's counterpart of its parent, or at the
  /// top. Elements whose boundary somebody deleted stand in the next one around it; nil for what else has no subject.
  func home(of declaration: OutlineDeclaration) -> OutlineDeclaration?? {
    guard let parent = declaration.parent else { return .some(nil) }
    if let place = counterpart(parent) { return .some(place) }
    guard declaration.keyword.isElement || declaration.keyword == .boundary, !isNew(parent) else {
      return nil
    }
    return home(of: parent)
  }

  func isNew(_ declaration: OutlineDeclaration) -> Bool {
    toBase?.counterpart(declaration) == nil && counterpart(declaration) == nil
  }

  /// Edits that put declarations behind the last one of their kind at the top level, else at the end.
  static func appending(
    _ texts: [(keyword: Keyword, text: String)], to outline: ModelOutline
  ) -> [Edit] {
    texts.map { keyword, text in
      let last = outline.top.last { $0.keyword == keyword }
      if let last { return Edit(last.node.range.endPoint, "\n\(text)") }
      let end = UInt32(outline.tree.bytes.count)
      let isEnded = outline.tree.bytes.last == 0x0A
      return Edit(
        SourceRange(file: outline.tree.file, start: end, end: end),
        "\(isEnded ? "" : "\n")\n\(text)\n")
    }
  }

  /// A new declaration with what is new in it, as it is written in the text.
  func text(of declaration: OutlineDeclaration, indent: String) -> String {
    var text = declaration.documentation.map { "/// \($0)\n\(indent)" }.joined()
    text += declaration.keyword.word
    if let id = declaration.id {
      let threat = threatNames[ObjectIdentifier(declaration)] ?? id
      text += " \(declaration.keyword == .threat ? threat : name(ofNewer: id))"
      if declaration.ends != nil { text += ":" }
    }
    if let ends = ends(declaration, isNewer: true) {
      text += " \(ends.source) \(ends.isTwoWay ? "<->" : "->") \(ends.target)"
    }
    if let title = declaration.title { text += " \(StringLiteral.literal(title))" }
    let children = declaration.children.filter(isNew)
    if declaration.properties.isEmpty, children.isEmpty { return text }
    text += " {\n"
    for (name, written) in declaration.properties {
      let list = values(written, of: name, declaration.keyword, isNewer: true)
      text += "\(indent)  \(name): \(list.joined(separator: ", "))\n"
    }
    for child in children {
      text += "\(indent)  \(self.text(of: child, indent: indent + "  "))\n"
    }
    return text + "\(indent)}"
  }

  // MARK: - What is gone

  private func removals() -> Plan {
    var plan = Plan()
    guard let base, let fromBase else { return plan }
    let kept = Set(newer.all.compactMap { toBase?.counterpart($0) }.map { ObjectIdentifier($0) })
    let present = Set(newer.all.compactMap(counterpart).map { ObjectIdentifier($0) })
    let gone = base.all.filter { !kept.contains(ObjectIdentifier($0)) }
    var candidates: [OutlineDeclaration] = []
    for old in gone {
      guard let found = fromBase.counterpart(old), !present.contains(ObjectIdentifier(found)) else {
        continue
      }
      if UpdateFields(self, old, old, found).isUntouched(old, found) {
        candidates.append(found)
      } else {
        plan.conflicts.append(stays(found, "it was worked on here"))
      }
    }
    // What stays keeps what it names, and so on.
    let users = self.users()
    var isStable = false
    while !isStable {
      isStable = true
      for candidate in candidates {
        let leaving = Set(candidates.map { ObjectIdentifier($0) })
        let reason =
          user(of: candidate, users, leaving: candidates).map { "`\($0)` uses it" }
          ?? (candidate.isWhole(in: leaving) ? nil : "it holds what stays")
        guard let reason else { continue }
        candidates.removeAll { $0 === candidate }
        plan.conflicts.append(stays(candidate, reason))
        isStable = false
      }
    }
    plan.removed = candidates
    plan.edits = candidates.filter { candidate in
      !candidates.contains { $0 !== candidate && candidate.lies(in: $0) }
    }.map { DeclarationEdit.removal(of: $0.node) }
    return plan
  }

  private func stays(
    _ declaration: OutlineDeclaration, _ why: String
  ) -> (offset: UInt32, message: String, newer: String) {
    (0, "\(Self.phrase(declaration)) is gone in the source and stays, since \(why)", "")
  }

  /// What names each id, in ends and values.
  private func users() -> [String: [OutlineDeclaration]] {
    var users: [String: [OutlineDeclaration]] = [:]
    for declaration in current.all {
      let ends = declaration.ends.map { [$0.source, $0.target] } ?? []
      for value in declaration.properties.flatMap(\.values) + ends where !value.hasPrefix("\"") {
        for part in value.split(whereSeparator: { " .()".contains($0) }) {
          users[String(part), default: []].append(declaration)
        }
      }
    }
    return users
  }

  /// What names a declaration, or something in it, and stays.
  private func user(
    of declaration: OutlineDeclaration, _ users: [String: [OutlineDeclaration]],
    leaving: [OutlineDeclaration]
  ) -> String? {
    var found: String?
    func look(_ part: OutlineDeclaration) {
      if let id = part.id, part.keyword != .threat, found == nil {
        found = users[id]?.first { user in
          !user.lies(in: declaration) && !leaving.contains { user.lies(in: $0) }
        }.map { $0.id ?? $0.keyword.word }
      }
      part.children.forEach(look)
    }
    look(declaration)
    return found
  }

  static func phrase(_ declaration: OutlineDeclaration) -> String {
    let id = declaration.id.map { " `\($0)`" } ?? ""
    return "the \(declaration.keyword.word)\(id)"
  }
}

extension OutlineDeclaration {
  /// Whether it is another or stands somewhere in it.
  func lies(in other: OutlineDeclaration) -> Bool {
    var place: OutlineDeclaration? = self
    while let current = place {
      if current === other { return true }
      place = current.parent
    }
    return false
  }

  /// Whether it and all that it holds are among others.
  fileprivate func isWhole(in others: Set<ObjectIdentifier>) -> Bool {
    others.contains(ObjectIdentifier(self)) && children.allSatisfy { $0.isWhole(in: others) }
  }
}

extension ValueType {
  /// Whether a value can be the name of a declaration.
  fileprivate var namesDeclarations: Bool {
    switch self {
    case .reference: true
    case .oneOf(let types): types.contains { $0.namesDeclarations }
    case .text, .number, .boolean, .date, .word, .identifier, .condition: false
    }
  }
}
