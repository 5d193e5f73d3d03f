// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSyntax
import TMThreats
import TMWriting

/// The pages that are part of the program: of rules, checks of the compiler, categories of threats,
/// threat templates, the policy and the words of the language.
package enum Handbook {
  /// All pages, those of one kind together, in the order of `HandbookPage.Kind`.
  ///
  /// A name can have several: `spoofing` is a category and a template.
  package static let pages: [HandbookPage] =
    HandbookPage.rules + HandbookPage.checks + HandbookPage.categories + HandbookPage.threats
    + HandbookPage.policies + HandbookPage.words

  /// The names of all pages, each once.
  package static var names: [String] {
    var seen: Set<String> = []
    return pages.map(\.name).filter { seen.insert($0).inserted }
  }

  /// The pages of a name, in the order of `pages`.
  package static func pages(named name: String) -> [HandbookPage] {
    let findings = (HandbookPage.rules + HandbookPage.checks).filter { $0.name == name }
    if findings.isEmpty { return pages.filter { $0.name == name } }
    // No template has the name of a rule or check: the threat library need not be compiled for them.
    let others = HandbookPage.categories + HandbookPage.policies + HandbookPage.words
    return findings + others.filter { $0.name == name }
  }

  /// What is known under a name, as Markdown that stands alone; nil for an unknown name.
  ///
  /// Links to other pages of the handbook are plain text in it: outside of `docs` they lead nowhere.
  package static func markdown(_ name: String) -> String? {
    let texts = pages(named: name).map { HandbookLinks.withoutRelative($0.markdown) }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// What is known of a finding or a threat: the page of the rule, the check or the template of that name.
  ///
  /// As Markdown that stands alone; nil for an unknown name, such as a rule or template of the model's own.
  package static func markdown(ofFinding name: String) -> String? {
    pages(named: name).first {
      switch $0.kind {
      case .rule, .check, .threat: true
      case .category, .policy, .word: false
      }
    }.map { HandbookLinks.withoutRelative($0.markdown) }
  }

  /// What is known under a name, for a terminal of `width` cells; nil for an unknown name.
  package static func text(_ name: String, width: Int, colouring: Colouring) -> String? {
    let texts = pages(named: name).map {
      text(of: $0, $0.markdown, width: width, colouring: colouring)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// A page for a terminal: its name and kind, then its Markdown but for the first heading.
  package static func text(
    of page: HandbookPage, _ markdown: String, width: Int, colouring: Colouring
  ) -> String {
    let body = markdown.split(separator: "\n", maxSplits: 1).last ?? ""
    return colouring.paint(page.name, .strong) + "  " + colouring.paint(page.label, .frame)
      + "\n\n" + MarkdownText.text(of: String(body), width: width, colouring: colouring)
  }

  /// One line for each page, in a table for each kind that has any; the kind of the first page first.
  package static func list(
    of pages: [HandbookPage], width: Int, colouring: Colouring
  ) -> String {
    var seen: Set<HandbookPage.Kind> = []
    return pages.map(\.kind).filter { seen.insert($0).inserted }.map { kind in
      let rows = pages.filter { $0.kind == kind }
      var table = TerminalTable([.init(kind.rawValue), .init(kind.detailTitle), .init("about")])
      for row in rows { table.append([.init(row.name), .init(row.detail), .init(row.summary)]) }
      return table.text(width: width, colouring: colouring)
    }.joined(separator: "\n")
  }

  /// The pages that say something of a text, by the words of people as well; the best first.
  package static func pages(about text: String) -> [HandbookPage] {
    HandbookSearch.pages(about: text, among: pages)
  }
}
