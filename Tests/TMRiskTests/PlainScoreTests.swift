// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMTestSupport
import Testing

/// Scores that are written as a number.
@Suite("Scores as plain numbers")
struct PlainScoreTests {
  @Test(
    "one decimal, from 0.0 to 10.0, and nothing is rounded",
    arguments: [
      ("0.0", "0.0"), ("0", "0.0"), ("0.1", "0.1"), ("7.4", "7.4"), ("9.9", "9.9"),
      ("10.0", "10.0"),
      ("10", "10.0"), ("10.1", nil), ("7.45", nil), ("7.41", nil), ("0.05", nil), ("11", nil),
    ] as [(String, String?)])
  func numbers(_ written: String, _ score: String?) throws {
    let sample = try CompiledSample(
      """
      model "M" { scoring: cvss-3.1 }
      process a "A"
      process b "B"
      flow f: a -> b "Sends" { threat own "Own" { category: tampering; score: \(written) } }

      """)
    #expect(sample.assessed("f.own")?.initial?.score.description == score)
    let refused = sample.risks.diagnostics.contains { $0.message.contains("with one decimal") }
    #expect(refused == (score == nil))
  }
}
