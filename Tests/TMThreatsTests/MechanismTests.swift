// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("What a control works by decides what it answers")
struct MechanismTests {
  private func shop(_ control: String) throws -> CompiledSample {
    try CompiledSample(
      """
      model "Shop" {}
      external buyer "Buyer" { human: yes }
      asset order "Order" { class: pii; integrity: high }
      boundary net "Internet" { zone: internet; process partner "Partner" }
      boundary cloud "Cloud" {
        zone: cloud
        process shop "Shop"
        store orders "Orders" { kind: sql; holds: order }
      }
      flow buy: buyer <-> shop "Buys" { carries: order; crosses: cloud; protocol: grpc }
      flow call: partner -> shop "Calls" { carries: order; crosses: net, cloud; protocol: http }
      flow keep: shop <-> orders "Keeps" { carries: order; protocol: sql-tls }
      control it "Control" { \(control) }
      """)
  }

  @Test("what works against one kind of attack answers no other threat of its category")
  func narrow() throws {
    let bound = "mitigates: tampering; protects: orders, keep; mechanism: "
    let narrow = try shop(bound + "parameterised-query")
    #expect(narrow.threat("keep.injection")?.status == .mitigated)
    #expect(narrow.threat("order.altered-at-rest")?.status == .open)
    let wide = try shop(bound + "parameterised-query, signature")
    #expect(wide.threat("order.altered-at-rest")?.status == .mitigated)
    // By another of its names, too: the word is wrong, and it must not answer more for that.
    let other = try shop(bound + "prepared-statements")
    #expect(other.threat("order.altered-at-rest")?.status == .open)
    let named = try shop(bound + "parameterised-query; answers: altered-at-rest")
    #expect(named.threat("order.altered-at-rest")?.status == .mitigated)
  }

  @Test("a second factor proves a person and no program")
  func persons() throws {
    let sample = try shop("mitigates: spoofing; protects: shop; mechanism: mfa")
    #expect(sample.threat("buy.spoofing")?.status == .mitigated)
    #expect(sample.threat("buy.spoofed-target")?.status == .open)
    #expect(sample.threat("call.spoofing")?.status == .open)
    let both = try shop("mitigates: spoofing; protects: shop; mechanism: mfa, certificate")
    #expect(both.threat("call.spoofing")?.status == .mitigated)
  }

