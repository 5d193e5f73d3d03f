// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMTestSupport
import Testing

/// The chapter about risk that others have to bear.
@Suite struct TransferredRiskTests {
  @Test(
    "names what nobody is told", arguments: [("; transferred-to: \"Clinic\"", false), ("", true)])
  func untold(_ property: String, _ isUntold: Bool) throws {
    let sample = try ReportSample(
      """
      model "M"
      process a "A"
      process b "B"
      flow f: a -> b "Sends" {
        threat t "One" { category: tampering; status: transferred; because: "The clinic's network."\(property) }
      }
      """)
    let page = sample.texts.map { $0.map(\.plain).joined() }
    #expect(page.contains { $0.contains("To whom is not stated for f.t") } == isUntold)
    #expect(page.contains { $0.contains("1 threat is transferred") })
  }
}
