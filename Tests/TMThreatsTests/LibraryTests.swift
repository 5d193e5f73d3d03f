// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

@Suite("The threat library")
struct LibraryTests {
  @Test("compiles without a finding and each template says what to do")
  func compiles() throws {
    let sample = try CompiledSample("model \"Empty\"")
    #expect(sample.compilation.diagnostics.isEmpty)
    #expect(sample.register.library.diagnostics.isEmpty)
    #expect(sample.register.library.templates.count > 110)
    for template in sample.register.library.templates {
      #expect(template.advice != nil, "\(template.name)")
      #expect(!template.cwe.isEmpty, "\(template.name)")
    }
  }

  @Test(
    "has threats of its own for every kind of interface",
    arguments: Vocabulary.interfaceKinds.words)
  func interfaces(_ kind: String) throws {
    let sample = try CompiledSample(
      "model \"M\"\nprocess p \"P\" { interface i \"Port\" { kind: \(kind) } }")
    let threats = sample.threats(about: "i")
    #expect(!threats.isEmpty)
    #expect(threats.allSatisfy { $0.status == .open })
  }

  @Test("counts a disabled interface as an answer")
  func disabled() throws {
    let sample = try CompiledSample(
      "model \"M\"\nprocess p \"P\" { interface i \"Port\" { kind: jtag; disabled: yes } }")
    #expect(sample.threats(about: "i").allSatisfy { $0.status == .mitigated })
  }

  @Test("asks of data whether it is altered, read or lost where it rests, unless that does no harm")
  func assets() throws {
    let sample = try CompiledSample(
      """
      model "M"
      asset a "Record"
      asset b "Banner" { confidentiality: none; availability: none }
      """)
    #expect(sample.threats(about: "a").map(\.category.abbreviation) == ["T", "I", "D"])
    #expect(sample.threats(about: "b").map(\.category.abbreviation) == ["T"])
  }

  @Test("is replaced by a template of the same name, and turned off by a policy")
  func overridden() throws {
    let system = """
      process a "Alpha"
      boundary x "X" { zone: cloud; process b "Beta" }
      flow ab: a -> b "Sends" { crosses: x }
      """
    let replaced = try CompiledSample(
      """
      model "M"
      threat tampering "Rain falls on {target}" { category: tampering; applies-to: flow }
      """ + "\n" + system)
    let threat = try #require(replaced.threat("ab.tampering"))
    #expect(SentenceWriter(replaced.model).title(threat) == "Rain falls on Beta")
    let silent = try CompiledSample("model \"M\"\npolicy { tampering: off }\n" + system)
    #expect(silent.threat("ab.tampering") == nil)
    #expect(silent.threat("ab.spoofing") != nil)
  }

  @Test("a template of a special attack says what answers it, and only general questions do not")
  func answersAreSaid() throws {
    let general: Set = [
      "spoofing", "spoofed-target", "wrong-recipient", "tampering", "repudiation",
      "information-disclosure", "denial-of-service", "altered-at-rest", "read-at-rest",
      "lost-at-rest", "altered-function", "stopped-function", "lost-signal",
    ]
    let templates = try CompiledSample("model \"Empty\"\nimport medical").register.library.templates
    for template in templates where !template.isSpecial && template.isBuiltIn {
      let isByElement = !template.methods.contains(.stridePerInteraction)
      let isInOtherWords =
        !template.replaces.isEmpty && template.replaces.allSatisfy(general.contains)
      #expect(
        isByElement || isInOtherWords || general.contains(template.name), "\(template.name)")
    }
  }

  @Test("applies STRIDE per element by the chart where the model asks for it")
  func perElement() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: stride-per-element }
      external e "Person"
      process p "Program"
      store s "Store"
      store l "Log" { log: yes }
      flow ep: e -> p "Asks"
      """)
    let letters = { (path: String) in
      sample.threats(about: path).map(\.category.abbreviation).joined()
    }
    #expect(letters("e") == "SR")
    #expect(letters("p") == "STRIDE")
    #expect(letters("s") == "TID")
    #expect(letters("l") == "TRID")
    #expect(letters("ep") == "TID")
  }

  @Test("of a team reports conditions that mean nothing, with what was meant")
  func mistakes() throws {
    let sample = try CompiledSample(
      """
      model "M"
      threat t "Somebody alters {cargo}" { category: tampering; applies-to: flow; when: soruce is external }
      """)
    let messages = sample.compilation.diagnostics.map { "\($0.message); \($0.help.joined())" }
    #expect(messages == ["a data flow has no `soruce`; did you mean `source`?"])
    #expect(
      sample.register.library.diagnostics.map(\.message) == ["`{cargo}` is no placeholder here"])
  }
}
