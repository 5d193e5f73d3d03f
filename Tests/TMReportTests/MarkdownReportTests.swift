// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMTestSupport
import Testing

@testable import TMMarkdown

@Suite("The report in Markdown")
struct MarkdownReportTests {
  /// What GitHub still renders.
  private static let githubLimit = 512 * 1024

  @Test("leads to a place in the same text with every link", arguments: CompiledSample.examples)
  func links(_ example: String) throws {
    let sample = try ReportSample(example: example)
    let text = MarkdownReport.text(of: sample.document, sample.source)
    let names = Self.names(in: text)
    #expect(names.count == Set(names).count)
    var checked = 0
    for link in Self.destinations(in: text) {
      #expect(link.hasPrefix("#") && names.contains(String(link.dropFirst())), "\(link)")
      checked += 1
    }
    #expect(checked > 500)
    #expect(text.utf8.count <= Self.githubLimit)
  }

  @Test(
    "becomes files that lead to one another where it is large", arguments: CompiledSample.examples)
  func files(_ example: String) throws {
    let sample = try ReportSample(example: example)
    let files = MarkdownReport.files(
      of: sample.document, sample.source, diagrams: .files(["system": "report-system.svg"]),
      name: "report.md", stem: "report")
    #expect(files.last?.name == "report.md")
    #expect(Set(files.map(\.name)).count == files.count)
    let names = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, Set(Self.names(in: $0.text))) })
    for file in files {
      #expect(file.text.utf8.count <= Self.githubLimit, "\(file.name)")
      for link in Self.destinations(in: file.text) where link != "report-system.svg" {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? file.name : parts[0]
        let places = try #require(names[target], "\(link) of \(file.name)")
        if parts.count > 1 { #expect(places.contains(parts[1]), "\(link) of \(file.name)") }
      }
    }
    // Every detail is in one of them.
    let details = files.map { $0.text.components(of: "<details>") }.reduce(0, +)
    let rows = sample.tables.flatMap(\.rows).count { !$0.details.isEmpty }
    let reasons = 1
    #expect(details == rows + reasons)
  }

  @Test(
    "has rows as wide as their heads, and headings in order", arguments: CompiledSample.examples)
  func structure(_ example: String) throws {
    let sample = try ReportSample(example: example)
    let text = MarkdownReport.text(of: sample.document, sample.source)
    var width: Int?
    var level = 1
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.hasPrefix("|") ? line.replacing(#/\\./#, with: "").count { $0 == "|" } : nil
      if let cells, let width { #expect(cells == width, "\(line.prefix(80))") }
      width = cells
      let marks = line.prefix { $0 == "#" }.count
      if marks == 0 { continue }
      #expect(marks <= level + 1 && marks <= 3, "\(line)")
      level = marks
    }
    let chapters = text.matches(of: #/(?m)^## <a name="[a-z.-]+"><\/a>(\d+)\. /#)
    #expect(chapters.map { String($0.output.1) } == (1...14).map(String.init))
  }

  @Test(
    "is what a parser of GitHub's Markdown takes it for",
    .enabled(if: RenderedMarkdown.isAvailable, RenderedMarkdown.reason),
    arguments: CompiledSample.examples)
  func rendered(_ example: String) throws {
    let sample = try ReportSample(example: example)
    let text = MarkdownReport.text(
      of: sample.document, sample.source,
      diagrams: .mermaid(["system": "flowchart TB\n  n0[\"A\"]\n"]))
    let rendered = try RenderedMarkdown(text)
    #expect(rendered.problems == [])
    let figures = 2 + (rendered.counts["table"] ?? 0) - sample.tables.count
    #expect(figures > 2, "tables of figures beside those of the document")
    let rows = sample.tables.map(\.rows.count).reduce(0, +)
    #expect((rendered.counts["tr"] ?? 0) > rows)
    #expect(rendered.counts["mermaid"] == 1)
  }

  @Test(
    "leaves the details of mitigated threats out first, but not of one that is not acceptable",
    arguments: [
      ("open", nil, true), ("open", .unacceptable, true), ("accepted", .acceptable, true),
      ("mitigated", nil, false), ("mitigated", .acceptable, false),
      ("mitigated", .unacceptable, true),
    ] as [(String, ReportFacets.Acceptance?, Bool)])
  func details(_ status: String, _ acceptance: ReportFacets.Acceptance?, _ isShown: Bool) {
    let threat = ReportTable.Row(
      [], facets: ReportFacets(status: status, acceptance: acceptance))
    let other = ReportTable.Row([])
    #expect(MarkdownDetail.allCases.map { $0.shows(threat) } == [true, isShown, false, false])
    #expect(MarkdownDetail.allCases.map { $0.shows(other) } == [true, true, true, false])
  }

  @Test("keeps a fence around Mermaid that nothing in it closes")
  func fence() throws {
    let sample = try ReportSample("model \"M\"\nprocess p\n")
    let text = MarkdownReport.text(
      of: sample.document, sample.source, diagrams: .mermaid(["system": "a\n```\nb"]))
    #expect(text.contains("\n````mermaid\na\n```\nb\n````\n"))
  }

  private static func names(in text: String) -> [String] {
    text.matches(of: #/<a name="([^"]*)">/#).map { String($0.output.1) }
  }

  private static func destinations(in text: String) -> [String] {
    text.matches(of: #/[^\\]\]\(([^)]*)\)/#).map { String($0.output.1) }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
