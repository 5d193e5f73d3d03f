// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMSource
import TMTestSupport
import Testing

/// Which safe fixes are applied together, told by what a model has after them.
@Suite("Fixes that do no harm")
struct HarmlessFixesTests {
  /// The fixes that are chosen of so many, where those of some numbers bring errors.
  private func chosen(
    of count: Int, harmful: Set<Int>, errors: Int = 1
  ) throws -> (fixes: [String], compilations: Int) {
    let sources = try LintRun([("model.tm", String(repeating: "a", count: count))]).sources
    let file = try #require(sources.files.first)
    let findings = (0..<count).map { number in
      let range = SourceRange(file: file.id, start: UInt32(number), end: UInt32(number + 1))
      return Diagnostic(
        "fix-\(number)", .error, "wrong", at: Label(range),
        fix: Fix("fix", safety: .safe, edits: [Edit(range, "\(number)")]))
    }
    var compilations = 0
    let names = Set(harmful.map { "fix-\($0)" })
    let fixes = HarmlessFixes.chosen(of: findings, errors: errors) { fixes in
      compilations += 1
      return errors + fixes.count { names.contains($0.rule) }
    }
    return (fixes.map(\.rule), compilations)
  }

  @Test("all that do none, after one look")
  func all() throws {
    let (fixes, compilations) = try chosen(of: 5, harmful: [])
    #expect(fixes == (0..<5).map { "fix-\($0)" })
    #expect(compilations == 1)
    #expect(try chosen(of: 0, harmful: []).compilations == 0)
  }

  @Test("all but one, wherever it stands", arguments: 0..<9)
  func one(_ harmful: Int) throws {
    let left = (0..<9).filter { $0 != harmful }.map { "fix-\($0)" }
    #expect(try chosen(of: 9, harmful: [harmful]).fixes == left)
    #expect(try chosen(of: 9, harmful: [harmful], errors: 0).fixes == left)
  }

  @Test("none where all do, and at most so many looks")
  func none() throws {
    #expect(try chosen(of: 4, harmful: [0, 1, 2, 3]).fixes.isEmpty)
    let (fixes, compilations) = try chosen(of: 500, harmful: Set(0..<500))
    #expect(fixes.isEmpty)
    #expect(compilations == 64)
  }
}
