// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSource
import TMTestSupport
import Testing

/// Which of several fixes are applied together.
@Suite("Fixes that meet")
struct FixApplicationTests {
  private static let text = "abcdefgh"

  /// The text after fixes, each given by the offsets it replaces and what it writes.
  private func fixed(
    _ fixes: [(Range<Int>, String)], _ safety: Fix.Safety = .safe
  ) throws -> String {
    let sources = try LintRun([("model.tm", Self.text)]).sources
    let file = try #require(sources.files.first)
    let diagnostics = fixes.enumerated().map { number, fix in
      let range = SourceRange(
        file: file.id, start: UInt32(fix.0.lowerBound), end: UInt32(fix.0.upperBound))
      return Diagnostic(
        "rule-\(number)", .error, "wrong", at: Label(range),
        fix: Fix("fix \(number)", safety: safety, edits: [Edit(range, fix.1)]))
    }
    let bytes = FixApplication.apply(diagnostics, to: sources).first?.bytes ?? file.bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("two that replace neighbours are both applied, two that overlap are not")
  func replacements() throws {
    #expect(try fixed([(0..<2, "X"), (2..<4, "Y")]) == "XYefgh")
    #expect(try fixed([(2..<4, "Y"), (0..<2, "X")]) == "XYefgh")
    #expect(try fixed([(0..<3, "X"), (2..<4, "Y")]) == "Xdefgh")
    #expect(try fixed([(2..<4, "Y"), (0..<3, "X")]) == "abYefgh")
    #expect(try fixed([(1..<7, "X"), (2..<4, "Y")]) == "aXh")
  }

  @Test("of two insertions at one place, one is applied: nobody knows their order")
  func insertions() throws {
    #expect(try fixed([(3..<3, "X"), (3..<3, "Y")]) == "abcXdefgh")
    #expect(try fixed([(3..<3, "X"), (4..<4, "Y")]) == "abcXdYefgh")
    #expect(try fixed([(2..<3, "X"), (3..<3, "Y")]) == "abXYdefgh")
    #expect(try fixed([(8..<8, "X"), (8..<8, "Y")]) == "abcdefghX")
  }

  @Test("equal fixes are one, and a suggestion is never applied")
  func once() throws {
    #expect(try fixed([(3..<4, "X")], .suggestion) == Self.text)
    let sources = try LintRun([("model.tm", Self.text)]).sources
    let file = try #require(sources.files.first)
    let range = SourceRange(file: file.id, start: 3, end: 4)
    let fix = Fix("write X", safety: .safe, edits: [Edit(range, "X")])
    let same = ["one", "two"].map {
      Diagnostic($0, .error, "wrong", at: Label(range), fix: fix)
    }
    #expect(FixApplication.accepted(same).map(\.rule) == ["one"])
  }
}
