// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMModel
import TMRisk
import TMTestSupport
import Testing

/// The chapters of the examples' reports, and of a model that says nothing.
@Suite("The report as a document")
struct ReportDocumentTests {
  private static let order = [
    "scope", "method", "system", "views", "register", "coverage", "controls", "traceability",
    "safety", "labeling", "software", "conclusion", "metrics", "annex",
  ]

  private static func samples() throws -> [(name: String, sample: ReportSample)] {
    try CompiledSample.examples.map { ($0, try ReportSample(example: $0)) }
      + [
        ("an empty model", try ReportSample("model \"Nothing\"\n")),
        ("no model", try ReportSample("asset a\n")),
        ("bare elements", try ReportSample("process p\nstore s\nflow p -> s\n")),
      ]
  }

  @Test("has every chapter, none of them empty, in the order in which it is read")
  func chapters() throws {
    for (name, sample) in try Self.samples() {
      #expect(sample.document.chapters.map(\.id) == Self.order, "\(name)")
      for chapter in sample.document.chapters {
        #expect(!chapter.blocks.isEmpty, "\(name): \(chapter.id)")
        for (block, next) in zip(
          chapter.blocks, chapter.blocks.dropFirst() + [.section(id: "", title: "")])
        {
          if case .section(let id, _) = block, case .section = next {
            Issue.record("\(name): section \(id) of \(chapter.id) is empty")
          }
        }
      }
    }
  }

  @Test("leads somewhere with every reference, and to one place alone")
  func references() throws {
    for (name, sample) in try Self.samples() {
      let places = sample.places
      let known = Set(places)
      for place in known where places.count(where: { $0 == place }) > 1 {
        Issue.record("\(name): \(place) is in several places")
      }
      for (words, anchor) in sample.references {
        if case .threats = anchor { continue }
        #expect(known.contains(anchor), "\(name): \(words) leads to \(anchor)")
      }
    }
  }

  @Test("counts in each link to threats as many as the link chooses")
  func counts() throws {
    for (name, sample) in try Self.samples() {
      let facets = sample.register.compactMap(\.facets)
      var checked = 0
      for (words, anchor) in sample.references {
        guard case .threats(let filter) = anchor else { continue }
        let number = try #require(Int(words.prefix { $0.isNumber }), "\(name): \(words)")
        #expect(facets.count { $0.fits(filter) } == number, "\(name): \(words) of \(filter)")
        checked += 1
      }
      #expect(checked > 50 || sample.register.count < 50, "\(name)")
    }
  }

