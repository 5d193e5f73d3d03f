// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import Testing

@Suite("Text of strangers on a terminal")
struct HostileTextTests {
  /// A terminal escape, C1 controls, bidi controls, an invisible tag, a bell and a line feed.
  private static let attack =
    "\u{1B}]0;x\u{07} \u{9B}31m \u{202E}evil\u{2066} \u{E0041} \u{7F} \u{2028} a\nb \u{200B}."

  @Test("source lines show controls as pictures and escapes, with marks of their width")
  func sourceLine() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "a \u{1B}[31m \u{202E}x\u{9B} y\n")
    let diagnostic = Diagnostic(
      "rule", .error, "wrong", at: Label(try file.range("\u{202E}"), "turns the text"),
      secondary: [Label(try file.range("y"), "after")])
    #expect(
      sample.snippet(diagnostic) == #"""
        error[rule]: wrong
         --> a.tm:1:9
          |
        1 | a ␛[31m \u{202e}x\u{9b} y
          |         ^^^^^^^^        - after
          |         |
          |         turns the text
        """#)
  }

  @Test("messages, labels, notes, help, fixes, rules and paths are safe as well")
  func everywhere() throws {
    var sample = Sample()
    let file = sample.add("a\u{1B}[2J.tm", "word")
    let diagnostic = Diagnostic(
      "ru\u{1B}le", .error, "title `\u{202E}x`\n", at: Label(file.range(0, 4), "\u{9B}x"),
      notes: ["\u{7}"], help: ["\t"],
      fix: Fix("\r", safety: .safe, edits: [Edit(file.range(0, 4), "\u{1B}")]))
    #expect(
      sample.human(diagnostic) == #"""
        error[ru␛le]: title `\u{202e}x`␊
         --> a␛[2J.tm:1:1
          |
        1 | word
          | ^^^^ \u{9b}x
          |
          = note: ␇
          = help: ␉
          = fix: ␍
          |
        1 - word
        1 + ␛

        1 error; 1 can be fixed with `tm lint --fix`
        """#)
    let concise = ConciseDiagnostics.text(of: [diagnostic], in: sample.sources)
    #expect(concise == "a␛[2J.tm:1:1: error[ru␛le]: title `\\u{202e}x`␊\n")
  }

  @Test("no form lets a control or a bidi character through")
  func nothingPasses() throws {
    var sample = Sample()
    let file = sample.add(Self.attack, Self.attack)
    let diagnostic = Diagnostic(
      Self.attack, .error, Self.attack,
      at: Label(file.range(0, 1), Self.attack),
      secondary: [Label(file.end, Self.attack)], notes: [Self.attack], help: [Self.attack],
      fix: Fix(
        Self.attack, safety: .safe, edits: [Edit(file.range(0, 2), Self.attack)]))
    let human = HumanDiagnostics.text(of: [diagnostic], in: sample.sources, colouring: .plain)
    let concise = ConciseDiagnostics.text(of: [diagnostic], in: sample.sources)
    let json = String(
      decoding: JSONDiagnostics.bytes(of: [diagnostic], in: sample.sources, layout: .pretty),
      as: UTF8.self)
    for text in [human, concise, json] { #expect(unsafeScalars(in: text) == []) }
    let coloured = HumanDiagnostics.text(of: [diagnostic], in: sample.sources, colouring: .ansi)
    #expect(unsafeScalars(in: coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "")) == [])
    #expect(unsafeScalars(in: coloured) == ["\u{1B}"])
  }

  @Test("a pile of combining characters is broken up")
  func pile() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "a" + String(repeating: "\u{301}", count: 50_000) + " x")
    let text = sample.human(Diagnostic("rule", .error, "wrong", at: Label(try file.range("x"))))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 140 })
    let line = try #require(lines.first { $0.hasPrefix("1 | ") })
    let carets = try #require(lines.first { $0.contains("^") })
    #expect(line.last == "x" && line.count == carets.count)
  }

  @Test("a name of 10,000 characters loses its middle")
  func longName() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "word")
    let name = String(repeating: "n", count: 10_000)
    let text = sample.human(
      Diagnostic("rule", .error, "flow `\(name)` is odd", at: Label(file.range(0, 4))))
    let header = try #require(text.split(separator: "\n").first)
    #expect(header.count == 1000 + "error[rule]: ".count)
    #expect(header.contains("n…n") && header.hasSuffix("` is odd"))
  }

  private func unsafeScalars(in text: String) -> Set<Unicode.Scalar> {
    Set(
      text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
      })
  }
}
