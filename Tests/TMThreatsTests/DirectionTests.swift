// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

/// A pump that is programmed, and read, over one connection.
private let pump = """
  model "Pump"
  import medical
  hazard H1 "Overdose" { severity: critical }
  asset dose "Dose order" { class: therapy; harm: H1 }
  asset history "History" { class: telemetry }
  asset image "Firmware" { class: firmware; harm: H1 }
  boundary cloud "Cloud" { zone: cloud; process service "Service" }
  boundary device "Pump" { zone: device; process control "Control" { function: therapy } }
  flow report: control -> service "Reports" { carries: history; crosses: device, cloud; protocol: https }
  flow order: service -> control "Orders" { carries: dose; crosses: cloud, device; over: report }
  """

@Suite("A threat speaks of what goes its way")
struct DirectionTests {
  @Test("what is reported changes no therapy, though orders come back over the same connection")
  func uplink() throws {
    let sample = try CompiledSample(pump)
    let facts = SubjectFacts(sample.model)
    let up = try #require(sample.threat("report.spoofing"))
    let down = try #require(sample.threat("report.spoofing-reverse"))
    #expect(up.template?.name == "spoofing" && facts.hazards(of: up).isEmpty)
    #expect(down.template?.name == "forged-therapy" && facts.hazards(of: down).count == 1)
    let tampering = try #require(sample.threat("report.tampering"))
    #expect(tampering.template?.name == "altered-therapy")
    // What is asked once of a connection has the hazards of all that goes over it.
    #expect(facts.hazards(of: tampering).count == 1)
    let blocked = try #require(sample.threat("report.denial-of-service"))
    #expect(facts.hazards(of: blocked).count == 1)
    #expect(
      SentenceWriter(sample.model).title(tampering)
        == "A patient is treated wrongly because somebody on the path alters the dose order on its way "
        + "from the service to the control")
  }

  @Test(
    "of several things on a connection, each that another kind of measure answers is asked apart")
  func unprotected() throws {
    let sample = try CompiledSample(
      pump
        + "\nflow update: service -> control \"Updates\" { carries: image; crosses: cloud, device; over: report; function: update }"
    )
    #expect(sample.threat("report.tampering")?.template?.name == "altered-therapy")
    let tampering = try #require(sample.threat("update.tampering"))
    #expect(tampering.template?.name == "altered-software" && tampering.status == .open)
    #expect(SentenceWriter(sample.model).title(tampering).contains("alters the firmware from"))
  }

  @Test("a device that reports its settings sets nothing with them")
  func reported() throws {
    let sample = try CompiledSample(
      pump + """

        process panel "Panel"
        flow settings: control -> panel "Settings" { carries: dose; crosses: device; protocol: https }
        """)
    #expect(sample.threat("settings.tampering")?.template?.name == "tampering")
    #expect(sample.threat("panel.fleet-therapy") == nil)
  }

  @Test("nobody is hurt because an update waits")
  func waits() throws {
    let sample = try CompiledSample(
      """
      model "Update"
      hazard H1 "Overdose" { severity: critical }
      asset image "Firmware" { class: firmware; harm: H1 }
      boundary cloud "Cloud" { zone: cloud; process service "Service" }
      boundary device "Pump" {
        zone: device
        process control "Control" { interface updates "Updates" { kind: update } }
      }
      flow update: service -> control.updates "Updates" { carries: image; crosses: cloud, device }
      """)
    let facts = SubjectFacts(sample.model)
    let blocked = try #require(sample.threat("updates.blocked-update"))
    let forged = try #require(sample.threat("updates.malicious-update"))
    #expect(facts.hazards(of: blocked).isEmpty && facts.hazards(of: forged).count == 1)
    #expect(sample.threat("update.denial-of-service") == nil)
  }

  @Test("a store answers calls and makes none")
  func store() throws {
    let sample = try CompiledSample(
      """
      model "Store"
      asset record "Record" { class: phi }
      boundary service "Service" { zone: cloud; process reader "Reader" }
      boundary data "Data" { zone: datacentre; store records "Records" { holds: record } }
      flow read: records -> reader "Reads" { carries: record; crosses: data, service; protocol: https }
      """)
    #expect(sample.threat("read.spoofing")?.status == .mitigated)
    // Nobody said how the reader proves itself to the store.
    #expect(sample.threat("read.spoofed-target")?.status == .open)
  }

  @Test("a question that several flows could ask is asked once, where it was answered")
  func answered() throws {
    func asked(_ triage: String) throws -> [String] {
      let sample = try CompiledSample(
        """
        model "Portal"
        external doctor "Doctor" { human: yes }
        external nurse "Nurse" { human: yes }
        boundary cloud "Cloud" { zone: cloud; process portal "Portal" }
        flow doctor-use: doctor -> portal "Works" { crosses: cloud; protocol: https }
        flow nurse-use: nurse -> portal "Works" { crosses: cloud; protocol: https; \(triage) }
        """)
      #expect(sample.register.staleTriage.isEmpty)
      return sample.register.threats.map(\.id).filter { $0.hasSuffix("forged-request") }
    }
    #expect(try asked("") == ["doctor-use.forged-request"])
    #expect(
      try asked("threat forged-request { status: accepted }") == ["nurse-use.forged-request"])
  }

  @Test(
    "what is asked elsewhere now is named",
    arguments: [
      ("keys.extracted-key", "key.read-at-rest"), ("build.fleet-update", "build.planted-in-build"),
      ("login.read-at-rest", "users.stored-credentials"),
      ("press.lost-signal", "horn.silenced-alarm"),
    ])
  func successors(_ former: String, _ now: String) throws {
    let place = former.prefix { $0 != "." }
    let name = former.dropFirst(place.count + 1)
    func triage(_ subject: String) -> String {
      place == subject ? "threat \(name) { status: accepted }" : ""
    }
    let sample = try CompiledSample(
      """
      model "Former"
      import medical
      asset key "Key" { class: keys }
      asset login "Login" { class: credentials; \(triage("login")) }
      external nurse "Nurse" { human: yes }
      boundary device "Device" {
        zone: device
        store keys "Key store" { holds: key; \(triage("keys")) }
        process alarm "Alarm" { interface horn "Horn" { kind: audio } }
      }
      boundary factory "Factory" {
        zone: manufacturer
        process build "Build" { function: build; \(triage("build")) }
        store users "Users" { holds: login }
      }
      flow press: alarm -> nurse "Sounds" { via: horn; crosses: device; \(triage("press")) }
      """)
    #expect(sample.register.staleTriage.map(\.successor) == [now])
  }
}
