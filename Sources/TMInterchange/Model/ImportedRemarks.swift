// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What readers of all formats say of what has no property, of tags and of ids, so that each says it in the report.
extension ImportedModel {
  /// Writes a statement without a property in front of its declaration.
  ///
  /// - Parameter text: what stands there, where that is not the value alone.
  func keep(
    _ what: String, _ value: String, as text: String? = nil, at source: String, line: Int?,
    in declaration: ImportedDeclaration,
    why: String = "there is no property for it; it stands as a text"
  ) {
    declaration.document(text ?? value)
    losses.add(
      .keptAsText, what, at: source, line: line, value, target: declaration.id ?? "", why: why)
  }

  /// Adds words of the other tool as tags; a tag is of letters, digits and hyphens.
  func addTags(_ words: [String], to declaration: ImportedDeclaration, at source: SourceCursor) {
    for word in words {
      if let tag = ImportedNames.slug(word), word.count <= 40 {
        declaration.add(.tags, tag)
        continue
      }
      keep(
        "tag", word, as: "Tag: \(word)", at: source.path, line: source.line, in: declaration,
        why: "a tag is of at most 40 letters and digits; it stands as a text")
    }
  }

  /// A control that the file has, and that nobody has or wants any more.
  struct Withdrawn {
    let title: String
    let description: String?
    let state: String
    let source: SourceCursor

    init(_ title: String, _ description: String?, _ state: String, _ source: SourceCursor) {
      (self.title, self.description, self.state) = (title, description, state)
      self.source = source
    }
  }

  /// Says of a control that nobody has any more that it is none: it answers nothing, and nobody is to do it. Its threats
  /// say so.
  func nameWithdrawn(_ control: Withdrawn, at threats: [ImportedDeclaration]) {
    let told = [control.title, control.description].compactMap { $0 }.joined(separator: ": ")
    let state = ImportedText.condensed(control.state)
    let named = threats.filter { $0.id != nil }
    for threat in named { threat.document("Control (\(state)): \(told)") }
    losses.add(
      named.isEmpty ? .dropped : .keptAsText, "control that nobody has", at: control.source.path,
      line: control.source.line, "\(told) (\(state))", target: named.first?.id ?? "",
      why: named.isEmpty
        ? "it is no control any more, and no threat of the model names it"
        : "it is no control any more: it stands as a text at what it answered")
  }

  /// Says that an id of the file is that of something before as well.
  func nameDouble(
    _ id: String, at source: String, line: Int?, _ declaration: ImportedDeclaration
  ) {
    losses.add(
      .guessed, "second of an id", at: source, line: line, id, target: declaration.id ?? "",
      why: "what names this id means the first")
  }
}
