// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import Testing

/// What a model knows of its flows: where they go through, what proves their ends, whether they are analysed.
@Suite("Facts about flows and elements")
struct FlowFactTests {
  @Test("of interfaces of one name, `via` takes that of the flow's own ends")
  func interfaces() throws {
    let model = try LintRun(
      """
      model "M"
      process pump "Pump" { interface usb "Port of the pump" { kind: usb } }
      process server "Server" { interface usb "Port of the server" { kind: usb } }
      process other "Other" { interface usb "Port elsewhere" { kind: usb } }
      external stick "Stick"
      flow a: stick -> pump "To the pump" { via: usb }
      flow b: stick -> server "To the server" { via: usb }
      flow c: other -> stick "From elsewhere" { via: usb }
      flow d: stick -> pump "Through another" { via: server.usb }
      """
    ).model
    let paths = model.graph.flows.map { model.interfaces(of: $0.entity).map { model.path($0) } }
    #expect(paths == [["pump.usb"], ["server.usb"], ["other.usb"], ["server.usb"]])
  }

  @Test("a name that several others bear and neither end does is not guessed")
  func ambiguousInterface() throws {
    let run = try LintRun(
      """
      model "M"
      process pump "Pump" { interface usb "Port" { kind: usb } }
      process server "Server" { interface usb "Port" { kind: usb } }
      process a "A"
      process b "B"
      flow f: a -> b "Sends" { via: usb }
      """)
    #expect(run.diagnostics.contains { $0.rule == "ambiguous-name" })
    #expect(run.model.graph.flows.allSatisfy { run.model.interfaces(of: $0.entity).isEmpty })
  }

  @Test("whom `authenticated` and a protocol prove")
  func proofs() throws {
    let model = try LintRun(
      """
      model "M"
      external nurse "Nurse" { human: yes }
      external doctor "Doctor" { human: yes }
      process app "App"
      process api "Service"
      flow a: app -> api "One way, by a token" { authenticated: token }
      flow b: app <-> api "Both ways, by a token" { authenticated: token }
      flow c: app <-> nurse "A person at the end" { authenticated: pin }
      flow d: nurse <-> app "A person at the start" { authenticated: pin }
      flow e: nurse <-> doctor "Two people" { authenticated: password }
      flow f: app -> api "By the protocol" { protocol: https }
      flow g: app <-> api "Each other" { authenticated: mutual }
      store queue "Queue" { kind: queue }
      flow h: queue -> api "Taken out with a password" { authenticated: password }
      flow i: queue -> api "Given out with a certificate" { authenticated: certificate }
      process phone "App on a phone" { interface link "Link" { kind: api } }
      flow j: api -> app "HTTP beside a login elsewhere" { protocol: http, oauth2 }
      flow k: api -> app "HL7 over the air" { protocol: hl7, wpa2-enterprise }
      flow l: api -> app "HL7 in a tunnel" { protocol: hl7, ipsec }
      """
    ).model
    let proofs = model.graph.flows.map { flow in
      [flow.source, flow.target].map { model.authentication(of: $0, on: flow).isPresent }
    }
    #expect(
      proofs == [
        [true, false], [true, false], [false, true], [true, false], [true, false], [false, true],
        [true, true], [false, true], [true, false], [false, false], [false, false], [true, true],
      ])
  }

  @Test("an interface is analysed where its element is, a flow where one side of it is ours")
  func scope() throws {
    let model = try LintRun(
      """
      model "M"
      external nurse "Nurse"
      process inside "Inside" { interface api "API" { kind: api } }
      process outside "Outside" { in-scope: no; interface api "API" { kind: api } }
      process gone "Gone" { in-scope: no }
      store here "Here" { in-scope: yes }
      flow a: inside -> here "Both in" { }
      flow b: inside -> outside "One in"
      flow c: outside -> here "The other in"
      flow d: outside -> gone "None"
      flow e: nurse -> outside "A stranger and one that is out"
      flow f: nurse -> inside "A stranger and one that is in"
      """
    ).model
    let named = { (path: String) in model.allEntities.first { model.path($0) == path } }
    let scopes = try [
      "inside", "inside.api", "outside", "outside.api", "here", "a", "b", "c", "d", "e", "f",
    ].map { model.isInScope(try #require(named($0), "\($0)")) }
    #expect(
      scopes == [true, true, false, false, true, true, true, true, false, false, true])
  }

  @Test(
    "a control counts as encryption or login where it can be one, and a clear way beside a safe one is clear"
  )
  func controls() throws {
    let model = try LintRun(
      """
      model "M"
      control training "Staff training" { mitigates: repudiation; mechanism: training }
      control handbook "Handbook" { mitigates: spoofing, information-disclosure; mechanism: training }
      control sum "Checksum" { mitigates: tampering, spoofing; mechanism: checksum }
      control keys "Keys" { mitigates: spoofing, information-disclosure; mechanism: aead }
      control silent "Nothing said"
      process a "A"
      process b "B"
      flow open: a -> b "Opens" { protocol: mtls }
      flow f1: a -> b "1" { encrypted: training; authenticated: training }
      flow f2: a -> b "2" { encrypted: handbook; authenticated: handbook }
      flow f3: a -> b "3" { encrypted: sum; authenticated: sum }
      flow f4: a -> b "4" { encrypted: keys; authenticated: keys }
      flow f5: a -> b "5" { encrypted: silent; authenticated: silent }
      flow f6: a -> b "6" { protocol: https, http }
      flow f7: a -> b "7" { over: open; protocol: telnet }
      flow f8: a -> b "8" { over: open }
      flow f9: a -> b "9" { authenticated: password, no; protocol: https }
      """
    ).model
    let found = model.graph.flows.dropFirst().map { flow in
      [model.encryption(flow.entity), model.sourceAuthentication(flow.entity)].map(\.isPresent)
    }
    #expect(
      found == [
        [false, false], [false, false], [false, false], [true, true], [true, true], [false, false],
        [false, false], [true, true], [true, false],
      ])
  }
}
