// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMTestSupport
import Testing

/// What findings say at the edges of their lists.
@Suite struct RuleWordsTests {
  @Test("four threats are all named, and of five the last is counted", arguments: [4, 5])
  func unrated(_ count: Int) throws {
    let threats = (1...count).map { "threat t\($0) \"One\" { category: tampering }" }
    let run = try LintRun(
      """
      model "M" { scoring: cvss-4.0 }
      external nurse "Nurse"
      boundary pump "Pump" { process controller "Controller" }
      flow set: nurse -> controller "Sets" {
        crosses: pump; function: therapy
        \(threats.joined(separator: "\n  "))
      }
      """)
    let finding = try #require(run.diagnostics.first { $0.rule == "unrated-flow" })
    let names = (1...4).map { "`set.t\($0)`" }.joined(separator: ", ")
    #expect(
      finding.notes == ["its threats are \(names)\(count == 4 ? "" : " and 1 more")"])
  }

  @Test(
    "a zone like one like one … has its trust from sixteen further on, and no more",
    arguments: [16, 17])
  func zones(_ length: Int) throws {
    let chain = (0..<length).map { "zone z\($0) \"Z\" { like: z\($0 + 1) }" }
    let run = try LintRun(
      """
      model "M"
      \(chain.joined(separator: "\n"))
      zone z\(length) "Z" { trust: 3 }
      boundary b "B" { zone: z0; process p "P" }
      """)
    let process = try #require(run.model.all(.process).first)
    #expect(run.model.trust(process) == (length == 16 ? 3 : nil))
  }
}
