// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLint
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
  func theExamplesAreFoundAndWhatIsThereInsteadIsNot(_ page: WrittenPage) throws {
    // Sessions are run with those of the other pages, by `ReadmeTests`.
    if try page.isSession() { return }
    var examples: [Diagnostic] = []
    var headings: Set<String> = []
    for model in try page.models() {
      let run = try model.run()
      let found = page.findings(in: run)
      let place = "line \(model.line) of \(page)"
      headings.insert(model.heading)
      if model.heading == "Example" {
        examples += found
        #expect(!found.isEmpty, "\(place)")
      } else {
        #expect(found == [], "\(place)")
      }
      if page.page.kind == .rule { Self.compareMarks(model, found, run, place) }
      let mayFail = page.page.kind == .check && model.heading == "Example"
      #expect(mayFail || run.compilerErrors == [], "\(place) does not compile")
    }
    #expect(headings.isSuperset(of: ["Example", "Instead"]), "\(page)")
    let hasFix = examples.contains { $0.fix?.safety == .safe }
    let header = "Severity: \(page.page.detail) · Fix: \(hasFix ? "yes" : "no")"
    #expect(try page.text().split(separator: "\n").dropFirst().first == Substring(header))
    #expect(examples.allSatisfy { $0.severity.rawValue == page.page.detail && !$0.help.isEmpty })
  }

  /// Whether the findings stand at the marked lines, and say what the marks say.
  private static func compareMarks(
    _ model: PageModel, _ found: [Diagnostic], _ run: LintRun, _ place: String
  ) {
    #expect(model.markers.map(\.place) == found.map { Marker.Place($0, in: run) }, "\(place)")
    for (marker, diagnostic) in zip(model.markers, found) {
      if let message = marker.message { #expect(message == diagnostic.message, "\(place)") }
    }
  }
}
