// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TMFindings
import TMSource
import TMTestSupport
import Testing

/// Findings for build servers: GitHub, GitLab and JUnit, with words by strangers in every place.
@Suite("Formats of build servers")
struct BuildServerTests {
  /// Tries to end a command, a link, an element or a line.
  private static let attack =
    "\r\n::error file=x::y\n##[set-output name=a]b%0A%250A ,:=;: [x](1) \\] <a b=\"c\">]]>&amp; "
    + "\u{1B}[2J\u{202E}\u{FFFE}\u{0} `@all` |"

  private func report(_ diagnostics: [Diagnostic], _ sources: SourceSet) throws -> LintReport {
    LintReport(
      diagnostics, in: sources, of: try LintRun("model \"A\"").model,
      paths: sources.files.map(\.path), rules: [], failing: .warning, toolVersion: "1",
      help: { _ in "" })
  }

  private func hostile() throws -> LintReport {
    var sample = Sample()
    let file = sample.add(Self.attack, "word\nsecond")
    let diagnostic = Diagnostic(
      "rule" + Self.attack, .error, Self.attack, at: Label(file.range(0, 8), Self.attack),
      secondary: [Label(file.end, Self.attack)], notes: [Self.attack], help: [Self.attack],
      fix: Fix(Self.attack, safety: .safe, edits: [Edit(file.range(0, 1), Self.attack)]),
      subject: Self.attack)
    return try report([diagnostic], sample.sources)
  }

  // MARK: - GitHub

  @Test("a command is one line, whatever the words are")
  func hostileCommand() throws {
    let text = GitHubAnnotations(try hostile()).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[1].isEmpty)
    let command = try #require(lines[0].wholeMatch(of: /::error ([^:]*)::(.*)/))
    let properties = command.1.split(separator: ",").map { $0.split(separator: "=")[0] }
    #expect(properties == ["file", "line", "endLine", "col", "endColumn", "title"])
    #expect(!command.2.contains(/%(?!25|0A)/))
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    // No part of the words is a command of either form.
    #expect(command.2.contains(#"\u{3a}:error file=x::y"#) && !command.2.contains("##["))
  }

  @Test("ten of a severity are shown, errors first, and the rest is counted")
  func limit() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "word")
    let severities: [Severity] = [.note, .warning, .error]
    let findings = (0..<36).map { number in
      Diagnostic(
        "r", severities[number % 3], "finding \(number)", at: Label(file.range(0, 4)))
    }
    let annotations = GitHubAnnotations(try report(findings, sample.sources))
    let kinds = annotations.text.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    let ten = { (word: String) in Array(repeating: word, count: 10) }
    #expect(kinds == ten("::error") + ten("::warning") + ten("::notice"))
    #expect(annotations.hidden == 6)
    let summary = GitHubSummary.text(of: try report(findings, sample.sources))
    #expect(findings.allSatisfy { summary.contains("| \($0.message) |") })
  }

  @Test("the summary is a table, whatever the words are, and smaller than GitHub takes")
  func summary() throws {
    let text = GitHubSummary.text(of: try hostile())
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 5 })
    #expect(!text.contains("<a") && !text.contains("[x](") && !text.contains("@all"))
    var sample = Sample()
    let file = sample.add("a.tm", "word")
    let long = String(repeating: "<", count: 5000)
    let findings = (0..<2000).map {
      Diagnostic("r", .error, "\($0) \(long)", at: Label(file.range(0, 4)))
    }
    let large = GitHubSummary.text(of: try report(findings, sample.sources))
    #expect(large.utf8.count < 1 << 20)
    #expect(large.contains("more findings are left out"))
  }

  @Test("no findings are no summary and no command")
  func nothing() throws {
    let empty = try report([], SourceSet())
    #expect(GitHubSummary.text(of: empty).isEmpty && GitHubAnnotations(empty).text.isEmpty)
  }

  // MARK: - GitLab

  @Test("code quality has the fields that GitLab asks for, and fingerprints that differ")
  func gitlab() throws {
    let run = try LintRun(try DamagedExample.all[0].files())
    for report in [try hostile(), run.report()] {
      let bytes = GitLabCodeQuality.bytes(of: report)
      let entries = try JSONDecoder().decode([Quality].self, from: Data(bytes))
      #expect(entries.count == report.diagnostics.count && !entries.isEmpty)
      #expect(Set(entries.map(\.fingerprint)).count == entries.count)
      let severities: Set = ["info", "minor", "major", "critical", "blocker"]
      #expect(
        entries.allSatisfy { severities.contains($0.severity) && $0.location.lines.begin > 0 })
      #expect(!entries.contains { $0.description.contains { $0.isNewline } })
    }
  }

  private struct Quality: Decodable {
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location

    struct Location: Decodable {
      let path: String
      let lines: Lines
    }

    struct Lines: Decodable {
      let begin: Int
    }
  }

  // MARK: - JUnit

  @Test("JUnit is XML, whatever the words are")
  func hostileXML() throws {
    let inspector = try JUnitInspector(JUnitDiagnostics.bytes(of: try hostile()))
    #expect(inspector.elements == ["failure", "testcase", "testsuite", "testsuites"])
    #expect(inspector.failed.count == 1)
  }

  @Test("JUnit has a test for each rule, which fails at the failing severity alone")
  func junit() throws {
    let run = try LintRun(
      """
      model "A"
      policy { no-flow: note; self-flow: off }
      process a "A"
      store b "B"
      flow f: a -> b "F" { protocol: carrier-pigeon }
      process c "C"
      """)
    let checks = [RuleDescription(check: "unknown-word", .note, "A word.")]
    let inspector = try JUnitInspector(JUnitDiagnostics.bytes(of: run.report(checks: checks)))
    #expect(inspector.tests.contains("missing-crossing"))
    #expect(inspector.failed == ["no-inflow", "never-read"])
    #expect(inspector.skipped == ["self-flow"])
    #expect(inspector.told == ["no-flow", "unstated-facet", "unknown-word"])
    #expect(inspector.root["tests"] == "\(inspector.tests.count)")
    #expect(inspector.root["failures"] == "2" && inspector.root["skipped"] == "1")
    let strict = run.report(failing: .note, checks: checks)
    let all = try JUnitInspector(JUnitDiagnostics.bytes(of: strict))
    #expect(all.failed == ["no-inflow", "never-read", "no-flow", "unstated-facet", "unknown-word"])
  }

  @Test("JUnit says which rules wait for errors to be repaired")
  func waiting() throws {
    let run = try LintRun("model \"A\"\nprocess a \"A\" { zone: nowhere }\nx y")
    let inspector = try JUnitInspector(JUnitDiagnostics.bytes(of: run.report()))
    #expect(
      inspector.skipped.contains("no-flow") && !inspector.skipped.contains("missing-crossing"))
  }
}
