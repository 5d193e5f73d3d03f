// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMLint
import TMModel
import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// Whatever titles change, what is taken over from the text before is what rules find anew. A rule that says that it
/// reads names alone and looks at a title is found out here.
@Suite("Findings kept where titles change") struct KeptFindingsTests {
  /// Titles that rules ask something about, and others.
  private static let titles = [
    "", " ", "x", "Database", "Nurse", "Internet", "Time", "Sets the clock", "Gateway",
    "Emergency stop", "Cloud",
    "Firmware update", "Reads", "API", "Log", "Service technician", "USB", "ä😀", "Web browser",
    "Cannot be opened",
  ]

  private struct Sample {
    let name: String
    let files: [(path: String, text: String)]
  }

  private static func examples() throws -> [Sample] {
    try CompiledSample.examples.map {
      Sample(name: $0, files: try CompiledSample.files(ofExample: $0))
    }
  }

  private static func pages() throws -> [Sample] {
    try RuleExample.all().map { Sample(name: "\($0)", files: $0.files) }
  }

  private static func cases() throws -> [Sample] {
    try LiterateFile.all(under: "Tests/Cases").flatMap { try $0.cases() }
      .filter { !$0.files.isEmpty }.map { Sample(name: "\($0)", files: $0.files) }
  }

  @Test(arguments: [1, 2]) func ofExamples(_ seed: UInt64) throws {
    // A file with excuses, decisions or conditions has all looked at again, and most have.
    _ = try keptRules(Self.examples(), seed, rounds: 4)
  }

  @Test(arguments: [1, 2]) func ofPagesOfRules(_ seed: UInt64) throws {
    #expect(try keptRules(Self.pages(), seed, rounds: 2) > 2_000)
  }

  @Test func ofCases() throws { #expect(try keptRules(Self.cases(), 1, rounds: 1) > 1_000) }

  /// Changes titles, and holds what is kept against what is found anew; how many rules did not look again.
  private func keptRules(_ samples: [Sample], _ seed: UInt64, rounds: Int) throws -> Int {
    var random = SeededGenerator(seed: seed)
    let today = try #require(LintRun.today)
    var count = 0
    for sample in samples {
      guard let root = sample.files.first?.path else { continue }
      var files = sample.files
      let first = try CompiledDeclarations(reading: [root], from: TextFiles(files))
      var before = CompiledModel(first)
      var kept = before.findings(today: today, after: nil) { true }?.kept
      for _ in 0..<rounds {
        files = Self.retitled(files, before.model, &random)
        let anew = try CompiledModel(reading: [root], from: TextFiles(files))
        let declarations = try CompiledDeclarations(
          reading: [root], from: TextFiles(files), after: first)
        let after = try #require(CompiledModel(declarations, after: before.generated) { true })
        let known = kept?.found(in: after.model, today: today) ?? [:]
        count += known.count
        let found = try #require(after.findings(today: today, after: kept) { true })
        #expect(found.all == anew.findings(today: today), "\(sample.name)")
        (before, kept) = (after, found.kept)
      }
    }
    return count
  }

  /// The files with other titles of some parts of the system.
  private static func retitled(
    _ files: [(path: String, text: String)], _ model: Model, _ random: inout SeededGenerator
  ) -> [(path: String, text: String)] {
    var edits: [Edit] = []
    for id in model.allEntities where model.ownTitle(id) != nil && !model.isBuiltIn(id) {
      guard Self.parts.contains(model[id].keyword), Int.random(in: 0..<3, using: &random) == 0,
        let text = model.syntax(id).first(.string),
        let title = titles.randomElement(using: &random)
      else { continue }
      edits.append(Edit(text.range, "\"\(title)\""))
    }
    // One file at a time, as somebody types.
    let typed = files.randomElement(using: &random)?.path
    return files.map { path, text in
      guard path == typed, let source = model.sources.files.first(where: { $0.path == path }) else {
        return (path, text)
      }
      let own = edits.filter { $0.range.file == source.id }
      return (path, String(decoding: source.applying(own), as: UTF8.self))
    }
  }

  private static let parts: KeywordSet = [
    .model, .boundary, .process, .store, .interface, .flow, .asset,
  ]

  @Test(
    "stand where the text moved to, and nothing is kept where white space, a name or the day is another"
  )
  func places() throws {
    let text = """
      model "Ward" {}
      external nurse "Nurse" { human: yes }
      boundary ward "Ward" {
        process web "Web"
        store db "Records"
      }
      flow read: nurse -> web "Reads"
      """
    let today = try #require(LintRun.today)
    let before = try CompiledModel(text)
    let kept = try #require(before.findings(today: today, after: nil) { true }?.kept)
    for (old, new) in [("\"Web\"", "\"The portal\""), ("\"Ward\" {\n", "\"\" {\n")] {
      let after = try CompiledModel(text.replacing(old, with: new))
      let found = kept.found(in: after.model, today: today)
      #expect(
        found["no-flow"]?.reported.map { after.sources.text($0.primary.range) } == ["store db"])
      let all = after.findings(today: today, after: kept) { true }?.all
      #expect(all == after.findings(today: today))
    }
    for (old, new) in [
      ("  process", "process"), ("process web", "process site"), ("\"Nurse\"", "\"Relative\""),
      ("model", "// Here.\nmodel"),
    ] {
      let after = try CompiledModel(text.replacing(old, with: new))
      #expect(kept.found(in: after.model, today: today).isEmpty, "\(new)")
    }
    let tomorrow = try #require(CalendarDate("2026-06-02"))
    #expect(kept.found(in: before.model, today: tomorrow).isEmpty)
    #expect(!kept.found(in: before.model, today: today).isEmpty)
  }
}