  @Test("a list says of what")
  func lists() throws {
    let system = { (mechanism: String) in
      try self.shop(
        "mitigates: elevation-of-privilege; protects: orders; mechanism: \(mechanism)")
    }
    #expect(
      try system("address-allow-list").threat("orders.bypassed-service")?.status == .mitigated)
    for mechanism in ["allow-list", "application-allow-list", "input-validation"] {
      #expect(try system(mechanism).threat("orders.bypassed-service")?.status == .open)
    }
  }

  @Test("what works elsewhere does not count on the way, at rest or for a whole boundary")
  func places() throws {
    let keep = { (control: String, id: String) in try self.shop(control).threat(id)?.status }
    let leak = "mitigates: information-disclosure; "
    // Roles do not keep anybody from reading along; an encrypted line does.
    #expect(
      try keep(leak + "protects: call; mechanism: role-based-access", "call.information-disclosure")
        == .open)
    #expect(
      try keep(leak + "protects: call; mechanism: tls-1.3", "call.information-disclosure")
        == .mitigated)
    #expect(try keep(leak + "protects: orders; mechanism: tls", "order.read-at-rest") == .open)
    #expect(
      try keep(leak + "protects: orders; mechanism: role-based-access", "order.read-at-rest")
        == .mitigated)
    // A copy keeps no line up.
    let outage = "mitigates: denial-of-service; "
    #expect(
      try keep(outage + "protects: shop; mechanism: backup", "call.denial-of-service") == .open)
    #expect(
      try keep(outage + "protects: shop; mechanism: fallback", "call.denial-of-service")
        == .mitigated)
    // Nor does a spare of an end, or what the sender does without.
    for other in [
      "protects: shop; mechanism: redundancy", "protects: partner; mechanism: fallback",
    ] {
      #expect(try keep(outage + other, "call.denial-of-service") == .open, "\(other)")
    }
    // Where no other place holds it, the copy is locked away with it.
    #expect(
      try keep(outage + "protects: orders; mechanism: backup", "order.lost-at-rest") == .open)
    #expect(
      try keep(outage + "protects: orders; mechanism: fallback", "order.lost-at-rest")
        == .mitigated)
    // Messages of which some carry a code are not all that cross a boundary.
    for place in ["cloud", "shop"] {
      let status = try keep(
        "mitigates: tampering; protects: \(place); mechanism: mac", "call.tampering")
      #expect(status == .open, "\(place)")
    }
    for place in ["call", "order"] {
      let status = try keep(
        "mitigates: tampering; protects: \(place); mechanism: mac", "call.tampering")
      #expect(status == .mitigated, "\(place)")
    }
    // Who says nothing of how is taken at his word for what something could do from there, and for no more; of a word
    // of his own, nobody knows what it does.
    let silent = { (place: String) in "mitigates: tampering; protects: \(place)" }
    for place in ["cloud", "shop", "partner"] {
      #expect(try keep(silent(place), "call.tampering") == .open, "\(place)")
    }
    #expect(try keep(silent("call"), "call.tampering") == .mitigated)
    #expect(try keep(silent("call") + "; mechanism: sealed-pipe", "call.tampering") == .open)
  }

  @Test(
    "a list filters what it lists, and gives nobody fewer rights",
    arguments: [
      ("allow-list", ThreatStatus.open), ("address-allow-list", .open), ("firewall", .open),
      ("role-based-access", .open), ("application-allow-list", .open),
      ("input-validation", .mitigated),
    ])
  func crafted(_ mechanism: String, _ status: ThreatStatus) throws {
    let sample = try shop(
      "mitigates: elevation-of-privilege; protects: shop; mechanism: \(mechanism)")
    #expect(sample.threat("call.elevation-of-privilege")?.status == status)
    // At the sender, nothing keeps somebody else from sending.
    let far = try shop(
      "mitigates: elevation-of-privilege; protects: partner, net; mechanism: \(mechanism)")
    #expect(far.threat("call.elevation-of-privilege")?.status == .open)
    let rights: ThreatStatus = mechanism == "role-based-access" ? .mitigated : .open
    #expect(sample.threat("buy.exceeded-rights")?.status == rights)
  }

  @Test(
    "a signal is answered by what looks at signals, and not by what protects the element or its boundary",
    arguments: [
      ("signature", ThreatStatus.open), ("mac", .open), ("fallback", .open), ("firewall", .open),
      ("range-check", .mitigated), ("redundancy", .mitigated),
    ])
  func signals(_ mechanism: String, _ status: ThreatStatus) throws {
    for place in ["monitor", "device"] {
      let sample = try CompiledSample(
        """
        model "Monitor" {}
        external patient "Patient" { human: yes }
        boundary device "Device" {
          zone: device
          process monitor "Monitor" {
            interface lead "Lead" { kind: sensor }
            interface valve "Valve" { kind: actuator }
          }
        }
        flow feel: patient -> monitor.lead "Pulse" { crosses: device }
        control it "Control" {
          mitigates: spoofing, tampering, denial-of-service
          protects: \(place)
          mechanism: \(mechanism)
        }
        """)
      var ids = ["feel.false-signal"]
      if place == "monitor" { ids += ["lead.forged-signal"] }
      for id in ids { #expect(sample.threat(id)?.status == status, "\(id), \(place)") }
      // That the program works within limits says nothing of what it commands.
      #expect(sample.threat("valve.driven-actuator")?.status == .open)
    }
  }

  @Test(
    "a control without a status answers nothing where somebody signs",
    arguments: [
      ("", "", ThreatStatus.mitigated), ("profile: fda", "", .open),
      ("", "policy { accept: score < 4.0 }", .open),
      ("", "policy { require: because on accepted }", .open),
      ("", "policy { approve: accepted }", .open),
      ("", "policy { missing-boundary: error }", .mitigated),
    ])
  func status(_ property: String, _ policy: String, _ status: ThreatStatus) throws {
    let text = { (control: String) in
      """
      model "Shop" { \(property) }
      external buyer "Buyer" { human: yes }
      boundary cloud "Cloud" { process shop "Shop" }
      flow buy: buyer -> shop "Buys" { crosses: cloud; authenticated: code }
      control code "Code" { mitigates: spoofing; mechanism: password\(control) }
      \(policy)
      """
    }
    let unstated = try CompiledSample(text(""))
    #expect(unstated.threat("buy.spoofing")?.status == status)
    let stated = try CompiledSample(text("; status: implemented"))
    #expect(stated.threat("buy.spoofing")?.status == .mitigated)
  }

  @Test(
    "what decides over all devices is answered by no control that happens to be near",
    arguments: [
      ("tls", ThreatStatus.open), ("signature", .open), ("secure-boot", .open),
      ("review", .mitigated),
    ])
  func fleet(_ mechanism: String, _ status: ThreatStatus) throws {
    let sample = try CompiledSample(
      """
      model "Fleet" {}
      import medical
      asset code "Pump software" { class: firmware }
      boundary cloud "Cloud" { zone: cloud; process updates "Update service" }
      boundary pump "Pump" { zone: device; process control "Control" }
      flow push: updates -> control "Pushes" { carries: code; crosses: cloud, pump; protocol: https; function: update }
      control it "Control" { mitigates: tampering; protects: updates; mechanism: \(mechanism) }
      """)
    #expect(sample.threat("updates.fleet-update")?.status == status)
  }
}
