// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSource
import TMSyntax
import TMThreats

/// Something that an editor can do for the author at a place.
package struct CodeAction: Sendable {
  package enum Kind: Sendable {
    /// Repairs a finding.
    case quickfix
    /// Changes the text otherwise.
    case refactor
  }

  package let title: String
  package let kind: Kind
  package let edits: [Edit]
  /// The finding that it repairs.
  package let diagnostic: Diagnostic?
  /// Whether it can be applied without a second look.
  package let isPreferred: Bool
  /// A file that the edits need.
  package var newFile: NewFile?
}

extension ModelSnapshot {
  /// What can be done about a range of a file.
  ///
  /// - Parameter findings: those of the model that lie in the range.
  package func actions(
    in range: Range<Int>, of file: FileID, findings: [Diagnostic]
  ) -> [CodeAction] {
    var actions: [CodeAction] = []
    for finding in findings {
      if let fix = finding.fix {
        actions.append(
          CodeAction(
            title: fix.title, kind: .quickfix, edits: fix.edits, diagnostic: finding,
            isPreferred: fix.safety == .safe))
      }
      actions += corrections(of: finding)
      actions += creation(for: finding)
      actions += excuse(for: finding)
    }
    if let id = model.declaration(at: range.lowerBound, in: file) {
      actions += crossing(of: id, besides: actions)
      actions += decisions(about: id)
      if isInHeading(range.lowerBound, of: id) {
        actions += [movingIntoBoundary(id), extractingToFile(id)].compactMap { $0 }
      }
    }
    return actions
  }

  // MARK: - Findings

  /// What its help says that was meant, in the place of the word that a finding is about.
  private func corrections(of finding: Diagnostic) -> [CodeAction] {
    let range = finding.primary.range
    guard finding.fix == nil, identity(range.file) != nil,
      let written = TokenAtCursor(tree(range.file), at: Int(range.start))?.token,
      written.range == range, written.kind == .name || written.kind == .path
    else { return [] }
    // Of a path, help names the last name alone.
    let words = finding.help.flatMap(Self.words(ofHelp:))
      .filter { written.kind == .name || $0.contains(".") }
    return words.map { word in
      CodeAction(
        title: "write `\(word)`", kind: .quickfix, edits: [Edit(range, word)], diagnostic: finding,
        isPreferred: false)
    }
  }

  /// The words that a help line says may have been meant: "did you mean `a` or `b`?"
  private static func words(ofHelp help: String) -> [String] {
    guard help.hasPrefix("did you mean ") else { return [] }
    return help.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// `@allow(rule, "")` in front of the declaration that a finding is about: an error until its author
  /// writes the reason, so that nothing is silenced by a click.
  private func excuse(for finding: Diagnostic) -> [CodeAction] {
    guard RuleNames.summary(finding.rule, in: model) != nil,
      let id = model.declaration(
        at: Int(finding.primary.range.start), in: finding.primary.range.file)
    else { return [] }
    let node = model.syntax(id)
    let file = node.tree.file
    let indentation = text(file).indentation(at: Int(node.range.start))
    let edit = Edit(
      node.range.startPoint,
      "@allow(\(finding.rule), \"\")\n\(indentation)")
    return [
      CodeAction(
        title: "allow `\(finding.rule)` here, with a reason", kind: .quickfix, edits: [edit],
        diagnostic: finding, isPreferred: false)
    ]
  }

  /// The declaration of a name that is not declared, in front of the one that uses it.
  private func creation(for finding: Diagnostic) -> [CodeAction] {
    guard finding.rule == "unknown-name" else { return [] }
    let range = finding.primary.range
    let name = sources.text(range)
    guard !name.contains("."),
      let node = tree(range.file).root.children.first(where: {
        $0.range.start <= range.start && range.end <= $0.range.end
      })
    else { return [] }
    let above = DeclarationEdit.startWithComments(node)
    return missingKinds(finding).compactMap { keyword in
      guard let ends = ends(of: keyword, around: range) else { return nil }
      let title = name.prefix(1).uppercased() + name.dropFirst().map { $0 == "-" ? " " : $0 }
      return CodeAction(
        title: "create `\(keyword.word) \(name)`", kind: .quickfix,
        edits: [
          Edit(
            SourceRange(file: range.file, start: above, end: above),
            "\(keyword.word) \(name)\(ends) \(StringLiteral.literal(title))\n")
        ], diagnostic: finding, isPreferred: false)
    }
  }

  /// What a new declaration needs behind its name: of a flow the ends of the one that names it; nil where
  /// they are not known.
  private func ends(of keyword: Keyword, around range: SourceRange) -> String? {
    guard keyword == .flow else { return "" }
    guard let id = model.declaration(at: Int(range.start), in: range.file),
      model.graph.flow(id) != nil, let heading = FlowHeading(model.syntax(id))
    else { return nil }
    return ": \(heading.source.text) -> \(heading.target.text)"
  }

  private func missingKinds(_ finding: Diagnostic) -> [Keyword] {
    let found = TokenAtCursor(
      tree(finding.primary.range.file), at: Int(finding.primary.range.start))
    guard let property = found?.enclosing(.property) else { return [.process, .external, .store] }
    guard let word = property.first(.name)?.text, let keyword = found?.keyword(),
      let spec = Property(word: word).flatMap(Schema.spec(of: keyword).spec)
    else { return [] }
    return Self.kinds(spec.type).filter { Schema.spec(of: $0).places.topLevel }
  }

  private static func kinds(_ type: ValueType) -> [Keyword] {
    switch type {
    case .reference(let kinds): kinds.members.count > 4 ? [] : kinds.members
    case .oneOf(let types): types.flatMap(kinds)
    case .text, .number, .boolean, .date, .word, .identifier, .condition: []
    }
  }

  // MARK: - Declarations

  /// `crosses:` with what a flow crosses, where it states nothing and no finding says so.
  private func crossing(of id: EntityID, besides actions: [CodeAction]) -> [CodeAction] {
    guard let flow = model.graph.flow(id), model.entry(id, .crosses) == nil,
      let fix = CrossesFix(model).fix(flow), !actions.contains(where: { $0.title == fix.title })
    else { return [] }
    return [
      CodeAction(
        title: fix.title, kind: .refactor, edits: fix.edits, diagnostic: nil, isPreferred: false)
    ]
  }

  /// A triage for each open threat of a declaration.
  private func decisions(about id: EntityID) -> [CodeAction] {
    let known = Set(model.children(id, .threat).map { model.name($0) })
    let open = threats[id].filter { $0.threat.status == .open && !known.contains($0.threat.name) }
    return open.prefix(12).map { assessed in
      let name = assessed.threat.name
      let triage =
        "threat \(name) {\n  status: open\n  because: \"\"\n}"
      var edit = DeclarationEdit(model.syntax(id))
      edit.append(declaration: triage)
      return CodeAction(
        title: "decide `\(assessed.threat.id)`", kind: .refactor, edits: edit.edits,
        diagnostic: nil, isPreferred: false)
    }
  }

  /// Whether an offset lies on the keyword, the name or the title of a declaration.
  private func isInHeading(_ offset: Int, of id: EntityID) -> Bool {
    let node = model.syntax(id)
    let body = node.first(.body)?.range.start ?? node.range.end
    return offset <= Int(body)
  }
}
