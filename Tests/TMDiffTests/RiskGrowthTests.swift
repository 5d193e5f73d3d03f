// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMTestSupport
import Testing

/// Where growth of risk begins: one threat of the author's own, before and after.
@Suite("Growth of the risk of one threat")
struct RiskGrowthTests {
  /// What one says of the threat before and after, and the ways in which risk grew by it.
  struct Step: Sendable, CustomStringConvertible {
    let old: String
    let new: String
    let growth: [RiskGrowth]
    var acceptance: AcceptanceChange?
    var description: String { "\(old) → \(new)" }

    init(
      _ old: String, _ new: String, _ growth: [RiskGrowth], _ acceptance: AcceptanceChange? = nil
    ) {
      (self.old, self.new, self.growth, self.acceptance) = (old, new, growth, acceptance)
    }
  }

  private static let accepted = "status: accepted; because: \"The port is closed\""
  private static let mitigated = "status: mitigated; controls: c"

  private static let steps = [
    Step("score: 5.0", "score: 5.0", []),
    Step("score: 5.0", "score: 5.1", [.higherScore]),
    Step("score: 5.1", "score: 5.0", []),
    Step(
      "\(mitigated); score: 8.0; residual: 3.0", "\(mitigated); score: 8.0; residual: 3.1",
      [.higherScore]),
    Step(
      "\(mitigated); score: 8.0; residual: 3.1", "\(mitigated); score: 8.0; residual: 3.0",
      [.understated]),
    Step("\(accepted); score: 5.1", "\(accepted); score: 5.0", [.understated]),
    Step(
      "\(mitigated); score: 8.0; residual: 3.1",
      "status: mitigated; controls: c, d; score: 8.0; residual: 3.0", []),
    // What was open and is answered weighs less, whatever its score says now.
    Step("score: 5.0", "\(mitigated); score: 9.0; residual: 2.0", []),
    Step("score: 5.0", "status: not-applicable; because: \"The port is closed\"; score: 9.0", []),
    Step("\(mitigated); score: 8.0; residual: 3.0", "score: 8.0", [.opened, .higherScore]),
    Step(mitigated, accepted, [.worseStatus]),
    Step(accepted, mitigated, []),
    Step(
      accepted, "status: transferred; because: \"The port is closed\"; transferred-to: \"Clinic\"",
      []),
    Step(
      "status: transferred; because: \"The port is closed\"; transferred-to: \"Clinic\"", accepted,
      [.worseStatus]),
    Step(accepted, "because: \"The port is closed\"", [.opened, .lostAcceptance], .withdrawn),
    Step(
      "\(accepted); score: 5.0", "\(accepted); score: 5.1", [.higherScore, .lostAcceptance],
      .outgrown),
    Step("harm: minor-harm", "harm: serious-harm", [.worseHarm]),
    Step("harm: serious-harm", "harm: minor-harm", [.understated]),
    Step("harm: serious-harm", "harm: unknown-harm", [.worseHarm]),
    // The day of the comparison is the first of June 2026; a decision holds on its last day.
    Step("\(accepted); until: 2027-01-01", "\(accepted); until: 2026-06-01", []),
    Step(
      "\(accepted); until: 2027-01-01", "\(accepted); until: 2026-05-31",
      [.opened, .lostAcceptance], .expired),
    Step("\(accepted); until: 2026-05-31", "\(accepted); until: 2026-06-01", [], .gained),
  ]

  @Test("before and after", arguments: steps)
  func growth(_ step: Step) throws {
    let difference = try ComparedSample.difference(
      from: Self.model(step.old), to: Self.model(step.new))
    let change = difference.threats.first { $0.id == "f.own" }
    #expect(change?.growth ?? [] == step.growth)
    #expect(change?.acceptance == step.acceptance)
  }

