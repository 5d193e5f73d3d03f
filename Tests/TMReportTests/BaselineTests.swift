// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import TMTestSupport
import TMThreats
import Testing

/// A baseline knows what it was written from, through renaming and moving, and nothing else.
@Suite("Baselines")
struct BaselineTests {
  private func run(_ text: String) throws -> LintRun {
    try LintRun([("model.tm", "model \"A\"\n" + text)])
  }

  /// What is new and what is stale in a later model.
  private func compare(
    _ before: String, _ after: String
  ) throws -> (new: [String], stale: [String]) {
    let baseline = try Baseline(Baseline(of: try run(before).diagnostics).bytes)
    let later = try run(after)
    let comparison = BaselineComparison(later.diagnostics, baseline, later.model)
    #expect(comparison.new.count + comparison.known.count == later.diagnostics.count)
    return (
      comparison.new.map(\.message),
      comparison.stale.map { "\($0.missing) \($0.entry.fingerprint.subject)" }
    )
  }

  /// What a file holds of an entry: of its risk the band of the score, and the harm.
  private func facts(_ row: (entry: BaselineEntry, offset: Int)) -> [String] {
    let risk = row.entry.risk
    return [
      "\(row.entry.fingerprint)", "\(row.entry.count)", risk?.severity?.rawValue ?? "none",
      risk?.harm.map { "\($0.severity ?? "unstated") \($0.isMultiPatient)" } ?? "none",
    ]
  }

  @Test("a file reads back as it was written, whatever the names are, and is in order")
  func roundTrip() throws {
    for example in DamagedExample.all {
      let found = try LintRun(try example.files(), libraries: .builtIn).diagnostics
      let baseline = Baseline(of: found)
      let again = try Baseline(baseline.bytes)
      #expect(again.entries.map(facts) == baseline.entries.map(facts))
      #expect(again.bytes == baseline.bytes)
      #expect(Baseline(of: found.shuffled()).bytes == baseline.bytes)
    }
    let label = Label(SourceRange(file: FileID(index: 0), start: 0, end: 0))
    let odd = Diagnostic(
      "r", .error, "`\u{202E}\"\\\n` `]` `\u{0}`", at: label, subject: "\u{7F}\u{2028}x")
    let baseline = Baseline(of: [odd, odd])
    #expect(try Baseline(baseline.bytes).entries.map(facts) == baseline.entries.map(facts))
    #expect(baseline.entries.map(\.entry.count) == [2])
    #expect(baseline.bytes.count { $0 == 0x0A } == 2)
  }

  @Test("the damaged examples hold nothing new against their own baseline, after any edit")
  func examples() throws {
    for edit in [Rearrangement.moreLines, .moreFiles] {
      let files = try DamagedExample.all[0].files()
      let found = try LintRun(files, libraries: .builtIn).diagnostics
      let later = try LintRun(edit.applied(to: files), libraries: .builtIn)
      let comparison = BaselineComparison(later.diagnostics, Baseline(of: found), later.model)
      #expect(comparison.new == [] && comparison.stale.isEmpty && found.count > 30)
    }
  }

  @Test("of findings alike, as many are known as there were")
  func counts() throws {
    let label = Label(SourceRange(file: FileID(index: 0), start: 0, end: 0))
    let finding = Diagnostic("r", .error, "`a` is wrong", at: label, subject: "a")
    let model = try run("").model
    let baseline = Baseline(of: [finding, finding])
    let more = BaselineComparison([finding, finding, finding], baseline, model)
    #expect(more.new.count == 1 && more.known.count == 2 && more.stale.isEmpty)
    let fewer = BaselineComparison([finding], baseline, model)
    #expect(fewer.new.isEmpty && fewer.stale.map(\.missing) == [1])
  }

  @Test("a new namesake lengthens a path and makes nothing new")
  func namesake() throws {
    let log = "boundary pump \"P\" { process log \"L\" }"
    let result = try compare(log, log + "\nboundary ward \"W\" { process log \"Other\" }")
    #expect(result.new == ["no flow starts or ends at `ward.log`"] && result.stale == [])
    let back = try compare(log + "\nboundary ward \"W\" { process log \"Other\" }", log)
    #expect(back.new == [] && back.stale == ["1 ward.log"])
  }

  @Test("`was` is followed for the subject, what is around it, and the threats of a flow")
  func renamed() throws {
    #expect(
      try compare("process old \"P\"", "process new \"P\" { was: old }") == ([], []))
    #expect(
      try compare("process old \"P\"", "process new \"P\"")
        == (["no flow starts or ends at `new`"], ["1 old"]))
    let (a, b) = (
      "boundary b \"B\" { process log \"L\" }", "boundary c \"C\" { process log \"M\" }"
    )
    #expect(
      try compare("\(a)\n\(b)", "\(a.replacing("b \"B\" {", with: "n \"B\" { was: b;"))\n\(b)")
        == ([], []))
    #expect(
      try compare(
        "external n \"N\"\nprocess p \"P\"\nflow n -> p \"F\" { threat gone { status: open } }",
        "external m \"N\" { was: n }\nprocess p \"P\"\nflow m -> p \"F\" { threat gone { status: open } }"
      )
        == ([], []))
  }

  @Test("a former id that somebody else took is theirs first")
  func takenID() throws {
    let result = try compare(
      "process old \"P\"", "process new \"P\" { was: old }\nprocess old \"Q\"")
    #expect(
      result.new == [
        "no flow starts or ends at `new`", "`new` says that it was `old`, which is declared now",
      ])
    #expect(result.stale == [])
  }

  @Test("a rule of the model may change its id and its title")
  func ownRule() throws {
    let rule = { (head: String, was: String) in
      "rule \(head) { applies-to: process; when: not technology; \(was) }\nprocess p \"P\""
    }
    #expect(
      try compare(rule("old \"Say `what` it runs on\"", ""), rule("new \"Name it\"", "was: old"))
        == ([], []))
  }

  @Test("an error about which there is no rule is in no baseline")
  func errors() throws {
    let found = try run(
      "process p \"P\" { zone: x }\nflow p -> q\nrule r \"R\" { severity: error; applies-to: process; when: not technology }"
    )
    let rules = RuleDescription.all(
      of: found.model, checks: [.init(check: "unknown-name", .error, "A name.")])
    let held = found.diagnostics.filter { Baseline.canHold($0, rules) }
    #expect(Set(held.map(\.rule)) == ["r"])
    #expect(found.diagnostics.contains { $0.rule == "unknown-name" })
  }

  @Test("bytes that are no baseline are refused, at every length and with any byte changed")
  func damaged() throws {
    let bytes = Baseline(of: try run("process p \"P\"\nprocess q \"Q\"").diagnostics).bytes
    Mutation.oneByteChanges(of: bytes, count: 2000, seed: 1) { changed in
      // Whatever is read is what was written: an entry may be gone, none is another one.
      guard let entries = try? Baseline(changed).entries.map(\.entry.fingerprint) else { return }
      let subjects = Set(entries.map(\.subject))
      #expect(subjects.isSubset(of: ["p", "q"]))
    }
    #expect(throws: (any Error).self) { try Baseline(Array(bytes.dropLast(30))) }
  }
}
