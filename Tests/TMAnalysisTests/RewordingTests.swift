// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMTestSupport
import TMThreats
import Testing

/// What is taken over from the text before where somebody typed in a title, a text or a comment.
@Suite("A text in other words") struct RewordingTests {
  private static let model = """
    // The clinic.
    model "Clinic" { method: stride; intended-use: "Treats." }
    import "rules.tm"
    external nurse "Nurse" { human: yes }
    asset reading "Reading" { class: phi }
    boundary cloud "Cloud" { zone: cloud
      process web "Portal" { technology: "Swift" }
      store db "Database" { kind: sql; holds: reading }
    }
    flow read: nurse -> web "Reads" { carries: reading; crosses: cloud; protocol: http
      threat tampering { status: accepted; because: "Nobody else is there." } }
    flow save: web -> db "Saves" { carries: reading; protocol: sql }
    """

  private static let rules = """
    @allow(no-flow, "Later")
    store shelf "Shelf" { kind: paper }
    decision later "Later" { covers: status == open; status: accepted; because: "It is far." }
    """

  private func declarations(
    _ old: String, _ new: String, after earlier: CompiledDeclarations? = nil
  ) throws -> CompiledDeclarations {
    try #require((Self.model + Self.rules).contains(old))
    let texts = [("model.tm", Self.model), ("rules.tm", Self.rules)].map { path, text in
      (path, text.replacing(old, with: new, maxReplacements: 1))
    }
    return try CompiledDeclarations(
      reading: ["model.tm"], from: TextFiles(texts), after: earlier)
  }

  private struct Before {
    let declarations: CompiledDeclarations
    let compiled: CompiledModel
    var model: Model { compiled.model }
    var threats: ThreatRegister { compiled.generated }
  }

  private func before() throws -> Before {
    let declarations = try declarations("model", "model")
    return Before(declarations: declarations, compiled: CompiledModel(declarations))
  }

  /// What a run says in words, with the threats.
  private func said(_ model: CompiledModel) throws -> [String] {
    let today = try #require(LintRun.today)
    return model.findings(today: today).map { "\($0.primary.range) \($0)" }
      + model.risks.threats.map { "\($0.threat.id) \($0.threat.status.rawValue)" }
      + model.model.allEntities.map { model.model.title($0) }
  }

  @Test(
    "keeps declarations and threats",
    arguments: [
      ("\"Portal\"", "\"Portal of the clinic\""), ("\"Reads\"", "\"Sends\\n the time\""),
      ("\"Reading\"", "\"Saves\""), ("// The clinic.\n", ""), ("// The clinic.", "\n\n// é //"),
      ("model \"Clinic\"", "\n  model   \"Ward\""), ("\"Swift\"", "\"Rust\""),
      ("\"Treats.\"", "\"Cures people.\""), ("\"Cloud\"", "\"\"\"\n  Rack\n  two\n  \"\"\""),
    ])
  func words(_ old: String, _ new: String) throws {
    let before = try before()
    let after = try declarations(old, new, after: before.declarations)
    let rewording = try #require(Rewording(of: before.model, to: after.model))
    #expect(rewording.isOnlyShown(in: before.model))
    #expect(before.threats.holds(for: after.model))
    try isAsAnew(old, new, before)
  }

  @Test(
    "asks anew what words decide",
    arguments: [
      ("\"Nurse\"", "\"Relative of the patient\""), ("\"Swift\"", "\"-\""), ("\"Swift\"", "\" \""),
      ("\"Nobody else is there.\"", "\"tbd\""), ("\"Nobody else is there.\"", "\"Tampering!\""),
    ])
  func decidingWords(_ old: String, _ new: String) throws {
    let before = try before()
    let after = try declarations(old, new, after: before.declarations)
    let rewording = try #require(Rewording(of: before.model, to: after.model))
    #expect(!rewording.isOnlyShown(in: before.model))
    #expect(!before.threats.holds(for: after.model))
    try isAsAnew(old, new, before)
  }

  @Test(
    "is none where something else changed, or where places moved that are remembered",
    arguments: [
      ("process web", "process site"), ("class: phi", "class: log"), ("->", "<->"),
      ("\"Reads\" {", "{"), ("http", "https"), ("\"Swift\"", "Swift"), ("rules.tm\"", "rule.tm\""),
      ("\"Later\")", "\"Much later\")"), ("\"It is far.\"", "\"It is very far.\""),
      ("\"Shelf\"", "\"Shelves\""), ("\"Portal\"", "\"Portal"), ("\"Portal\"", "\"Por\\qtal\""),
      ("kind: sql;", "kind: sql; kind: file;"), ("store db", "store tape \"Tape\"\n  store db"),
    ])
  func others(_ old: String, _ new: String) throws {
    let before = try before()
    let after = try declarations(old, new, after: before.declarations)
    #expect(Rewording(of: before.model, to: after.model) == nil)
    #expect(!before.threats.holds(for: after.model))
    try isAsAnew(old, new, before)
  }

  @Test("leaves what was found in the file to be found anew")
  func findings() throws {
    let damaged = try declarations("protocol: http", "protocol: htpp")
    #expect(!damaged.compilation.diagnostics.isEmpty)
    let texts = [
      ("model.tm", "\n" + Self.model.replacing("protocol: http", with: "protocol: htpp")),
      ("rules.tm", Self.rules),
    ]
    let files = TextFiles(texts)
    let after = try CompiledDeclarations(reading: ["model.tm"], from: files, after: damaged)
    let anew = try CompiledDeclarations(reading: ["model.tm"], from: files)
    #expect(after.compilation.diagnostics == anew.compilation.diagnostics)
  }

  @Test("follows from text to text")
  func chain() throws {
    let first = try before()
    let second = try declarations("\"Reads\"", "\"Looks\"", after: first.declarations)
    let third = try declarations("\"Reads\"", "\"Looks at it\"", after: second)
    let kept = try #require(CompiledModel(third, after: first.threats) { true })
    #expect(try said(kept) == said(CompiledModel(try declarations("\"Reads\"", "\"Looks at it\""))))
  }

  private func isAsAnew(_ old: String, _ new: String, _ before: Before) throws {
    let after = try declarations(old, new, after: before.declarations)
    let kept = try #require(CompiledModel(after, after: before.threats) { true })
    #expect(try said(kept) == said(CompiledModel(try declarations(old, new))))
  }
}
