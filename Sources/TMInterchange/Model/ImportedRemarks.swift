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

  /// Says that an id of the file is that of something before as well.
  func nameDouble(
    _ id: String, at source: String, line: Int?, _ declaration: ImportedDeclaration
  ) {
    losses.add(
      .guessed, "second of an id", at: source, line: line, id, target: declaration.id ?? "",
      why: "what names this id means the first")
  }
}
