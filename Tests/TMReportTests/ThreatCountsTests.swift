// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMTestSupport
import Testing

/// `examples/threat-counts.md`: how many threats each crossing flow and element of the examples has.
@Suite("Published counts of threats")
struct ThreatCountsTests {
  private static let path = "examples/threat-counts.md"

  @Test("are those of the examples as they are")
  func fresh() throws {
    let page = try page()
    if Repository.updatesSnapshots { try Repository.write(page, to: Self.path) }
    #expect(
      try Repository.text(Self.path) == page,
      "run TM_UPDATE_SNAPSHOTS=1 swift test --filter ThreatCountsTests")
  }

  private func page() throws -> String {
    var page = """
      # Threats of the examples, counted

      How many threats `tm threats --summary` counts for each flow that crosses a trust boundary, for each
      element with its interfaces, and for each asset. A test holds this page to what the program says.

      """
    for name in CompiledSample.examples {
      let sample = try CompiledSample(example: name)
      let table = ThreatSummaryTable.text(
        of: sample.register.threats, in: sample.model, width: 110, colouring: .plain)
      page += "\n## \(name)\n\n```text\n\(table)```\n"
    }
    return page
  }
}
