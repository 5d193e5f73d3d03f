// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMTestSupport
import TMThreats
import Testing

/// A finding is the same finding wherever it stands.
@Suite("Fingerprints")
struct FingerprintTests {
  /// `same-title` says which of two titles came first, so order and titles are what it finds; a title is
  /// also what `missing-label` is about, and by which `unstated-facet` asks for more.
  private func comparable(_ run: LintRun, _ edit: Rearrangement) -> [String] {
    let left: Set<String> =
      switch edit {
      case .moreLines, .moreFiles: []
      case .otherOrder: ["same-title"]
      case .otherTitles: ["same-title", "missing-label", "unstated-facet"]
      }
    let found = zip(run.diagnostics, Fingerprint.all(of: run.diagnostics))
      .filter { !left.contains($0.0.rule) }
    return found.map { "\($0.1.rule) \($0.1.subject) \($0.1.names) \($0.1.text)" }.sorted()
  }

  @Test(
    "of the damaged examples are the same after any edit that changes no meaning",
    arguments: DamagedExample.all, Rearrangement.allCases)
  func examples(_ example: DamagedExample, _ edit: Rearrangement) throws {
    let files = try example.files()
    let before = try LintRun(files, libraries: .builtIn)
    let after = try LintRun(edit.applied(to: files), libraries: .builtIn)
    let expected = comparable(before, edit)
    #expect(expected.count > 30)
    #expect(Set(expected).count == expected.count)
    #expect(comparable(after, edit) == expected)
  }

  @Test("of every rule are the same after them", arguments: Rearrangement.allCases)
  func rules(_ edit: Rearrangement) throws {
    var count = 0
    for example in try RuleExample.all() {
      let before = try example.run()
      // Some rules need the libraries, or a list of approvals beside the model.
      guard before.diagnostics.contains(where: { $0.rule == example.rule }) else { continue }
      count += 1
      let after = try LintRun(edit.applied(to: example.files), software: example.software)
      let expected = comparable(before, edit)
      #expect(comparable(after, edit) == expected, "\(example)")
    }
    #expect(count > 65)
  }

  @Test("hold no score, version, date or count")
  func names() {
    let first = Diagnostic(
      "x", .error, "3 threats of `b` and `a` score `7.4`, `2026-01-01`, in `1.2`", at: label,
      subject: "b")
    let second = Diagnostic(
      "x", .error, "4 threats of `a` and `b` score `7.5`, `2027-01-01`, in `1.3`", at: label,
      subject: "b")
    #expect(Fingerprint(first) == Fingerprint(second))
    #expect(Fingerprint(first).names == ["a"])
  }

  @Test("of findings alike differ by their number alone")
  func alike() {
    let finding = Diagnostic("x", .error, "`a` is wrong", at: label, subject: "a")
    let all = Fingerprint.all(of: [finding, finding, finding])
    #expect(all.map(\.occurrence) == [0, 1, 2])
    #expect(Set(all.map(\.text)).count == 3)
    #expect(all[0] == Fingerprint(finding))
  }

  @Test("stay when somebody begins to write the triage of a threat")
  func triage() throws {
    let model = """
      model "A" { method: stride }
      policy { accept: score < 4.0 }
      external a "A"
      boundary c "C" { process b "B" }
      flow f: a -> b "F" { PLACE }
      flow g: b -> a "G"
      """
    let texts = [
      "", "threat tampering { status: open }", "threat tampering { score: 9.1 }",
    ]
    let runs = try texts.map { text in
      try LintRun(
        [("model.tm", model.replacing("PLACE", with: text))], libraries: .builtIn)
    }
    let found = runs.map { run in
      run.diagnostics.filter {
        $0.rule == "untreated-threat" && $0.message.contains("f.tampering")
      }
    }
    #expect(found.allSatisfy { $0.count == 1 })
    #expect(Set(found.flatMap { $0 }.map { Fingerprint($0) }).count == 1)
  }

  private let label = Label(SourceRange(file: FileID(index: 0), start: 0, end: 0))
}
