// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// LINDDUN PRO, table 4.1: for the ends of a flow, at which of source (S), flow (F) and destination (D)
/// each type is asked. Ends that are not here are no valid interaction.
private let table: [String: [String: String]] = [
  "process process": everywhere, "process store": everywhere, "process external": everywhere,
  "store process": everywhere,
  "external process": everywhere.merging(["Nc": "D"]) { _, new in new },
]

private let everywhere = [
  "L": "SFD", "I": "SFD", "Nr": "SFD", "D": "SF", "DD": "SFD", "U": "SD", "Nc": "SD",
]

private let codes: [String: ThreatCategory] = [
  "L": .linking, "I": .identifying, "Nr": .nonRepudiation, "D": .detecting,
  "DD": .dataDisclosure, "U": .unawareness, "Nc": .nonCompliance,
]

private let hotspots: [Character: String] = [
  "S": "at-source", "F": "in-transit", "D": "at-destination",
]

private let publishedTable = "data/linddun-pro-mapping.csv"

private let kinds = ["external", "process", "store"]

@Suite("LINDDUN")
struct LINDDUNTests {
  @Test("per interaction asks each cell of the table, and nothing else", arguments: kinds, kinds)
  func pair(_ source: String, _ target: String) throws {
    for arrow in ["->", "<->"] {
      let sample = try CompiledSample(
        """
        model "Pair" { method: linddun }
        asset d "Data" { class: pii }
        \(source) a "Alpha"
        \(target) b "Beta"
        flow ab: a \(arrow) b "Sends" { carries: d }
        """)
      #expect(!sample.compilation.hasErrors)
      try expectTable(sample)
      #expect(sample.register.threats.allSatisfy { sample.model.path($0.about) == "ab" })
    }
  }

  @Test("per interaction covers every flow of the examples", arguments: CompiledSample.examples)
  func example(_ name: String) throws {
    let sample = try CompiledSample(example: name, method: "linddun")
    try expectTable(sample)
    #expect(sample.register.threats.count > 50)
  }

  @Test("has the table of the published method", .enabled(if: SharedData.has(publishedTable)))
  func published() throws {
    let records = try SharedData.records(publishedTable)
    var found: [String: [String: String]] = [:]
    for record in records {
      let ends = "\(record["source"] ?? "") \(record["destination"] ?? "")"
      found[ends] = Dictionary(
        uniqueKeysWithValues: codes.keys.map {
          ($0, (record[$0] ?? "").filter { $0 != "-" })
        })
    }
    #expect(found == table)
  }

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
    for path in ["p", "h", "s", "ep"] { #expect(letters(path) == "L Id Nr De DD Nc", "\(path)") }
    for path in ["f", "o", "fo"] { #expect(letters(path) == "", "\(path)") }
  }

  @Test("asks flows once where both methods are chosen")
  func both() throws {
    let sample = try CompiledSample(
      """
      model "M" { method: linddun-per-element, linddun }
      asset d "Reading" { class: phi }
      external e "Person"
      process p "Program"
      flow ep: e -> p "Asks" { carries: d }
      """)
    try expectTable(sample)
    #expect(sample.threats(about: "p").count == 6)
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
    let threat = try #require(sample.threat("ep.data-disclosure-at-source"))
    #expect(
      SentenceWriter(sample.model).title(threat)
        == "The patient gives the glucose app more of the reading, in more detail or more often, than the "
        + "purpose needs")
  }

  /// Holds the threats of every flow to the table, in each direction that it has.
  private func expectTable(_ sample: CompiledSample) throws {
    let model = sample.model
    for flow in model.graph.flows {
      let threats = sample.register.threats.filter {
        $0.about == flow.entity && $0.template != nil
      }
      let isAsked =
        model.references(flow.entity, .carries).contains(where: model.isPersonal)
        && model.isInScope(flow.entity)
      for direction in [Subject.Direction.forwards, .backwards] {
        let found = threats.filter { $0.subject.direction == direction }.map(\.name)
        var wanted: [String] = []
        if isAsked, direction == .forwards || flow.isTwoWay {
          wanted = cells(model, flow, direction)
        }
        #expect(found.sorted() == wanted.sorted(), "\(model.path(flow.entity)) \(direction)")
      }
    }
  }

  /// The names of the threats that the table asks for; what is asked of the flow is asked once.
  private func cells(_ model: Model, _ flow: Flow, _ direction: Subject.Direction) -> [String] {
    var ends = [model[flow.source].keyword.word, model[flow.target].keyword.word]
    if direction == .backwards { ends.reverse() }
    return (table[ends.joined(separator: " ")] ?? [:]).flatMap { code, places in
      places.filter { direction == .forwards || $0 != "F" }.compactMap { place in
        guard let category = codes[code], let hotspot = hotspots[place] else { return nil }
        return "\(category.rawValue)-\(hotspot)" + (direction == .backwards ? "-reverse" : "")
      }
    }
  }
}
