// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMSource
import TMSyntax
import TMThreats

/// Why a name cannot be changed, and what to do.
package struct RenameRefusal: Error, Equatable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}

extension ModelSnapshot {
  /// The name at an offset that can be changed.
  package func renamable(at offset: Int, in file: FileID) throws(RenameRefusal) -> SourceRange {
    try target(at: offset, in: file).range
  }

  private func target(at offset: Int, in file: FileID) throws(RenameRefusal) -> Occurrence {
    guard let found = occurrences.occurrence(at: offset, in: file) else {
      throw RenameRefusal("no name of a declaration stands here")
    }
    guard !model.isBuiltIn(found.entity) else {
      throw RenameRefusal("the declaration is part of the program")
    }
    switch model[found.entity].keyword {
    case .threat:
      throw RenameRefusal("a triage bears the name of its threat, which cannot be changed here")
    case .threatTemplate, .rule, .policy, .exempt, .model, .import:
      throw RenameRefusal(
        "\(model[found.entity].keyword.phrase) is named in words that are no references: "
          + "change them by hand")
    default: return found
    }
  }

  /// The edits that give the declaration at an offset another name, in all files.
  ///
  /// The old name is written into `was` where triage, decisions or approvals know it, so that they go on
  /// meaning the same. The model is compiled with the edits before they are handed out: one in which a name
  /// means something else, or a threat has another state, is refused.
  package func rename(
    at offset: Int, in file: FileID, to name: String
  ) throws(RenameRefusal) -> [Edit] {
    let found = try target(at: offset, in: file)
    let old = model.name(found.entity)
    if name == "yes" || name == "no" {
      throw RenameRefusal(
        "`\(name)` is a value of the language and cannot be an id: choose another")
    }
    guard Self.isName(name) else {
      throw RenameRefusal(
        "`\(name)` is not a name: names are made of the letters a to z, digits, `-` and `_`")
    }
    if name == old { return [] }
    guard compiled.errors.isEmpty else {
      throw RenameRefusal(
        "the model has errors, and names in what is broken would be missed: repair them first")
    }
    let plain = try edits(naming: found.entity, name)
    if !isDecided(found.entity) {
      // Nothing hangs on the old name, unless a condition knows it as a text.
      do throws(RenameRefusal) {
        try check(plain, of: found.entity, name)
        return plain
      } catch {}
    }
    let edits = try edits(
      naming: found.entity, name, besides: formerName(old, of: found.entity, now: name))
    try check(edits, of: found.entity, name)
    return edits
  }

  /// The edits of each place that names a declaration, and of the ids of threats, which follow the
  /// shortest paths of the model that it becomes.
  private func edits(
    naming id: EntityID, _ name: String, besides more: [Edit]? = nil
  ) throws(RenameRefusal) -> [Edit] {
    let named =
      occurrences.occurrences(of: id).filter { !$0.isInThreatID }.map { Edit($0.range, name) }
      + (more ?? withoutFormerName(name, of: id))
    let answered = model.answeredThreats
    if answered.isEmpty { return named }
    guard let after = declarations(after: named)?.model,
      after.entities.count == model.entities.count
    else { throw RenameRefusal("`\(name)` is taken: a name would mean another declaration") }
    return named
      + answered.compactMap { threat in
        guard let subject = threat.subject else { return nil }
        let path = after.path(subject)
        return path == model.path(subject) ? nil : Edit(threat.pathRange, path)
      }
  }

  /// Whether the old name of a declaration may be known elsewhere: to what was approved, or decided of a
  /// threat whose id has it.
  private func isDecided(_ id: EntityID) -> Bool {
    if compiled.approvals.list != nil || model.entry(id, .was) != nil { return true }
    let old = model.name(id)
    return compiled.risks.threats.contains { assessed in
      let threat = assessed.threat
      guard threat.triage != nil || !threat.decisions.isEmpty else { return false }
      return threat.about == id || model.ancestors(threat.about).contains(id)
        || Model.segments(of: Array(model.path(threat.about).utf8)[...])
          .contains { String(decoding: $0, as: UTF8.self) == old }
    }
  }

  private static func isName(_ text: String) -> Bool {
    var lexer = Lexer(Array(text.utf8))
    let token = lexer.next()
    return token.kind == .name && Int(token.end) == text.utf8.count && token.start == 0
  }

  /// The edits that write the old name into `was`, in which the present one does not stand any more.
  private func formerName(_ old: String, of id: EntityID, now name: String) -> [Edit] {
    let former = model.words(id, .was)
    let wanted = (former + (former.contains(old) ? [] : [old])).filter { $0 != name }
    return wanted == former ? [] : settingFormerNames(wanted, of: id)
  }

  /// The edits that take a name out of `was`, because the declaration bears it again.
  private func withoutFormerName(_ name: String, of id: EntityID) -> [Edit] {
    let former = model.words(id, .was)
    return former.contains(name) ? settingFormerNames(former.filter { $0 != name }, of: id) : []
  }

  private func settingFormerNames(_ names: [String], of id: EntityID) -> [Edit] {
    var edit = DeclarationEdit(model.syntax(id))
    if names.isEmpty {
      edit.remove("was")
    } else {
      edit.set("was", to: names.joined(separator: ", "))
    }
    return edit.edits
  }

  // MARK: - Checks

  private func check(_ edits: [Edit], of id: EntityID, _ name: String) throws(RenameRefusal) {
    guard let after = applying(edits) else {
      throw RenameRefusal("the files of the model cannot be read")
    }
    if let new = after.errors.first {
      throw RenameRefusal("renamed to `\(name)`, the model would have an error: \(new.message)")
    }
    guard after.model.entities.count == model.entities.count,
      Self.meanings(after.model) == Self.meanings(model),
      after.model.answeredThreats.map(\.subject) == model.answeredThreats.map(\.subject)
    else {
      throw RenameRefusal("`\(name)` is taken: a name would mean another declaration")
    }
    let states = Self.states(after)
    for assessed in compiled.risks.threats {
      let threat = assessed.threat
      let status = states[Self.key(threat)]
      if status == threat.status { continue }
      throw RenameRefusal(
        "with the name `\(name)`, threat `\(threat.id)`, which is \(threat.status.rawValue), would be "
          + "\(status?.rawValue ?? "gone"): what was decided or approved of it hangs on the old name; "
          + "rename by hand, then decide or approve it again")
    }
    guard states.count == Self.states(compiled).count else {
      throw RenameRefusal("with the name `\(name)`, there would be threats that are not there now")
    }
  }

  /// What became of each threat, by what it is about and its name; the order of a register follows
  /// names.
  private static func states(_ compiled: CompiledModel) -> [String: ThreatStatus] {
    Dictionary(
      compiled.risks.threats.map { (key($0.threat), $0.threat.status) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ threat: Threat) -> String {
    "\(threat.about.index) \(threat.name) \(threat.template?.name ?? "")"
  }

  /// What the names of a model mean, in the order of the texts.
  private static func meanings(_ model: Model) -> [EntityID] {
    OccurrenceIndex(model).all.filter { !$0.isInThreatID }.map(\.entity)
  }
}
