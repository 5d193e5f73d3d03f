// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSource
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// What a review of the medical examples would see when something is taken out of them.
///
/// The examples are complete: each lints clean, so every finding comes from the change. All links
/// with `TM_THOROUGH=1`, best in release; a part of them otherwise.
@Suite("The medical examples fail when something is taken out")
struct ExampleReviewTests {
  private static let examples = ["ankle-monitor", "infusion-pump", "pacs"]

  private static func lint(_ files: [(path: String, text: String)]) throws -> [Diagnostic] {
    try LintRun(files, libraries: .builtIn, today: ExampleTests.today).diagnostics
  }

  /// The model of the pump with a text in one of its files replaced.
  private static func pump(
    _ old: String, _ new: String
  ) throws -> [(path: String, text: String)] {
    var count = 0
    let files = try CompiledSample.files(ofExample: "infusion-pump").map { file in
      count += file.text.ranges(of: old).count
      return (path: file.path, text: file.text.replacing(old, with: new))
    }
    try #require(count > 0, "`\(old)` is nowhere in the pump")
    return files
  }

  @Test("as it stands, each is clean", arguments: examples)
  func clean(_ example: String) throws {
    let run = try LintRun(
      CompiledSample.files(ofExample: example), libraries: .builtIn, today: ExampleTests.today)
    #expect(run.text == "no findings\n")
  }

  @Test("whichever link of a trace is taken out, there is a finding", arguments: examples)
  func links(_ example: String) throws {
    let model = try CompiledSample(example: example).model
    let cuts = LinkCut.all(in: model)
    #expect(cuts.count > 100)
    let step = Sample.isThorough ? 1 : 16
    var silent: [String] = []
    for cut in stride(from: 0, to: cuts.count, by: step).map({ cuts[$0] }) {
      if Self.isBacked(cut, model) { continue }
      if try Self.lint(cut.files(model)).isEmpty { silent.append(cut.name) }
    }
    #expect(silent.isEmpty)
  }

  @Test(
    "a control taken out of the pump reopens its threats and leaves a requirement without purpose")
  func control() throws {
    let model = try CompiledSample(example: "infusion-pump").model
    let cut = try #require(
      LinkCut.all(in: model).first { $0.name == "control signed-library" })
    let findings = try Self.lint(cut.files(model))
    let reopened = findings.filter { $0.rule == "untreated-threat" }
    #expect(
      reopened.contains { $0.message.contains("`drug-library.altered-at-rest` (6.7, medium)") })
    #expect(
      findings.contains { $0.rule == "unused-requirement" && $0.message.contains("`SRS-041`") })
  }

  @Test("a verification taken out of the pump leaves its requirement unproved")
  func verification() throws {
    let model = try CompiledSample(example: "infusion-pump").model
    let cut = try #require(LinkCut.all(in: model).first { $0.name == "verification TC-212" })
    let findings = try Self.lint(cut.files(model))
    #expect(
      findings.contains {
        ["requirement-without-verification", "verified-without-evidence"].contains($0.rule)
          && $0.message.contains("`SRS-041`")
      })
  }

  @Test("an acceptance that has expired fails")
  func expiry() throws {
    let findings = try Self.lint(Self.pump("until: 2027-06-30", "until: 2026-05-31"))
    #expect(findings.map(\.rule).contains("expired-decision"))
    #expect(findings.allSatisfy { $0.rule == "expired-decision" })
  }

  @Test("a harm raised from serious to catastrophic makes residual risks unacceptable")
  func harm() throws {
    let findings = try Self.lint(
      Self.pump("severity: serious", "severity: catastrophic"))
    #expect(findings.count { $0.rule == "unacceptable-risk" } >= 3)
  }

  /// Whether nothing rests on what is taken out: all that a verification verifies has another one
  /// beside it, or a control is no more than a plan.
  private static func isBacked(_ cut: LinkCut, _ model: Model) -> Bool {
    guard case .declaration(let id) = cut.kind else { return false }
    if model[id].keyword == .control { return !model.isInPlace(control: id) }
    guard model[id].keyword == .verification else { return false }
    return (model.all(.control) + model.all(.requirement)).allSatisfy { subject in
      let evidence = model.references(subject, .verifiedBy)
      return !evidence.contains(id) || evidence.count > 1
    }
  }
}
