// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSource
import TMSyntax

/// The model that a file of another tool becomes, with what was lost on the way.
package final class ImportedModel {
  package let system: ImportedDeclaration
  /// Everything else, in the order in which it is written.
  package var declarations: [ImportedDeclaration] = []
  package var names = ImportedNames()
  package var losses = ImportLosses()
  /// What lies around each declaration that lies in one, by id.
  private var parents: [String: ImportedDeclaration] = [:]
  /// What texts, facts and definitions of the source became, so that each becomes one declaration.
  var made: [String: ImportedDeclaration] = [:]
  /// Threats that an export wrote, until everything of the file is in the model.
  var returning: [ReturningThreat] = []
  /// Threats that the file calls open.
  var statedOpen: Set<ObjectIdentifier> = []
  var isSettled = false
  /// How often a rule finds something that is true of the source, by its name.
  var undecided: [String: Int] = [:]
  /// Whether it is a library of threat templates: a file without a `model`.
  package var isLibrary = false
  /// Lines of comment at the head of the file.
  var preface: [String] = []

  package init(title: String) {
    system = ImportedDeclaration(.model, nil, title)
  }

  // MARK: - Building

  /// Adds a declaration at the top level or inside another, and returns it.
  @discardableResult
  package func add(
    _ declaration: ImportedDeclaration, inside parent: ImportedDeclaration? = nil
  ) -> ImportedDeclaration {
    if let parent {
      parent.children.append(declaration)
      if let id = declaration.id, declaration.hasPlace { parents[id] = parent }
    } else {
      if let id = declaration.id, declaration.hasPlace { parents[id] = nil }
      declarations.append(declaration)
    }
    return declaration
  }

  package func all(_ keyword: Keyword) -> [ImportedDeclaration] {
    everything().filter { $0.keyword == keyword }
  }

  /// All declarations, each before what it holds.
  package func everything() -> [ImportedDeclaration] {
    var found: [ImportedDeclaration] = []
    func visit(_ declaration: ImportedDeclaration) {
      found.append(declaration)
      declaration.children.forEach(visit)
    }
    declarations.forEach(visit)
    return found
  }

  /// What a declaration lies in.
  func around(_ declaration: ImportedDeclaration) -> ImportedDeclaration? {
    declaration.id.flatMap { parents[$0] }
  }

  /// Puts declarations that lie in one place into a further boundary there.
  func enclose(
    _ members: [ImportedDeclaration], in boundary: ImportedDeclaration,
    inside parent: ImportedDeclaration?
  ) {
    let moved = Set(members.map { ObjectIdentifier($0) })
    let siblings = parent?.children ?? declarations
    var kept: [ImportedDeclaration] = []
    for sibling in siblings {
      if moved.contains(ObjectIdentifier(sibling)) {
        if boundary.children.isEmpty { kept.append(boundary) }
        add(sibling, inside: boundary)
      } else {
        kept.append(sibling)
      }
    }
    if let parent { parent.children = kept } else { declarations = kept }
    if let id = boundary.id { parents[id] = parent }
  }

  /// Leaves out what became a part of something else.
  func dropMerged() {
    declarations.removeAll { $0.mergedInto != nil }
    for declaration in everything() { declaration.children.removeAll { $0.mergedInto != nil } }
  }

  /// Says that an element or flow is not analysed, with the reason, as far as the language has a place for it.
  package func putOutOfScope(
    _ declaration: ImportedDeclaration, reason: String?, at source: String, line: Int? = nil
  ) {
    let id = declaration.id ?? ""
    if declaration.takes(.inScope) {
      declaration.add(.inScope, "no")
    } else {
      declaration.add(.tags, "out-of-scope")
      losses.add(
        .keptAsText, "out of scope", at: source, line: line, reason ?? "", target: id,
        why: "\(declaration.keyword.phrase) is always analysed; it has the tag `out-of-scope`")
    }
    guard let reason, reason.contains(where: { !$0.isWhitespace }) else { return }
    if declaration.takes(.because), declaration.has(.inScope) {
      declaration.add(.because, text: reason)
    } else {
      declaration.document("Out of scope: \(reason)")
    }
  }

  /// Adds how far what lies in a boundary can be trusted, of a rating from 0 to 100.
  func addTrust(
    _ rating: Double, to boundary: ImportedDeclaration, at source: String, line: Int?
  ) {
    guard (0...100).contains(rating) else {
      losses.add(
        .dropped, "trust rating", at: source, line: line, "\(rating)", target: boundary.id ?? "",
        why: "a rating is 0 to 100")
      return
    }
    let tenths = Int(rating)
    boundary.add(.trust, tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
    guard Double(tenths) != rating else { return }
    losses.add(
      .guessed, "trust rating", at: source, line: line, "\(rating)", target: boundary.id ?? "",
      why: "a tenth of it stands as `trust`, with one digit behind the point")
  }

  /// Names a reference of the file to something that is not in it.
  func loseUnknown(
    _ what: String, _ name: String, at source: SourceCursor, _ key: String,
    _ declaration: ImportedDeclaration? = nil
  ) {
    losses.add(
      .dropped, "unknown \(what)", at: "\(source.path).\(key)", line: source.line, name,
      target: declaration?.id ?? "", why: "no \(what) of the file is called so")
  }

  // MARK: - Crossings

  /// States what each flow crosses: the boundaries around exactly one of its ends.
  func stateCrossings() {
    for flow in all(.flow) {
      guard let ends = flow.ends else { continue }
      let source = around(ends.source)
      let target = around(ends.target)
      let out = source.filter { !target.contains($0) }
      let into = target.filter { !source.contains($0) }.reversed()
      flow.add(.crosses, words: out + into)
    }
  }

  /// The boundaries around an element, the innermost first.
  private func around(_ id: String) -> [String] {
    var found: [String] = []
    var place = parents[id]
    while let current = place?.resolved, let id = current.id, found.count < 64 {
      if current.keyword == .boundary { found.append(id) }
      place = parents[id]
    }
    return found
  }

  // MARK: - Text

  /// The file as a person would have written it.
  package func text(comment: String) -> [UInt8] {
    var text = ([comment] + preface).map { "// \($0)\n" }.joined()
    text += "\n"
    if !isLibrary { write(system, "", &text) }
    text += undecidedPolicy
    let order: [Keyword] = [
      .category, .asset, .hazard, .boundary, .external, .process, .store, .flow, .control,
      .requirement,
      .verification, .decision, .assumption, .document, .view, .threatTemplate,
    ]
    for keyword in order {
      let found = declarations.filter { $0.keyword == keyword }
      if found.isEmpty { continue }
      text += "\n"
      for declaration in found { write(declaration, "", &text) }
    }
    let bytes = Array(text.utf8)
    let tree = Parser.parse(SourceFile(id: FileID(index: 0), path: "model.tm", bytes: bytes))
    return TMFormatter.format(tree) ?? bytes
  }

  private func write(_ declaration: ImportedDeclaration, _ indent: String, _ text: inout String) {
    for line in declaration.documentation { text += "\(indent)/// \(line)\n" }
    text += indent + declaration.keyword.word
    if let id = declaration.id { text += " \(id)" + (declaration.ends == nil ? "" : ":") }
    if let ends = declaration.ends {
      text += " \(ends.source) \(ends.isTwoWay ? "<->" : "->") \(ends.target)"
    }
    if let title = declaration.title { text += " \(ImportedText.quoted(title))" }
    if !declaration.properties.isEmpty || !declaration.children.isEmpty {
      text += " {\n"
      for (property, values) in declaration.orderedProperties {
        text += "\(indent)  \(property.word): \(values.joined(separator: ", "))\n"
      }
      for child in declaration.children { write(child, indent + "  ", &text) }
      text += "\(indent)}"
    }
    text += "\n"
  }
}
