// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// LINDDUN PRO, table 4.1: for the ends of a flow, at which of source (S), flow (F) and destination (D)
/// each type is asked. Ends that are not here are no valid interaction.
@Suite("LINDDUN")
struct LINDDUNTests {
  @Test("asks nothing of data that is about nobody", arguments: ["linddun", "linddun-per-element"])
  func nobody(_ method: String) throws {
    let sample = try CompiledSample(
      """
      model "Machine" { method: \(method) }
      asset d "Firmware" { class: firmware, keys }
      external a "Alpha"
      process b "Beta" { handles: d }
      store s "Store" { holds: d }
      flow ab: a -> b "Sends" { carries: d }
      flow bs: b <-> s "Keeps" { carries: d }
      """)
    #expect(sample.register.threats.isEmpty)
  }

  @Test(
    "asks people of their own data, and not those who work with that of others",
    arguments: [
      ("Patient", true), ("Employee", true), ("Patient or carer", true), ("Anna", true),
      ("Visiting nurse", false), ("Nurses", false), ("Care partner", false),
      ("Cardiologist", false),
      ("System operator", false),
    ])
  func carers(_ title: String, _ isAsked: Bool) throws {
    let sample = try CompiledSample(
      """
      model "M" { method: linddun }
      asset d "Reading" { class: phi }
      boundary home "Home" { zone: home; external e "\(title)" { human: yes } }
      boundary cloud "Cloud" { zone: cloud; process p "Portal" }
      flow ep: e <-> p "Reads" { carries: d; crosses: home, cloud }
      """)
    let names = sample.threats(about: "e").map(\.name)
    let own = ["external-identifying", "external-linking", "external-unawareness"]
    #expect(names.sorted() == (isAsked ? own : []))
  }

  @Test("asks what only passes requests on, or asks another server, nothing that is asked there")
  func front() throws {
    let names = { (place: String, function: String) in
      try CompiledSample(
        """
        model "M" { method: linddun }
        asset d "Reading" { class: phi }
        external e "Patient" { human: yes }
        boundary cloud "Cloud" { zone: cloud; process front "Front" { \(function) }; process p "Portal" }
        flow enter: e <-> front "Reads" { carries: d; crosses: cloud; protocol: https }
        flow pass: front <-> p "Reads" { carries: d; protocol: https }
        """
      ).threats(about: place).map(\.name)
    }
    #expect(try names("front", "function: reverse-proxy").isEmpty)
    #expect(try names("front", "") == ["process-detecting"])
    #expect(try names("p", "").count == 5)
  }

  @Test("per element follows the chart, where personal data is")
  func perElement() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: linddun-per-element }
      asset d "Reading" { class: phi }
      external e "Person"
      external f "Other person"
      process p "Program"
      process h "Handler" { handles: d }
      store s "Store" { holds: d }
      store o "Other store"
      flow ep: e -> p "Asks" { carries: d }
      flow fo: f -> o "Asks"
      """)
    let letters = { (path: String) in
      sample.threats(about: path).map(\.category.abbreviation).joined(separator: " ")
    }
    #expect(letters("e") == "L Id U")
    #expect(letters("p") == "L Id Nr De DD U Nc")
    for path in ["h", "s", "ep"] { #expect(letters(path) == "L Id Nr De DD Nc", "\(path)") }
    for path in ["f", "o", "fo"] { #expect(letters(path) == "", "\(path)") }
  }

  @Test("per interaction asks each place once, and the way where it crosses a boundary")
  func perInteraction() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: linddun }
      asset d "Reading" { class: phi }
      external e "Person" { human: yes }
      external o "Laboratory"
      boundary x "X" { process p "Program"; process q "Second program"; store s "Store" { holds: d } }
      flow ep: e -> p "Asks" { carries: d; crosses: x; protocol: http }
      flow again: e -> p "Asks again" { carries: d; crosses: x; protocol: https }
      flow mail: e -> p "Mails" { carries: d; crosses: x; protocol: smtps }
      flow pq: p -> q "Passes on" { carries: d }
      flow qs: q -> s "Keeps" { carries: d }
      flow po: p -> o "Sends" { carries: d; crosses: x; protocol: https }
      """)
    let letters = { (path: String) in
      sample.threats(about: path).map(\.category.abbreviation).joined(separator: " ")
    }
    #expect(letters("e") == "L Id U")
    // Nobody's data but the person's is told of, linked and identified at the person; a contract says both how
    // much others use, and under which law.
    #expect(letters("o") == "DD")
    #expect(letters("p") == "L Id Nr De DD Nc")
    // What is kept is asked of where it is kept.
    #expect(letters("q") == "")
    #expect(letters("s") == "L Id Nr De DD Nc")
    #expect(letters("ep") == "L Id Nr De DD")
    // Encryption hides all but that something is sent, and a relay of mails reads them.
    #expect(letters("again") == "De")
    #expect(letters("mail") == "De DD")
    #expect(letters("pq") == "" && letters("qs") == "")
  }

  @Test("names the personal data, and no other that goes along")
  func named() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: linddun }
      asset d "Reading" { class: phi }
      asset k "Key" { class: keys }
      external e "Patient" { human: yes }
      process p "Glucose app"
      flow ep: e -> p "Asks" { carries: k, d }
      """)
    let threat = try #require(sample.threat("p.process-data-disclosure"))
    let title = SentenceWriter(sample.model).title(threat)
    #expect(title.contains("the reading") && !title.contains("key"))
  }
}
