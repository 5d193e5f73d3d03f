// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMFindings
import TMSource
import TMTestSupport
import TMThreats
import Testing

/// The problem matcher for GitHub reads what `--format concise` writes.
@Suite("Problem matcher")
struct ProblemMatcherTests {
  private struct File: Decodable {
    let problemMatcher: [Matcher]
  }

  private struct Matcher: Decodable {
    let owner: String
    let severity: String?
    let pattern: [Pattern]
  }

  private struct Pattern: Decodable {
    let regexp: String
    let file: Int
    let line: Int
    let column: Int
    let severity: Int?
    let code: Int
    let message: Int
  }

  /// What a matcher makes of a line.
  private struct Problem: Equatable {
    let file: String
    let line: String
    let severity: String
    let code: String
    let message: String
  }

  private func matchers() throws -> [Matcher] {
    let text = try Repository.text("integrations/github/problem-matcher.json")
    return try JSONDecoder().decode(File.self, from: Data(text.utf8)).problemMatcher
  }

  private func problems(in line: String, _ matchers: [Matcher]) throws -> [Problem] {
    try matchers.compactMap { matcher in
      let pattern = try #require(matcher.pattern.first)
      let expression = try NSRegularExpression(pattern: pattern.regexp)
      let whole = NSRange(line.startIndex..., in: line)
      guard let match = expression.firstMatch(in: line, range: whole) else { return nil }
      let group = { (index: Int) in (line as NSString).substring(with: match.range(at: index)) }
      #expect(Int(group(pattern.column)) != nil)
      return Problem(
        file: group(pattern.file), line: group(pattern.line),
        severity: pattern.severity.map(group) ?? matcher.severity ?? "",
        code: group(pattern.code), message: group(pattern.message))
    }
  }

  @Test("finds every finding once, with its parts")
  func everyFinding() throws {
    let matchers = try matchers()
    var runs = try RuleExample.all().map { try $0.run() }
    runs.append(
      try LintRun(
        [("a:1: b.tm", "model \"A\"\nstore s \"S\"\nflow f: s -> s { protocol: pigeon }\nx\n")]))
    for run in runs {
      let lines = ConciseDiagnostics.text(of: run.diagnostics, in: run.sources)
        .split(separator: "\n").map(String.init)
      #expect(lines.count == run.diagnostics.count)
      for (line, diagnostic) in zip(lines, run.diagnostics) {
        let severity = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        let expected = Problem(
          file: run.sources[diagnostic.primary.range.file].path,
          line: "\(run.line(of: diagnostic))", severity: severity, code: diagnostic.rule,
          message: diagnostic.message)
        #expect(try problems(in: line, matchers) == [expected])
      }
    }
    #expect(Set(runs.flatMap(\.diagnostics).map(\.severity)) == [.note, .warning, .error])
  }

  @Test("takes nothing else for a finding")
  func nothingElse() throws {
    let matchers = try matchers()
    for line in ["2 errors", "error[x]: y", "a.tm:1:1: fixed[x]: y", " --> a.tm:1:1", ""] {
      #expect(try problems(in: line, matchers) == [])
    }
  }
}
