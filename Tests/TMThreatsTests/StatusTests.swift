// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("The status of a threat")
struct StatusTests {
  private func sample(_ flow: String, _ more: String = "") throws -> CompiledSample {
    try CompiledSample(
      """
      model "Ward"
      asset library "Drug library"
      process gateway "Gateway"
      boundary device "Pump" { zone: device; process controller "Controller" }
      flow push: gateway -> controller "Pushes" { carries: library; crosses: device; \(flow) }
      \(more)
      """)
  }

  @Test("is open where nothing answers it")
  func open() throws {
    let threat = try #require(try sample("").threat("push.tampering"))
    #expect(threat.status == .open)
    guard case .unanswered = threat.reason else {
      Issue.record("\(threat.reason)")
      return
    }
  }

  @Test("is mitigated by a property that answers it, and the threat is still listed")
  func property() throws {
    let threat = try #require(try sample("encrypted: tls-1.3").threat("push.tampering"))
    #expect(threat.status == .mitigated)
    guard case .property(answer: 0) = threat.reason else {
      Issue.record("\(threat.reason)")
      return
    }
  }

  @Test("is mitigated by what a protocol implies, unless a property says otherwise")
  func protocolImplies() throws {
    #expect(try sample("protocol: https").threat("push.tampering")?.status == .mitigated)
    #expect(try sample("protocol: https; encrypted: no").threat("push.tampering")?.status == .open)
  }

  @Test(
    "is mitigated by a control on the flow or on the asset",
    arguments: [
      ("controls: signed", ""),
      ("", "control c2 \"C\" { mitigates: tampering; protects: push }"),
      ("", "control c4 \"C\" { mitigates: tampering; protects: library }"),
    ])
  func control(_ flow: String, _ more: String) throws {
    let signed = "control signed \"Signed\" { mitigates: tampering }\n"
    let threat = try #require(try sample(flow, signed + more).threat("push.tampering"))
    #expect(threat.status == .mitigated)
    #expect(threat.controls.count == 1)
    guard case .control = threat.reason else {
      Issue.record("\(threat.reason)")
      return
    }
  }

  @Test(
    "stays open where nothing that stands at an end or a boundary could answer it",
    arguments: ["gateway", "device"])
  func unsaid(_ place: String) throws {
    let control = "control c \"C\" { mitigates: tampering; protects: \(place) }"
    #expect(try sample("", control).threat("push.tampering")?.status == .open)
  }

  @Test(
    "stays open while the control is only planned, which is listed all the same",
    arguments: ["proposed", "planned"])
  func planned(_ status: String) throws {
    let threat = try #require(
      try sample(
        "controls: c", "control c \"C\" { mitigates: tampering; status: \(status) }"
      ).threat("push.tampering"))
    #expect(threat.status == .open)
    #expect(threat.controls.count == 1)
  }

  @Test("stays open where the control answers another category")
  func otherCategory() throws {
    let sample = try sample("controls: c", "control c \"C\" { mitigates: spoofing }")
    #expect(sample.threat("push.tampering")?.status == .open)
    #expect(sample.threat("push.spoofing")?.status == .mitigated)
  }

  @Test("is answered by a control that names its property, as in CIA, under whatever method")
  func sameProperty() throws {
    for method in ["stride", "stride, cia", "cia, stride-per-element"] {
      let sample = try CompiledSample(
        """
        model "Ward" { method: \(method) }
        process gateway "Gateway"
        boundary device "Pump" { zone: device; process controller "Controller" }
        flow push: gateway -> controller "Pushes" { crosses: device; controls: c }
        control c "C" { mitigates: integrity }
        """)
      let open = sample.threats(about: "push").filter { $0.status == .open }.map(\.category)
      let answered = sample.threats(about: "push").filter { $0.status == .mitigated }
      #expect(answered.map(\.category) == [.tampering], "\(method)")
      // Intact content keeps nobody from posing as the sender, though integrity is lost that way too.
      #expect(!open.contains(.tampering) && open.count >= 2, "\(method)")
    }
  }

  @Test(
    "is what the author decided",
    arguments: ThreatStatus.allCases)
  func triage(_ status: ThreatStatus) throws {
    let sample = try sample(
      "encrypted: yes; threat tampering { status: \(status.rawValue); because: \"Nobody but the nurse gets there.\" }"
    )
    let threat = try #require(sample.threat("push.tampering"))
    #expect(threat.status == status)
    #expect(threat.triage != nil)
  }

  @Test("of the author's own threat needs a category only")
  func own() throws {
    let sample = try sample("threat glitch \"Voltage glitch\" { category: tampering }")
    let threat = try #require(sample.threat("push.glitch"))
    #expect(threat.status == .open)
    #expect(threat.template == nil)
    #expect(SentenceWriter(sample.model).title(threat) == "Voltage glitch")
  }

  @Test("is not asked for where triage names no threat")
  func stale() throws {
    let sample = try sample("threat tempering { status: accepted }")
    #expect(sample.register.staleTriage.count == 1)
    #expect(sample.register.staleTriage.first?.names.contains("tampering") == true)
  }

  @Test(
    "is not changed by a mechanism that is broken, outdated or never meant to protect",
    arguments: ["wep", "des", "rc4", "md5", "crc", "base64", "obscurity", "tls-1.0", "ssl-3", "no"])
  func weak(_ mechanism: String) throws {
    let sample = try sample("encrypted: \(mechanism)")
    #expect(sample.threat("push.tampering")?.status == .open)
    #expect(sample.threat("push.information-disclosure")?.status == .open)
  }

  @Test("is not changed by a word that the program does not know, which is an error")
  func unknown() throws {
    for word in ["tbd", "planned", "ture", "signed-lbrary"] {
      let sample = try sample("encrypted: \(word)")
      #expect(sample.compilation.hasErrors, "\(word)")
      #expect(sample.threat("push.tampering")?.status == .open, "\(word)")
    }
  }

  @Test(
    "is answered by a control that `authenticated` or `encrypted` names, once it is in place",
    arguments: [("planned", ThreatStatus.open), ("verified", .mitigated)])
  func namedByProperty(_ state: String, _ status: ThreatStatus) throws {
    let sample = try sample(
      "authenticated: keys; encrypted: keys",
      "control keys \"Keys\" { mitigates: spoofing, tampering, denial-of-service; status: \(state) }"
    )
    #expect(sample.threat("push.spoofing")?.status == status)
    #expect(sample.threat("push.tampering")?.status == status)
    #expect(sample.threat("push.denial-of-service")?.status == status)
  }

  @Test("counts what a person proves for the person, at whichever end of a two-way flow")
  func person() throws {
    for ends in ["nurse <-> panel", "panel <-> nurse"] {
      let sample = try CompiledSample(
        """
        model "Panel"
        external nurse "Nurse" { human: yes }
        boundary device "Pump" { zone: device; process panel "Panel" }
        flow use: \(ends) "Uses" { crosses: device; authenticated: pin }
        """)
      let posing = sample.threats(about: "use").filter { $0.category == .spoofing }
      let writer = SentenceWriter(sample.model)
      for threat in posing where writer.title(threat).contains("poses as the nurse") {
        #expect(threat.status == .mitigated, "\(ends)")
      }
      #expect(posing.contains { writer.title($0).contains("poses as the nurse") }, "\(ends)")
    }
  }
}