  private static func model(_ properties: String) -> String {
    """
    model "M" { scoring: cvss-3.1 }
    hazard minor-harm "Minor" { severity: minor }
    hazard serious-harm "Serious" { severity: serious }
    hazard unknown-harm "Nobody said"
    control c "C" { mitigates: tampering }
    control d "D" { mitigates: tampering }
    process a "A"
    process b "B"
    flow f: a -> b "Sends" {
      threat own "Own" { category: tampering; \(properties) }
    }

    """
  }

  /// What silences an open threat, and what makes it vanish by itself.
  struct Silence: Sendable, CustomStringConvertible {
    let description: String
    /// The id of a threat that is open before, and gone.
    let id: String
    /// The text of the model before that is another one, and what it is then.
    let was: String
    let now: String
    let silencing: Silencing?

    init(_ description: String, _ id: String, _ was: String, _ now: String, _ silencing: Silencing?)
    {
      (self.description, self.id, self.was, self.now) = (description, id, was, now)
      self.silencing = silencing
    }
  }

  private static let silences = [
    Silence(
      "the policy turns it off", "f.tampering", "policy {", "policy { tampering: off",
      .turnedOff(template: "tampering")),
    Silence(
      "an exemption covers it", "f.tampering", "policy {",
      "policy { exempt e \"E\" { from: tampering; where: source is a }",
      .exempted(path: "e")),
    Silence("the flow is out of scope", "f.tampering", "crosses: net", "in-scope: no", .outOfScope),
    Silence(
      "a moved element is out of scope", "a.worn", "process a \"A\"",
      "boundary y \"Y\" { process a \"A\" { in-scope: no } }", .outOfScope),
    Silence(
      "the library is gone", "a.worn", "import \"library.tm\"", "",
      .undeclared(template: "worn")),
    Silence(
      "the model names no method of it", "a.worn", "method: stride, linddun", "method: stride",
      .otherMethod),
    Silence(
      "nothing is crossed any more", "f.tampering",
      "boundary net \"Net\" { process b \"B\" }\nflow f: a -> b \"Sends\" { crosses: net }",
      "process b \"B\"\nflow f: a -> b \"Sends\"", nil),
    Silence(
      "the flow is gone", "f.tampering", "flow f: a -> b \"Sends\" { crosses: net }", "", nil),
  ]

  @Test("a threat that is no longer asked", arguments: silences)
  func silencing(_ silence: Silence) throws {
    let old = """
      model "M" { method: stride, linddun }
      import "library.tm"
      process a "A"
      boundary net "Net" { process b "B" }
      flow f: a -> b "Sends" { crosses: net }
      policy {
      }

      """
    let library = """
      threat worn "{element} wears out" {
        category: non-compliance; applies-to: process; method: linddun
      }

      """
    #expect(old.contains(silence.was))
    let new = old.replacing(silence.was, with: silence.now)
    let files = { (text: String) in
      [(path: "m.tm", text: text)]
        + (text.contains("import") ? [(path: "library.tm", text: library)] : [])
    }
    let difference = try ComparedSample.difference(from: files(old), to: files(new))
    let found = difference.threats.first { $0.id == silence.id }
    let change = try #require(found)
    #expect(change.kind == .gone && change.old?.status == .open)
    #expect(change.silencing == silence.silencing)
    #expect(change.growth == (silence.silencing == nil ? [] : [.silenced]))
  }

  @Test("a former name that both sides state is no new rename")
  func knownRename() throws {
    let old = "model \"M\"\nprocess a \"A\" { was: b }\nprocess b \"B\"\n"
    let same = try ComparedSample.difference(from: old, to: old)
    #expect(same.changes.isEmpty)
    let without = try ComparedSample.difference(
      from: old, to: "model \"M\"\nprocess a \"A\" { was: b }\n")
    #expect(without.changes.map(\.kind) == [.removed])
    let renamed = try ComparedSample.difference(
      from: "model \"M\"\nprocess b \"B\"\n", to: "model \"M\"\nprocess a \"B\" { was: b }\n")
    #expect(renamed.changes.map(\.kind) == [.renamed])
  }
}
