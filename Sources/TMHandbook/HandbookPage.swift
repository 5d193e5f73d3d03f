// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSyntax
import TMThreats

/// A page of the handbook.
package struct HandbookPage: Sendable, CustomStringConvertible {
  package let kind: Kind
  package let name: String
  /// What lists show beside the name: a severity, a method, a library.
  package let detail: String
  /// One sentence for lists.
  package let summary: String

  /// What a page is about.
  package enum Kind: String, CaseIterable, Sendable {
    case rule
    case check
    case category
    case threat
    case policy
    case word

    /// The folder of its pages, below `docs`; nil for words, which are in `docs/reference.md`.
    package var folder: String? {
      switch self {
      case .rule: "rules"
      case .check: "checks"
      case .category: "categories"
      case .threat: "threats"
      case .policy: "policy"
      case .word: nil
      }
    }

    /// The heading of the details.
    package var detailTitle: String {
      switch self {
      case .rule, .check: "severity"
      case .category: "method"
      case .threat: "library"
      case .policy, .word: "is"
      }
    }
  }

  /// The path of the page in the repository, or of the page that it is a part of.
  package var path: String {
    guard let folder = kind.folder else { return "docs/reference.md" }
    return "docs/\(folder)/\(name).md"
  }

  package var description: String { "\(kind.rawValue) \(name)" }

  /// What stands behind the name at the head of the page.
  package var label: String {
    switch kind {
    case .rule: "rule"
    case .check: "check of the compiler"
    case .category: "category of \(detail)"
    case .threat: "threat template of library \(detail)"
    case .policy, .word: detail
    }
  }

  /// The whole page, as it stands under `docs`; empty where somebody has yet to write it.
  package var markdown: String {
    switch kind {
    case .rule, .check, .policy:
      HandbookText.pages.first { $0.folder == kind.folder && $0.name == name }?.text ?? ""
    case .category: CategoryPage.markdown(name)
    case .threat: ThreatPage.markdown(name)
    case .word: WordPage.markdown(name)
    }
  }

  // MARK: - By kind

  package static let rules = Rule.all.map {
    HandbookPage(kind: .rule, name: $0.name, detail: $0.severity.rawValue, summary: $0.summary)
  }

  package static let checks = CompilerCheck.all.map {
    HandbookPage(kind: .check, name: $0.name, detail: $0.severity.rawValue, summary: $0.summary)
  }

  package static let categories = CategoryFacts.all.map {
    HandbookPage(
      kind: .category, name: $0.category.rawValue, detail: $0.category.methodName,
      summary: $0.question)
  }

  static let threats = BuiltInTemplates.all.map {
    HandbookPage(kind: .threat, name: $0.name, detail: $0.library, summary: $0.title)
  }

  static let policies: [HandbookPage] = [
    ("accept", "key of a policy", "Which threats may stay open, and which risk may be left."),
    ("allow", "attribute", "Excuses one finding of a declaration, with the reason."),
    ("policy", "keys of a policy", "Severities of rules, templates that are off, accepted risk."),
    ("require", "key of a policy", "What a threat, or the decision about it, must carry."),
  ].map { HandbookPage(kind: .policy, name: $0.0, detail: $0.1, summary: $0.2) }

  /// Properties that have a page of their own are left out.
  package static let words = WordPage.all.filter { word in
    word.kind == "keyword" || !policies.contains { $0.name == word.name }
  }.map { HandbookPage(kind: .word, name: $0.name, detail: $0.kind, summary: $0.summary) }
}
