// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMTestSupport
import Testing

@Suite("Security levels")
struct SecurityLevelTests {
  @Test(
    "levels are one whole number or seven",
    arguments: [
      ("2", 0), ("0, 1, 2, 3, 4, 0, 1", 0), ("1, 2", 1), ("1, 2, 3, 4, 1, 2, 3, 4", 1), ("2.5", 1),
    ])
  func numbers(_ levels: String, _ faults: Int) throws {
    let sample = try CompiledSample(
      "model \"A\"\nboundary b \"B\" {\n  security-level: \(levels)\n  process p \"P\"\n}\n")
    #expect(sample.risks.diagnostics.filter { $0.rule == "wrong-level" }.count == faults)
  }

  @Test("the nearest boundary counts, then its zone")
  func nearest() throws {
    let sample = try CompiledSample(
      """
      model "A"
      zone ward "Ward" { security-level: 3 }
      boundary outer "Outer" {
        zone: ward
        process far "Far"
        boundary inner "Inner" { security-level: 1; process near "Near" }
      }
      process free "Free"
      """)
    let level = { (name: String) -> Int? in
      let id = sample.model.allEntities.first { sample.model.path($0) == name }
      return id.flatMap { sample.model.targetLevels(around: $0)?.levels.levels.first }
    }
    #expect(level("far") == 3)
    #expect(level("near") == 1)
    #expect(level("free") == nil)
  }
}
