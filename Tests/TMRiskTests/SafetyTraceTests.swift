// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMTestSupport
import Testing

@Suite("The hand-over to the safety risk file")
struct SafetyTraceTests {
  @Test("it names every hazard with its threats, and every control with an effect on safety")
  func handOver() throws {
    let sample = try CompiledSample(files: TracedModel.all[0].files())
    let model = sample.model
    let safety = SafetyTrace(model, sample.risks)
    #expect(safety.entries.map { model.path($0.hazard) } == ["HAZ-07", "HAZ-11"])
    let threats = safety.entries.map { $0.threats.map(\.threat.id) }
    #expect(threats[0].contains("push-library.tampering"))
    // Reading a library harms nobody.
    #expect(!threats[0].contains("push-library.information-disclosure"))
    #expect(threats[1].isEmpty)
    let effect = try #require(safety.effects.first)
    #expect(safety.effects.count == 1)
    #expect(model.path(effect.control) == "signed-library")
    #expect(effect.hazards.map { model.path($0) } == ["HAZ-11"])
    #expect(effect.newRisks != nil)
  }
}
