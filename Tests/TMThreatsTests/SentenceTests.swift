// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("Titles of threats are sentences about the system")
struct SentenceTests {
  private let ward = """
    model "Ward"
    asset drug-library "Drug library" { integrity: high }
    asset settings "Pump settings"
    boundary hospital "Hospital" {
      zone: hospital
      process gateway "Pump gateway"
      boundary device "Infusion pump" {
        zone: device
        process controller "Dose controller" { interface lan "Ward LAN" { kind: ethernet } }
      }
    }
    """

  @Test("with who, what, where from, where to and the boundaries crossed")
  func whole() throws {
    let sample = try CompiledSample(
      ward + """

        flow push: gateway -> controller "Pushes" { carries: drug-library; via: lan; crosses: device }
        """)
    #expect(
      try title("push.tampering", sample)
        == "Somebody on the ward LAN alters the drug library on its way from the pump gateway to the "
        + "dose controller")
  }

  @Test("that put two directions of one flow into words of their own")
  func twoWay() throws {
    let sample = try CompiledSample(
      ward + "\nflow sync: gateway <-> controller \"Syncs\" { carries: settings; crosses: device }")
    #expect(
      try title("sync.spoofing", sample)
        == "Somebody poses as the pump gateway and exchanges the pump settings with the dose controller"
    )
    #expect(
      try title("sync.spoofing-reverse", sample)
        == "Somebody poses as the dose controller and exchanges the pump settings with the pump gateway"
    )
    #expect(try title("sync.tampering", sample).contains("alters the pump settings between the"))
    #expect(sample.threat("sync.tampering-reverse") == nil)
  }

  @Test("with verbs in the number of the names before them, also where a template marks them")
  func agreement() throws {
    let sample = try CompiledSample(
      """
      model "Ward"
      threat a "What {element} keeps or {sees|see} is lost, and {element} {does|do} not notice" {
        category: denial-of-service; applies-to: external
      }
      threat b "Whoever takes over {element} gets all" { category: spoofing; applies-to: external }
      threat c "Entries of {element} are lost, or {element} denies, hides and forgets them" {
        category: repudiation; applies-to: external
      }
      external nurse "Nurse"
      external nurses "Nurses"
      """)
    #expect(
      try title("nurse.a", sample)
        == "What the nurse keeps or sees is lost, and the nurse does not notice")
    #expect(
      try title("nurses.a", sample)
        == "What the nurses keep or see is lost, and the nurses do not notice")
    #expect(try title("nurses.b", sample) == "Whoever takes over the nurses gets all")
    #expect(
      try title("nurses.c", sample)
        == "Entries of the nurses are lost, or the nurses deny, hide and forget them")
  }

  @Test("that say less where names are long")
  func brief() throws {
    let sample = try CompiledSample(
      """
      model "Long"
      asset a "Readings of the continuous glucose monitor"
      asset b "Settings of the closed loop"
      asset c "Consents of patients and relatives"
      boundary home "Home of the patient and the family" { zone: home; process app "Glucose app on the phone" }
      boundary cloud "Cloud" { zone: cloud; process proxy "Service for physicians" }
      flow up: app -> proxy { carries: a, b, c; crosses: home, cloud }
      """)
    let sentence = try title("up.tampering", sample)
    #expect(
      sentence
        == "Somebody alters the readings of the continuous glucose monitor and 2 more from the "
        + "glucose app on the phone to the service for physicians")
  }

  @Test("and no two of an example are the same", arguments: CompiledSample.examples)
  func distinct(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let writer = SentenceWriter(sample.model)
    var ids: [String: String] = [:]
    for threat in sample.register.threats {
      let title = writer.title(threat)
      #expect(ids[title] == nil, "\(threat.id) and \(ids[title] ?? ""): \(title)")
      ids[title] = threat.id
    }
  }

  @Test("without any placeholder left", arguments: CompiledSample.examples)
  func filled(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let writer = SentenceWriter(sample.model)
    for threat in sample.register.threats {
      let title = writer.title(threat)
      #expect(!title.contains("{") && !title.contains("  "), "\(threat.id): \(title)")
      #expect(title.first?.isLowercase == false)
    }
  }

  private func title(_ id: String, _ sample: CompiledSample) throws -> String {
    let threat = try #require(sample.threat(id))
    return SentenceWriter(sample.model).title(threat)
  }
}
