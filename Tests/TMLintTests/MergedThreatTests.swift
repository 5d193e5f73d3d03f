// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import TMThreats
import Testing

@Suite("Triage of a threat that two methods share")
struct MergedThreatTests {
  @Test("is asked for under the name that is listed, where both names decide")
  func stale() throws {
    let run = try LintRun(
      [
        (
          "model.tm",
          """
          model "M" { method: stride-per-element, cia }
          process p "Program" {
            threat process-integrity { status: accepted; because: "Nobody minds." }
            threat process-tampering { status: accepted; because: "It stands in a locked room." }
          }
          """
        )
      ], libraries: .builtIn)
    let finding = try #require(run.diagnostics.first { $0.rule == "stale-triage" })
    #expect(
      finding.message
        == "`p` has no threat `process-integrity`: its threat `process-tampering` says the same")
    #expect(
      finding.help == [
        "write `threat process-tampering`: the model's methods share it, and it is listed once"
      ])
  }

  /// It was decided while the other method was not chosen.
  @Test("still counts under its own name, where nothing else decides")
  func kept() throws {
    let model = """
      model "M" { method: stride-per-element, cia }
      process p "Program" {
        threat process-integrity { status: accepted; because: "Nobody minds." }
      }
      """
    let run = try LintRun([("model.tm", model)], libraries: .builtIn)
    #expect(!run.diagnostics.contains { $0.rule == "stale-triage" })
    #expect(try CompiledSample(model).threat("p.process-tampering")?.status == .accepted)
  }
}
