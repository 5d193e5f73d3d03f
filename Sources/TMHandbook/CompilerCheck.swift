// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A finding that is no rule: the text cannot be understood, so it can neither be turned off nor
/// excused; `unknown-word` apart, whose severity a policy can change.
///
/// Each has a page under `docs/checks`, whose examples are checked.
package struct CompilerCheck: Sendable {
  package let name: String
  package let severity: Severity
  /// One sentence for lists.
  package let summary: String

  private init(_ name: String, _ summary: String, severity: Severity = .error) {
    self.name = name
    self.severity = severity
    self.summary = summary
  }

  /// Every check, by name.
  package static let all: [CompilerCheck] = [
    .init("ambiguous-name", "A name stands for several declarations; write a longer path."),
    .init("contradicting-policy", "Two policies set one rule differently."),
    .init("duplicate-id", "Two declarations in one place have the same id."),
    .init("duplicate-property", "A declaration states one property twice."),
    .init(
      "empty-method", "The model asks for a method that no threat template belongs to.",
      severity: .warning),
    .init("failed-import", "An imported file or library cannot be read."),
    .init(
      "hidden-text", "A file holds a character by which it reads otherwise than it is."),
    .init("import-cycle", "A file imports itself, directly or through others."),
    .init("invalid-utf8", "A file holds a byte that is not UTF-8."),
    .init("malformed-excuse", "An `@allow` lacks its rule or its reason, or is written wrongly."),
    .init("malformed-name", "A name holds a character that names cannot have."),
    .init("misplaced-declaration", "A declaration stands where its kind cannot stand."),
    .init("misplaced-id", "A declaration has an id that its kind does not take."),
    .init("misplaced-property", "A property stands outside of any declaration."),
    .init("missing-id", "A declaration lacks the id that others need to name it."),
    .init(
      "missing-model", "No file of the compilation declares the `model`.",
      severity: .warning),
    .init("not-text", "A file is no text at all."),
    .init("reserved-id", "An id is a word that values already use."),
    .init("second-model", "A compilation declares `model` twice."),
    .init(
      "stale-baseline", "A baseline holds findings that no longer occur.", severity: .note),
    .init("stray-character", "A character belongs to nothing in the language."),
    .init("syntax", "A piece of text fits nowhere in the grammar."),
    .init("too-deep", "Declarations or conditions lie deeper in one another than allowed."),
    .init("unclosed-brace", "A `{` has no `}`."),
    .init("unclosed-string", "A text has no closing quote."),
    .init("unknown-attribute", "An `@` stands before a word that is no attribute."),
    .init("unknown-escape", "A text holds a `\\` before a character that it does not go with."),
    .init("unknown-keyword", "A declaration starts with a word that is no keyword."),
    .init("unknown-name", "A name stands for no declaration."),
    .init("unknown-property", "A declaration does not take a property of that name."),
    .init("unknown-rule", "A policy or an `@allow` names no rule."),
    .init(
      "unknown-word", "A word is not among the known ones, where others are allowed.",
      severity: .note),
    .init(
      "wrong-approvals", "The list of what was approved cannot be read as it is written."),
    .init("wrong-arrow", "An arrow is neither `->` nor `<->`."),
    .init("wrong-condition", "A condition names or compares what does not exist or fit."),
    .init("wrong-kind", "A name stands for a declaration of a kind that does not fit here."),
    .init("wrong-level", "Security levels are neither one whole number nor seven."),
    .init("wrong-matrix", "The parts of a risk matrix do not agree."),
    .init("wrong-rule", "A rule of the model's own lacks what it needs, or has a taken name."),
    .init("wrong-score", "A score is neither a vector of a known scheme nor a number that fits."),
    .init("wrong-template", "A threat template lacks what its threats need."),
    .init("wrong-value", "A value is not of the type that its property takes."),
  ]
}
