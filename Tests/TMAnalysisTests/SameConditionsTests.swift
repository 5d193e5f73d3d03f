// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMTestSupport
import TMThreats
import Testing

/// What an editor takes over from the text before: the same threats as if everything was asked anew.
@Suite("Answers of the text before") struct SameConditionsTests {
  private static let text = """
    model "Clinic" { method: stride, linddun }
    asset reading "Reading" { class: phi; description: "What is measured." }
    external nurse "Nurse" { human: yes }
    boundary cloud "Cloud" { zone: cloud
      process web "Portal" { interface pages "Pages" { kind: web } }
      store db "Database" { kind: sql; holds: reading }
    }
    flow read: nurse <-> web.pages "Reads values" { carries: reading; crosses: cloud; protocol: https; authenticated: password
      threat tampering { status: accepted; because: "Nobody else is there." } }
    flow save: web -> db "Saves" { carries: reading; protocol: sql }
    threat named "{source} is called so" { category: tampering; applies-to: flow; when: title == "Saves" }
    """

  private func edited(_ old: String, _ new: String) throws -> String {
    try #require(Self.text.contains(old))
    return Self.text.replacing(old, with: new, maxReplacements: 1)
  }

  private func described(_ register: ThreatRegister, _ model: Model) -> [String] {
    let writer = SentenceWriter(model)
    return register.threats.map { "\($0.id) \($0.status.rawValue) \(writer.title($0))" }
  }

  @Test(
    "count where only words changed",
    arguments: [
      ("\"Portal\"", "\"Portal of the clinic\""), ("\"Reading\"", "\"Value\""),
      ("\"What is measured.\"", "\"What somebody measured.\""),
      ("model \"Clinic\"", "\n\nmodel \"Ward\""),
      ("\"Nobody else is there.\"", "\"Nobody stands there.\""), ("\"Cloud\"", "\"Rack\""),
    ])
  func words(_ old: String, _ new: String) throws {
    let plain = Self.text.split(separator: "\n").filter { !$0.contains("named") }.joined(
      separator: "\n")
    let before = try CompiledModel(plain)
    try #require(plain.contains(old))
    let after = try CompiledModel(plain.replacing(old, with: new, maxReplacements: 1))
    #expect(after.model.answersConditions(like: before.model))
    #expect(before.model.answersConditions(like: after.model))
    try isAsAnew(after.model, after: before)
  }

  @Test(
    "do not count where something else did",
    arguments: [
      ("kind: web", "kind: api"), ("\"Nurse\"", "\"Patient\""), ("zone: cloud", "zone: home"),
      ("process web", "process site"), ("class: phi", "class: log"), ("<->", "->"),
      ("nurse <-> web.pages", "nurse <-> web"),
      ("protocol: https", "protocol: http"), ("flow save: web -> db", "flow save: db -> web"),
      ("\"Saves\" {", "\"Stores\" {"), ("\"Saves\" {", "{"),
      ("== \"Saves\"", "== \"Reads values\""),
      ("; description: \"What is measured.\"", ""), ("\"Nobody else is there.\"", "\"-\""),
      ("method: stride, linddun", "method: stride"),
      ("process web", "store old \"Old\"\n  process web"),
    ])
  func others(_ old: String, _ new: String) throws {
    let before = try CompiledModel(Self.text)
    let after = try CompiledModel(
      try edited(old, new).replacing(
        "web.pages",
        with: old == "process web" && new.hasPrefix("process") ? "site.pages" : "web.pages"))
    #expect(!after.model.answersConditions(like: before.model))
    try isAsAnew(after.model, after: before)
  }

  @Test("are kept from text to text")
  func chain() throws {
    let first = try CompiledModel(Self.text)
    let second = try CompiledModel(try edited("\"Reads values\"", "\"Looks\""))
    let third = try CompiledModel(try edited("\"Reads values\"", "\"Looks at them\""))
    let register = try #require(ThreatRegister(second.model, after: first.generated) { true })
    let last = try #require(ThreatRegister(third.model, after: register) { true })
    #expect(described(last, third.model) == described(third.register, third.model))
  }

  private func isAsAnew(_ model: Model, after before: CompiledModel) throws {
    let register = try #require(ThreatRegister(model, after: before.generated) { true })
    #expect(described(register, model) == described(ThreatRegister(model), model))
  }
}
