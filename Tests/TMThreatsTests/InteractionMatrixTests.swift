// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// The categories that a flow across a boundary has at least, by its ends: all rules of the Microsoft
/// Threat Modeling Tool's core template (4.1.0.11) evaluated with their default attributes.
private let matrix: [String: String] = [
  "external process": "STRIDE",
  "process process": "STRIDE",
  "process store": "STRID",
  "process external": "SRD",
  "external store": "STRD",
  "store process": "SRIDE",
  "store external": "SRID",
  "external external": "RD",
  "store store": "SRD",
]

@Suite("STRIDE per interaction covers the derived matrix")
struct InteractionMatrixTests {
  @Test("for each pair of ends", arguments: matrix.keys.sorted())
  func pair(_ pair: String) throws {
    let kinds = pair.split(separator: " ")
    let sample = try CompiledSample(
      """
      model "Pair"
      boundary left "Left" { zone: internet; \(kinds[0]) a "Alpha" }
      boundary right "Right" { zone: cloud; \(kinds[1]) b "Beta" }
      asset d "Data" { accountability: high }
      flow ab: a -> b "Sends" { crosses: left, right; carries: d }
      """)
    try expectCovered(sample, "ab")
  }

  @Test("for each crossing flow of each example", arguments: CompiledSample.examples)
  func example(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let crossing = sample.model.graph.flows.filter { sample.model.graph.crosses($0) }
    #expect(crossing.count >= 10)
    for flow in crossing { try expectCovered(sample, sample.model.path(flow.entity)) }
  }

  @Test("and a flow inside one boundary has none")
  func inside() throws {
    let sample = try CompiledSample(
      """
      model "Inside"
      boundary here "Here" { process a "Alpha"; process b "Beta" }
      flow ab: a -> b "Sends"
      """)
    #expect(sample.threats(about: "ab").isEmpty)
  }

  private func expectCovered(_ sample: CompiledSample, _ path: String) throws {
    let model = sample.model
    let entity = try #require(model.allEntities.first { model.path($0) == path })
    let flow = try #require(model.graph.flow(entity))
    let ends = "\(model[flow.source].keyword.word) \(model[flow.target].keyword.word)"
    let wanted = try #require(matrix[ends])
    let threats = sample.threats(about: path).filter {
      flow.isTwoWay || $0.subject.direction == .forwards
    }
    let found = Set(threats.map(\.category.abbreviation))
    let missing = wanted.map(String.init).filter { !found.contains($0) }
    if missing.isEmpty { return }
    // What is not asked has a reason that can be read.
    let coverage = Coverage(model, sample.register)
    let row = try #require(coverage.rows.first { $0.subject == entity })
    for (category, cell) in zip(coverage.categories, row.cells)
    where missing.contains(category.abbreviation) {
      switch cell {
      case .threats:
        Issue.record("\(path), from \(ends): \(category) is asked of the way back alone")
      case .elsewhere: break
      case .absent(.conditions(let unmet)):
        #expect(unmet.contains { !$0.clauses.isEmpty }, "\(path), from \(ends)")
      case .absent(.sharedPath), .absent(.outOfScope), .absent(.turnedOff): break
      case .absent(.notOfKind), .absent(.flowsHaveNone), .gap:
        Issue.record("\(path), from \(ends): \(category) has neither a threat nor a reason")
      }
    }
  }
}
