// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMLint
import TMModel
import TMRisk
import TMTestSupport
import Testing
@testable import TMThreats

/// The models that the documentation shows are models that the program takes.
@Suite("Models in the documentation")
struct DocumentationModelTests {
  @Test(
    "The blocks of a page, one after the other, are one model that lints clean",
    arguments: [
      "docs/language.md", "docs/regulatory.md", "docs/traceability.md", "docs/agents.md",
      "README.md",
    ])
  func pages(_ page: String) throws {
    let blocks = MarkdownBlock.blocks(in: try Repository.text(page))
      .filter { $0.language == "tm" }.map(\.text)
    #expect(!blocks.isEmpty)
    // What the blocks import exists, and says nothing.
    let files = TextFiles([
      ("model.tm", blocks.joined(separator: "\n")), ("policy.tm", ""), ("suppliers.tm", ""),
    ])
    let compiled = try CompiledModel(reading: ["model.tm"], from: files)
    let findings = compiled.findings(today: try #require(CalendarDate("2027-01-01")))
      .filter { $0.severity >= .warning }
    let text = HumanDiagnostics.text(of: findings, in: compiled.sources, colouring: .plain)
    #expect(findings.isEmpty, "\(page):\n\(text)")
    #expect(!compiled.register.threats.isEmpty)
  }

  @Test("The guide explains every placeholder of a threat template")
  func placeholders() throws {
    let guide = try Repository.text("docs/language.md")
    for placeholder in SentenceTemplate.Placeholder.allCases {
      #expect(guide.contains("`{\(placeholder.rawValue)}`"), "\(placeholder.rawValue)")
    }
  }
}
