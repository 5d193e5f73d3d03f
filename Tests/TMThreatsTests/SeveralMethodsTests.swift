// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

private let all = "stride, stride-per-element, linddun, linddun-per-element, cia"

@Suite("Several methods at once")
struct SeveralMethodsTests {
  @Test("CIA alone asks three things of each element, flow and interface, of data where it is")
  func cia() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: cia }
      asset a "Record"
      asset n "Banner" { confidentiality: none }
      external e "Person"
      process p "Program" { interface i "Port" { kind: usb } }
      store s "Store" { holds: a, n }
      flow ep: e <-> p "Asks" { carries: a }
      """)
    for path in ["p", "i", "s", "ep"] {
      let categories = sample.threats(about: path).map(\.categories)
      #expect(categories == [[.confidentiality], [.integrity], [.availability]], "\(path)")
    }
    #expect(sample.threats(about: "e").map(\.category) == [.confidentiality, .integrity])
    #expect(sample.threats(about: "a").isEmpty && sample.threats(about: "n").isEmpty)
  }

  @Test("list a threat once, with the categories of each")
  func merged() throws {
    let system = """
      asset a "Record" { confidentiality: none }
      store s "Store" { holds: a }
      process p "Program"
      boundary x "X" { zone: cloud; process q "Other" }
      flow pq: p -> q "Sends" { carries: a; crosses: x }
      """
    let sample = try CompiledSample("model \"M\" { method: stride, cia }\n" + system)
    let categories = { (id: String) in sample.threat(id)?.categories }
    #expect(categories("pq.tampering") == [.tampering, .integrity])
    #expect(categories("pq.spoofing") == [.spoofing, .confidentiality, .integrity])
    #expect(
      categories("pq.elevation-of-privilege")
        == [.elevationOfPrivilege, .confidentiality, .integrity, .availability])
    #expect(categories("pq.flow-integrity") == nil)
    #expect(categories("p.process-integrity") == [.integrity, .tampering])
    #expect(categories("a.altered-at-rest") == [.tampering, .integrity])
    #expect(categories("a.asset-integrity") == nil)
    let merged = sample.register.merged.map { "\(sample.model.path($0.subject.entity)).\($0.name)" }
    #expect(
      merged.sorted() == ["pq.flow-availability", "pq.flow-integrity"])
    let alone = try CompiledSample("model \"M\" { method: stride }\n" + system)
    #expect(alone.register.threats.allSatisfy { $0.categories == [$0.category] })
    #expect(alone.register.merged.isEmpty)
  }

  @Test("a threat that is asked once for both ways covers what is asked of each, and no other does")
  func bothWays() throws {
    let library = ThreatLibraries(["stride"], loadedAlways: ["stride"]) { _ in
      SyntaxTree.detached(
        Array(
          """
          threat altered "Altered" { category: tampering; applies-to: flow; ways: once }
          threat read "Read" { category: information-disclosure; applies-to: flow; when: source is process }
          threat flow-integrity "I" { category: integrity; applies-to: flow; method: cia }
          threat flow-confidentiality "C" { category: confidentiality; applies-to: flow; method: cia }
          """.utf8))
    }
    let text = """
      model "M" { method: stride, cia }
      external e "Person"
      process p "Program"
      flow ep: e <-> p "Asks"
      """
    let sample = try CompiledSample(
      reading: ["model.tm"], from: TextFiles([("model.tm", text)]), libraries: library)
    #expect(sample.errors.map(\.message) == [])
    let merged = sample.register.merged.map(\.name).sorted()
    // Only the way back starts at the process, so only there is reading asked already.
    #expect(
      merged == ["flow-confidentiality-reverse", "flow-integrity", "flow-integrity-reverse"])
    #expect(sample.threat("ep.flow-confidentiality") != nil)
  }

  @Test("keep what a model's own template of CIA says")
  func ownTemplate() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: stride-per-element, cia }
      threat drained "The battery of {element} is drained" {
        category: availability
        applies-to: process
        method: cia
      }
      process p "Program"
      """)
    #expect(sample.threat("p.drained")?.categories == [.availability, .denialOfService])
    #expect(sample.threat("p.process-availability") == nil)
    #expect(sample.threat("p.process-denial") != nil)
  }

  @Test("do not merge with a threat of the author's own, which says one thing only")
  func ownThreat() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: stride, cia }
      process p "Program" { threat glitch "Voltage glitch" { category: tampering } }
      """)
    #expect(sample.threat("p.glitch")?.categories == [.tampering, .integrity])
    #expect(sample.threat("p.process-integrity") != nil)
  }

  @Test("say which threat has taken the place of one that a triage names")
  func stale() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: stride-per-element, cia }
      process p "Program" {
        threat process-integrity { status: accepted }
        threat process-tampering { status: transferred }
      }
      """)
    #expect(sample.register.staleTriage.map(\.cover) == ["process-tampering"])
    #expect(sample.threat("p.process-tampering")?.status == .transferred)
  }

  @Test(
    "neither remove, reorder nor change what one of them finds", arguments: CompiledSample.examples)
  func additions(_ name: String) throws {
    // Flows that STRIDE or LINDDUN per interaction covers are not asked again per element.
    for (method, more) in [
      ("stride", all), ("linddun", all), ("stride, linddun", all), ("stride, linddun, cia", all),
      ("linddun-per-element", "stride, linddun-per-element, cia"),
      ("stride-per-element", "linddun, stride-per-element, cia"), ("cia", "linddun, cia"),
    ] {
      let sample = try CompiledSample(example: name, method: method)
      let whole = try CompiledSample(example: name, method: more)
      let merged = Set(
        whole.register.merged.map { "\(whole.model.path($0.subject.entity)).\($0.name)" })
      let wanted = sample.register.threats.filter { !merged.contains($0.id) }.map(row)
      let found = Set(wanted)
      #expect(
        whole.register.threats.map(row).filter(found.contains) == wanted, "\(method), \(more)")
      if !method.contains("cia") { #expect(wanted.count == sample.register.threats.count) }
    }
  }

  @Test("list no threat twice, and leave none out", arguments: CompiledSample.examples)
  func examples(_ name: String) throws {
    var counts: [String] = []
    for method in ["stride", "linddun", "cia", "stride, linddun, cia", all] {
      let sample = try CompiledSample(example: name, method: method)
      counts.append("\(method): \(sample.register.threats.count)")
      expectOnce(sample)
    }
    print("threats of \(name): \(counts.joined(separator: "; "))")
    try expectNothingLost(name)
  }

  private func expectOnce(_ sample: CompiledSample) {
    let writer = SentenceWriter(sample.model)
    var ids: Set<String> = []
    var titles: [String: String] = [:]
    for threat in sample.register.threats {
      #expect(ids.insert(threat.id).inserted, "\(threat.id)")
      let title = writer.title(threat)
      #expect(titles[title] == nil, "\(threat.id) and \(titles[title] ?? ""): \(title)")
      titles[title] = threat.id
      #expect(!title.contains("{") && !title.contains("  "), "\(threat.id): \(title)")
      #expect(Set(threat.categories).count == threat.categories.count, "\(threat.id)")
    }
    // Of a built-in template, each property of each thing is asked once.
    for threat in sample.register.threats where threat.template?.methods == [.cia] {
      let twins = sample.register.threats.filter {
        $0.subject == threat.subject && $0.template != nil && $0.category == threat.category.twin
      }
      #expect(twins.isEmpty, "\(threat.id)")
    }
  }

  /// Every threat of CIA alone is in the register of all methods, or in that of its cover.
  private func expectNothingLost(_ name: String) throws {
    let alone = try CompiledSample(example: name, method: "cia")
    let whole = try CompiledSample(example: name, method: all)
    let listed = Dictionary(uniqueKeysWithValues: whole.register.threats.map { ($0.id, $0) })
    for threat in alone.register.threats where listed[threat.id] == nil {
      // Of a store, each asset is asked; of an interface, its own questions are.
      if whole.register.repeatedIDs.contains(threat.id) { continue }
      let merged = whole.register.merged.first {
        $0.subject == threat.subject && $0.name == threat.name
      }
      let path = whole.model.path(threat.about)
      let cover = merged.flatMap { listed["\(path).\($0.cover)"] }
      let isOfInterface = whole.model[threat.about].keyword == .interface
      #expect(
        cover?.categories.contains(threat.category) == true || isOfInterface && cover != nil,
        "\(threat.id)")
    }
  }

  /// Everything of a threat that the choice of methods must not touch.
  private func row(_ threat: Threat) -> String {
    "\(threat.id) \(threat.category) \(threat.status)"
  }
}