  @Test("has a row for each threat, what is not acceptable first, then what is open")
  func register() throws {
    for example in CompiledSample.examples {
      let sample = try ReportSample(example: example)
      let threats = sample.compiled.risks.threats
      #expect(
        Set(sample.register.compactMap(\.anchor)) == Set(threats.map { .threat($0.threat.id) }))
      #expect(sample.register.count == threats.count)
      let groups = sample.register.compactMap(\.facets).map { facets in
        facets.acceptance == .unacceptable ? 0 : facets.status == "open" ? 1 : 2
      }
      #expect(groups == groups.sorted(), "\(example)")
    }
  }

  @Test("has as many cells in each row as columns, and says nothing twice under one id")
  func tables() throws {
    for (name, sample) in try Self.samples() {
      for table in sample.tables {
        #expect(!table.rows.isEmpty, "\(name): \(table.id)")
        for row in table.rows {
          #expect(row.cells.count == table.columns.count, "\(name): \(table.id)")
        }
      }
      let ids = sample.tables.map(\.id)
      #expect(Set(ids).count == ids.count, "\(name)")
    }
  }

  @Test("says on its first page what can be counted elsewhere")
  func summary() throws {
    for example in CompiledSample.examples {
      let sample = try ReportSample(example: example)
      let threats = sample.compiled.risks.threats
      let page = plain(sample.document.summary)
      func count(_ word: String, _ match: (AssessedThreat) -> Bool) {
        let number = threats.filter(match).count
        if number > 0 { #expect(page.contains("\(number) \(word)"), "\(example): \(word)") }
      }
      count("threats: ") { _ in true }
      count("mitigated") { $0.threat.status == .mitigated }
      count("accepted") { $0.threat.status == .accepted }
      count("transferred") { $0.threat.status == .transferred }
      count("acceptable") { $0.isAcceptable == true }
      count("threats can lead to a hazard") { !$0.hazards.isEmpty }
      let standing = sample.summaryTable("standing")
      func row(_ title: String, _ number: Int) {
        let cells = standing.map { $0.map { $0.map(\.plain).joined() } }
        #expect(cells.contains { $0.starts(with: [title, "\(number)"]) }, "\(example): \(cells)")
      }
      row("Open", threats.filter { $0.threat.status == .open }.count)
      let beyond = threats.filter { $0.isAcceptable == false }
      let isWeighed = beyond.contains(where: \.isWeighed)
      row(
        isWeighed ? "Not acceptable, benefit not weighed" : "Not acceptable",
        beyond.count { !$0.isWeighed })
      if isWeighed {
        row("Not acceptable, benefit weighed", beyond.count(where: \.isWeighed))
      }
      row("Gaps in traceability", sample.source.trace.gaps.count)
      let worst = sample.summaryTable("worst")
      #expect(worst.count == min(5, threats.count), "\(example)")
      // A threat that the policy refuses never stands behind one that it accepts.
      let refused = worst.map { $0.joined().map(\.plain).contains("not acceptable") }
      #expect(refused == refused.sorted { $0 && !$1 }, "\(example)")
      #expect(page.contains("none open") == threats.allSatisfy { $0.threat.status != .open })
    }
  }

  /// A model with so many threats, all of them open.
  private func sample(openThreats count: Int) throws -> ReportSample {
    let templates = (0..<count).map {
      "threat own-\($0) \"Threat \($0)\" { category: tampering; applies-to: store }\n"
    }
    return try ReportSample(
      "model \"M\" { method: stride }\npolicy { stride: off }\nstore s \"S\"\n" + templates.joined()
    )
  }

  @Test(
    "the first page names three threats beside a number, and counts the others",
    arguments: [(1, 1, ""), (3, 3, ""), (4, 3, " and 1 more"), (7, 3, " and 4 more")])
  func named(_ count: Int, _ shown: Int, _ rest: String) throws {
    let row = try #require(try sample(openThreats: count).summaryTable("standing").first)
    let words = row[2].map(\.plain).joined()
    #expect(words.ranges(of: "s.own-").count == shown, "\(words)")
    #expect(words.hasSuffix(rest.isEmpty ? "s.own-\(count - 1)" : rest), "\(words)")
  }

  @Test(
    "a summary lists 24 threats, and counts the others",
    arguments: [(23, 23, ""), (24, 24, ""), (25, 24, "1 more row is"), (26, 24, "2 more rows are")])
  func shortened(_ count: Int, _ shown: Int, _ rest: String) throws {
    let short = try sample(openThreats: count).document.edition(.summary)
    let blocks = try #require(short.chapters.first { $0.id == "register" }).blocks
    let rows = blocks.map { if case .table(let table) = $0 { table.rows.count } else { 0 } }
    #expect(rows.max() == shown)
    #expect(plain(blocks).contains(" more row") == !rest.isEmpty)
    #expect(rest.isEmpty || plain(blocks).contains("\(rest) in the full report"))
  }

  @Test("a summary has few chapters, and says what it leaves out")
  func edition() throws {
    for example in CompiledSample.examples {
      let full = try ReportSample(example: example).document
      let short = full.edition(.summary)
      #expect(
        short.chapters.map(\.id) == ["scope", "conclusion", "safety", "register"], "\(example)")
      let blocks = short.chapters.flatMap(\.blocks)
      let rows = blocks.map { if case .table(let table) = $0 { table.rows.count } else { 0 } }
      #expect(rows.allSatisfy { $0 <= 24 } && rows.contains(24), "\(example)")
      #expect(plain(blocks).contains("more rows are in the full report"), "\(example)")
    }
  }

  @Test("the first page counts what is missing in each chapter")
  func missingCounts() throws {
    let sample = try ReportSample("model \"Nothing\"\nprocess p \"P\"\n")
    let summary = plain(sample.document.summary)
    var chapters = 0
    for chapter in sample.document.chapters {
      let count = chapter.blocks.count { if case .note(.missing, _) = $0 { true } else { false } }
      let words = "\(chapter.title) (\(count))"
      #expect(summary.contains(words) == (count > 0), "\(words) in \(summary)")
      if count > 0 { chapters += 1 }
    }
    #expect(chapters > 5)
  }

  @Test("names each property that a model without any lacks")
  func missing() throws {
    let sample = try ReportSample("model \"Nothing\"\nprocess p \"P\"\n")
    let notes = sample.blocks.compactMap { block -> String? in
      guard case .note(.missing, let words) = block else { return nil }
      return words.map(\.plain).joined()
    }
    for statement in [
      "///", "intended-use: \"…\"", "version: \"…\"", "document-number: \"…\"", "owner: \"…\"",
      "approver: \"…\"", "date: 2027-03-31", "because: \"…\"", "scoring: cvss-4.0",
      "accept: score < 4.0", "assumption id", "asset id", "interface id", "control id",
      "requirement SRS-1", "verification TC-1", "hazard HAZ-1", "component id", "--sbom FILE",
    ] {
      #expect(notes.contains { $0.contains(statement) }, "\(statement)")
    }
  }

  @Test("misses nothing of the medical examples but files that are given on the command line")
  func complete() throws {
    for example in ["ankle-monitor", "infusion-pump", "pacs"] {
      let sample = try ReportSample(example: example)
      for chapter in sample.document.chapters where chapter.id != "views" {
        for case .note(.missing, let words) in chapter.blocks {
          let text = words.map(\.plain).joined()
          #expect(text.contains("--"), "\(example), \(chapter.id): \(text)")
        }
      }
    }
  }

  private func plain(_ blocks: [ReportBlock]) -> String {
    blocks.flatMap { block -> [[ReportText]] in
      switch block {
      case .paragraph(let words), .note(_, let words): [words]
      case .list(let items): items
      case .facts, .table, .section, .figure: []
      }
    }.map { $0.map(\.plain).joined() }.joined(separator: "\n")
  }
}
