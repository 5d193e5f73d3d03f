// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import Testing
@testable import TMDocument

@Suite("Communication paths of a view")
struct PathTableTests {
  private static let model = """
    model "Pump" { profile: fda }
    asset rate "Rate" { class: therapy; content: command; harm: HAZ-1 }
    asset image "Firmware" { class: firmware }
    asset order "Order" { class: therapy }
    hazard HAZ-1 "Over-infusion" { severity: critical; multi-patient: yes; link: "RMF 7" }
    requirement R-1 "Each pump proves itself" { verified-by: T-1 }
    verification T-1 "A foreign pump is refused" { method: penetration-test; status: planned }
    control pump-key "A key of its own" {
      mitigates: spoofing, tampering
      satisfies: R-1
      category: authentication
      crypto: "ECDSA on P-256"
      credentials: "Made at production"
      verified-at: server
    }
    control backup-pump "A second pump" {
      mitigates: denial-of-service
      protects: core
      category: resiliency-and-recovery
    }
    boundary ward "Ward" {
      owner: "Hospital"
      external nurse "Nurse" { human: yes }
      boundary pump "Pump" {
        kind: machine
        process core "Core" {
          component rtos "Kernel" { version: "1.2" }
          interface keys "Keys" { kind: user-interface; access: public }
          interface wifi "Wi-Fi" { kind: wifi; channel: "5 GHz"; version: "802.11n" }
          /// Used in the factory.
          interface debug "Debug port" { kind: jtag; disabled: yes }
          interface spare "Spare"
        }
        process panel "Panel"
      }
    }
    boundary net "Network" {
      process server "Server"
      process archive "Archive"
    }
    @allow(unauthenticated-crossing, "Nobody waits for a login.")
    flow start: nurse -> core.keys "Starts" { carries: rate; crosses: pump; function: therapy }
    flow show: core -> panel "Shows" { carries: rate }
    flow push: server -> core "Pushes" {
      carries: image, order
      via: wifi
      crosses: net, pump, ward
      protocol: https
      port: 8443
      authenticated: pump-key
      encrypted: tls-1.3
      roles: "Administrator"
      on-error: "Drops it"
      function: update
    }
    flow send: server -> archive "Sends"
    /// All of it.
    view all "All" { kind: global }
    view way "The way" { kind: updateability; include: push }
    """

  @Test("the whole chapter of a hand-made model")
  func chapter() throws {
    let sample = try CompiledSample(Self.model)
    try #require(sample.compilation.diagnostics.allSatisfy { $0.severity != .error })
    let text = ReportOutline.text(ViewsChapter(sample.reportSource).chapter)
    let path = "Tests/Snapshots/views-chapter.txt"
    if Repository.updatesSnapshots { return try Repository.write(text, to: path) }
    #expect(text == (try Repository.text(path)))
  }

  @Test("what is asked of a path depends on what it is")
  func kinds() throws {
    let sample = try CompiledSample(Self.model)
    let book = PathBook(sample.reportSource)
    let facts = Dictionary(
      uniqueKeysWithValues: sample.model.graph.flows.map {
        (sample.model.name($0.entity), PathFacts($0, book))
      })
    let start = try #require(facts["start"])
    let push = try #require(facts["push"])
    let show = try #require(facts["show"])
    #expect(start.missing == [.errors, .settings])
    // The class of an order does not say whether it is data or a command.
    #expect(push.missing == [.content, .access, .handOff, .identity, .session, .settings])
    #expect(show.missing.isEmpty && show.asked == 2)
  }

  @Test("each statement that is missing can be made, and is then no longer missing")
  func remedies() throws {
    let bare = """
      asset a "A"
      boundary b "B" { process p "P" { interface i "I" } }
      boundary c "C" { process q "Q" }
      control k "K" { mitigates: spoofing; category: authorization }

      """
    let statements: [PathAspect: String] = [
      .interfaces: "via: i", .content: "carries: a", .transport: "protocol: https",
      .version: "version: \"1.1\"", .channel: "port: 443", .access: "controls: k",
      .handOff: "hand-off: \"none\"", .errors: "on-error: \"stops\"",
      .authentication: "authenticated: mutual", .verification: "verified-at: p",
      .credentials: "credentials: \"x\"", .identity: "identity: \"x\"",
      .session: "session: \"x\"", .encryption: "encrypted: tls-1.3", .crypto: "crypto: \"x\"",
      .settings: "settings: \"x\"", .function: "function: update", .roles: "roles: \"x\"",
    ]
    let stated = PathAspect.allCases.filter { $0.remedy != nil }
    #expect(Set(stated) == Set(statements.keys))
    let all = stated.compactMap { statements[$0] }
    #expect(try missing(bare + flow(all)).subtracting([.content]) == [])
    for aspect in stated {
      switch aspect {
      // `carries` alone says nothing of an asset without a class; a flow without roles has none.
      case .content, .roles: continue
      // The protocol implies the other.
      case .encryption, .authentication: continue
      case .interfaces, .transport, .version, .channel, .function, .access, .handOff, .errors,
        .verification, .credentials, .identity, .session, .crypto, .settings, .hazards, .threats,
        .controls, .tests, .components:
        let others = stated.filter { $0 != aspect }.compactMap { statements[$0] }
        #expect(try missing(bare + flow(others)).contains(aspect), "\(aspect)")
      }
    }
  }

  private func flow(_ properties: [String]) -> String {
    "flow f: p -> q { crosses: b, c; \(properties.joined(separator: "; ")) }"
  }

  private func missing(_ text: String) throws -> Set<PathAspect> {
    let sample = try CompiledSample(text)
    try #require(sample.compilation.diagnostics.allSatisfy { $0.severity != .error })
    let flow = try #require(sample.model.graph.flows.first)
    return Set(PathFacts(flow, PathBook(sample.reportSource)).missing)
  }

  @Test("an update is told from its source on, also where the flows are declared the other way")
  func order() throws {
    let sample = try CompiledSample(
      """
      process a "A"
      process b "B"
      process c "C"
      flow second: b -> c
      flow first: a -> b
      """)
    let ordered = UpdateView.ordered(sample.model.graph.flows)
    #expect(ordered.map { sample.model.name($0.entity) } == ["first", "second"])
    let circle = try CompiledSample(
      "process a \"A\"\nprocess b \"B\"\nflow x: a -> b\nflow y: b -> a")
    #expect(UpdateView.ordered(circle.model.graph.flows).count == 2)
  }

  @Test("views whose paths differ only in case have sections of their own")
  func sections() throws {
    let model = try CompiledSample("view A \"1\"\nview a \"2\"\nview b \"3\"").model
    let ids = model.all(.view).map { ViewSection.id(of: $0, in: model) }
    #expect(ids == ["view-a-1", "view-a-2", "view-b"])
  }
}
