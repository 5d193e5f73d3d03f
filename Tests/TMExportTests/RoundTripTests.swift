// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

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
