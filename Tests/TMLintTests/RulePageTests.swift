// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSource
import TMTestSupport
import Testing

/// The page of each rule is right: its header, and the findings its examples are marked with.
@Suite struct RulePageTests {
  @Test func everyRuleHasAPageAndEveryPageARule() {
    let pages = Repository.files(under: "docs/rules", extension: "md")
      .filter { $0 != RuleIndex.path }
    #expect(pages == Rule.all.map { RulePage($0).path }.sorted())
  }

  @Test(arguments: Rule.all.map(RulePage.init))
  func thePageHasItsSections(_ page: RulePage) throws {
    let lines = try page.text().split(separator: "\n")
    #expect(lines.first == "# \(page.rule.name)")
    let headings = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    let fixed = ["What it finds", "Why it matters", "Example", "Instead"]
    #expect(headings == fixed || headings == fixed + ["References"])
  }

  @Test(arguments: Rule.all.map(RulePage.init))
  func theHeaderNamesSeverityAndFix(_ page: RulePage) throws {
    let diagnostics = try page.blocks(under: "Example").flatMap { try page.findings(in: $0).found }
    let hasFix = diagnostics.contains { $0.fix?.safety == .safe }
    let header = "Severity: \(page.rule.severity.rawValue) · Fix: \(hasFix ? "yes" : "no")"
    #expect(try page.text().split(separator: "\n").dropFirst().first == Substring(header))
  }

  @Test(arguments: Rule.all.map(RulePage.init))
  func theExamplesGiveTheMarkedFindings(_ page: RulePage) throws {
    for block in try page.blocks() {
      let (marked, found, run) = try page.findings(in: block)
      #expect(run.compilerErrors == [], "a model of \(page) does not compile")
      #expect(
        marked.map(\.place) == found.map { Marker.Place($0, in: run) },
        "line \(block.lines.lowerBound + 1) of \(page)")
      for (marker, diagnostic) in zip(marked, found) {
        if let message = marker.message { #expect(message == diagnostic.message) }
      }
      for diagnostic in found { #expect(!diagnostic.help.isEmpty) }
    }
  }

  @Test(arguments: Rule.all.map(RulePage.init))
  func onlyTheExampleHasFindings(_ page: RulePage) throws {
    let examples = try page.blocks(under: "Example").flatMap { try page.findings(in: $0).found }
    let others = try page.blocks(under: "Instead").flatMap { try page.findings(in: $0).found }
    #expect(!examples.isEmpty)
    #expect(try !page.blocks(under: "Instead").isEmpty)
    #expect(others.isEmpty)
  }

  @Test func theIndexIsFresh() throws {
    if Repository.updatesSnapshots { try Repository.write(RuleIndex.text, to: RuleIndex.path) }
    #expect(
      try Repository.text(RuleIndex.path) == RuleIndex.text,
      "TM_UPDATE_SNAPSHOTS=1 rewrites the index")
  }
}
