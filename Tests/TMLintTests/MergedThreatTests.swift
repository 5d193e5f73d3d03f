// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import TMThreats
import Testing

@Suite("Triage of a threat that two methods share")
struct MergedThreatTests {
  @Test("is asked for under the name that is listed")
  func stale() throws {
    let run = try LintRun(
      [
        (
          "model.tm",
          """
          model "M" { method: stride-per-element, cia }
          process p "Program" {
            threat process-integrity { status: accepted; because: "Nobody minds." }
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
}
