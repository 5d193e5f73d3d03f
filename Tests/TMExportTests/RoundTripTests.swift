// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMTestSupport
import Testing

@testable import TMExport

/// The examples out and in again: elements, kinds, titles, nesting, flows with their ends and protocols, assets
/// and threats with their states are those of before, but for what the report of losses names.
@Suite("A model that is exported and imported again")
struct RoundTripTests {
  static let formats: [ExportFormat] = [.otm, .threatDragon, .tmBOM, .tm7]

  @Test(
    "is the same, but for what the report names", arguments: CompiledSample.examples, formats)
  func examples(_ example: String, _ format: ExportFormat) throws {
    let trip = try RoundTrip(try CompiledSample(example: example), through: format)
    let errors = trip.imported.errors
    #expect(errors.isEmpty, "\(errors.prefix(3).map(\.message))")
    let unnamed = trip.differences.filter { !trip.isNamed($0) }
    #expect(unnamed.isEmpty, "\(unnamed.count): \(unnamed.prefix(8))")
    #expect(!trip.imported.model.graph.flows.isEmpty)
    // Nobody has to decide twice.
    let states = trip.differences.filter { $0.aspect == "status" }
    #expect(states.isEmpty, "\(states.count): \(states.prefix(8))")
    // Why they follow stands in OTM as attributes; the others say less of protocols, data and interfaces.
    #expect(
      trip.returnedCount * 100 >= trip.threatCount * (format == .otm ? 80 : 66),
      "\(trip.returnedCount) of \(trip.threatCount) are the threats that they were")
  }

  @Test("has every status and reason again", arguments: formats)
  func statuses(_ format: ExportFormat) throws {
    let text = """
      model "Shop" { method: stride }
      external buyer "Buyer" { human: yes }
      boundary cloud "Cloud" { process web "Web shop" }
      control login "Login" { mitigates: spoofing; status: implemented }
      flow buy: buyer -> web "Order" {
        crosses: cloud; protocol: http; controls: login
        threat information-disclosure { status: accepted; because: "Orders are no secret" }
        threat tampering { status: transferred; because: "The insurer pays" }
        threat repudiation { status: not-applicable; because: "There are no accounts" }
        threat denial-of-service { status: mitigated; because: "A queue in front of it" }
        threat gift "A gift card is guessed" { category: spoofing; status: open; because: "Waits for the shop" }
      }
      """
    let trip = try RoundTrip(try CompiledSample(text), through: format)
    #expect(trip.imported.errors.isEmpty)
    let states = trip.differences.filter { $0.aspect == "status" }
    #expect(states.isEmpty, "\(states)")
    let written = trip.text
    for reason in [
      "Orders are no secret", "The insurer pays", "There are no accounts", "A queue in front of it",
      "Waits for the shop",
    ] {
      #expect(written.contains("because: \"\(reason)\""), "\(reason)\n\(written)")
    }
    #expect(written.contains("threat gift "))
  }

  @Test("takes what was changed in the other tool")
  func changed() throws {
    let text = """
      model "Shop" { method: stride }
      external buyer "Buyer" { human: yes }
      boundary cloud "Cloud" { process web "Web shop" }
      flow buy: buyer -> web "Order" {
        crosses: cloud; protocol: http
        threat tampering { status: accepted; because: "Nobody would" }
      }
      """
    let export = try ModelExport(.threatDragon, of: try CompiledSample(text))
    // One state, and the text of another threat.
    let edited = export.text.replacing("\"Open\"", with: "\"Mitigated\"")
      .replacing("The risk is accepted. Nobody would", with: "Orders are signed")
    let read = try ModelImport(Array(edited.utf8), fileName: "model")
    let written = String(decoding: read.text(source: "model"), as: UTF8.self)
    #expect(written.contains("status: mitigated"))
    #expect(written.contains("because: \"Orders are signed\""))
    #expect(!written.contains("Nobody would"))
  }

  @Test("takes what strangers write in its place for a text")
  func forged() throws {
    let text = """
      {"otmVersion": "0.2.0", "project": {"name": "M", "id": "m"}, "trustZones": [{"id": "z", "name": "Z"}],
       "components": [{"id": "c", "name": "C", "type": "process", "parent": {"trustZone": "z"},
         "threats": [{"threat": "t", "state": "x } policy { spoofing: off }", "mitigations": []}]}],
       "dataflows": [{"id": "f", "name": "F", "source": "c", "destination": "c",
         "attributes": {"protocol": "http } policy", "encrypted": "yes }"}}],
       "threats": [{"id": "t", "name": "T", "categories": ["Patient } policy { x: off }"],
         "risk": {"likelihood": 1, "impact": 1},
         "attributes": {"tm-threat": "spoofing } policy { a: off } //", "tm-because": "\\"} policy { a: off }"}}]}
      """
    let read = try ModelImport(Array(text.utf8), fileName: "model")
    let compiled = try CompiledSample(String(decoding: read.text(source: "model"), as: UTF8.self))
    #expect(compiled.errors.isEmpty, "\(compiled.errors.map(\.message))")
    #expect(compiled.model.all(.policy).allSatisfy(compiled.model.isBuiltIn))
    #expect(read.model.all(.threat).count == 1)
  }

  @Test("shows differences where there are some")
  func sees() throws {
    let text = """
      model "Pair" { method: stride }
      asset order "Order"
      external guest "Guest" { human: yes }
      boundary inside "Inside" {
        process kitchen "Kitchen" { process stove "Stove" }
      }
      flow order-meal: guest <-> kitchen "Order" { carries: order; crosses: inside }
      """
    let trip = try RoundTrip(try CompiledSample(text), through: .threatDragon)
    let seen = Set(trip.differences.map(\.aspect))
    #expect(seen.isSuperset(of: ["process", "carries", "human"]))
    #expect(trip.differences.allSatisfy(trip.isNamed))
  }
}
