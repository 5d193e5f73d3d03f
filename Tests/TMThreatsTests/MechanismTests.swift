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
      flow buy: buyer <-> shop "Buys" { carries: order; crosses: cloud; protocol: http }
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

  @Test(
    "what decides over all devices is answered by no control that happens to be near",
    arguments: [
      ("tls", ThreatStatus.open), ("signature", .mitigated), ("review", .mitigated),
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
