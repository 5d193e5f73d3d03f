// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMReport
import TMSource
import TMTestSupport
import Testing

/// The pages that people write are there, say what they have to say, and their examples are real.
@Suite(.serialized) struct HandbookPageTests {
  /// Runs first: it rewrites the pages, and with them the text that is part of the program.
  @Test func theAnswersOnThePagesAreWhatTheProgramSays() throws {
    for page in WrittenPage.all {
      let text: String
      do { text = try PageFilling.filled(page) } catch {
        Issue.record(error)
        continue
      }
      if Repository.updatesSnapshots, text != (try page.text()) {
        try Repository.write(text, to: page.path)
      }
      let isFresh = try page.text() == text
      #expect(isFresh, "\(page) is stale: \(PageFilling.command)")
    }
    guard Repository.updatesSnapshots else { return }
    try EmbeddedText.write(EmbeddedText.handbook(), to: EmbeddedText.handbookPath)
  }

  @Test func theProgramCarriesThePagesAsTheyAre() throws {
    if Repository.updatesSnapshots { return }
    for page in WrittenPage.all {
      let isSame = page.page.markdown == (try? page.text())
      #expect(isSame, "the program has an old \(page): \(PageFilling.command), and build again")
    }
  }

  @Test(arguments: HandbookPage.Kind.allCases)
  func everyFileIsAPage(_ kind: HandbookPage.Kind) {
    guard let folder = kind.folder else { return }
    let pages = Handbook.pages.filter { $0.kind == kind }.map(\.path)
    let files = Repository.files(under: "docs/\(folder)", extension: "md")
      .filter { !$0.hasSuffix("/README.md") }
    #expect(Set(files).subtracting(pages).isEmpty, "pages of nothing")
    #expect(Set(pages).subtracting(files).isEmpty, "pages to write, or to update")
  }

  @Test(arguments: WrittenPage.all)
  func thePageHasItsSections(_ page: WrittenPage) throws {
    let text = try page.text()
    let lines = text.split(separator: "\n")
    #expect(lines.first == "# \(page.page.name)")
    var headings = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    if headings.last == "References" { headings.removeLast() }
    switch page.page.kind {
    case .rule:
      let all = ["What it finds", "Why it matters", "Example", "Instead", "Turn off or excuse"]
      #expect(headings == all)
    case .check: #expect(headings == ["What is wrong", "Example", "Instead"])
    case .policy: #expect(headings.first == "What it says" && headings.contains("Example"))
    case .category, .threat, .word: Issue.record("nobody writes \(page)")
    }
    for placeholder in ["TO" + "DO", "TBD", "Lorem", "XXX"] {
      #expect(!text.contains(placeholder), "\(page): \(placeholder)")
    }
    let empty = MarkdownBlock.blocks(in: text).filter(\.text.isEmpty)
    #expect(empty.isEmpty, "\(page) has an empty block")
  }

  @Test(arguments: WrittenPage.rules + WrittenPage.checks)
  func theHeaderNamesSeverityAndFix(_ page: WrittenPage) throws {
    let found = try page.models(under: "Example").flatMap { page.findings(in: try $0.run()) }
    let hasFix = found.contains { $0.fix?.safety == .safe }
    let header = "Severity: \(page.page.detail) · Fix: \(hasFix ? "yes" : "no")"
    #expect(try page.text().split(separator: "\n").dropFirst().first == Substring(header))
    #expect(found.allSatisfy { $0.severity.rawValue == page.page.detail })
  }

  @Test(arguments: WrittenPage.rules)
  func theExamplesGiveTheMarkedFindings(_ page: WrittenPage) throws {
    for model in try page.models() {
      let run = try model.run()
      let marked = model.markers.filter { $0.place.rule == page.rule }
      let found = page.findings(in: run)
      #expect(run.compilerErrors == [], "a model of \(page) does not compile")
      #expect(
        marked.map(\.place) == found.map { Marker.Place($0, in: run) },
        "line \(model.line) of \(page)")
      for (marker, diagnostic) in zip(marked, found) {
        if let message = marker.message { #expect(message == diagnostic.message) }
      }
      for diagnostic in found { #expect(!diagnostic.help.isEmpty) }
    }
  }

  @Test(arguments: WrittenPage.rules + WrittenPage.checks)
  func onlyTheExampleHasFindings(_ page: WrittenPage) throws {
    for model in try page.models(under: "Example") {
      let found = page.findings(in: try model.run())
      #expect(!found.isEmpty, "line \(model.line) of \(page)")
    }
    let instead = try page.models(under: "Instead")
    #expect(try !page.models(under: "Example").isEmpty && !instead.isEmpty)
    for model in instead {
      let run = try model.run()
      #expect(run.compilerErrors == [], "line \(model.line) of \(page)")
      #expect(page.findings(in: run) == [], "line \(model.line) of \(page)")
    }
  }
}
