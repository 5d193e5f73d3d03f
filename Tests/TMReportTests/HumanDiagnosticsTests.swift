// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import Testing

@Suite("Human form of diagnostics")
struct HumanDiagnosticsTests {
  private static let pump = """
    model pump "Pump"
    process gateway "Gateway"
    boundary device "Infusion pump" {
      process controller "Dose controller"
    }
    flow push-library: gateway -> controller "Pushes drug library" {
      data: library
    }

    """

  @Test("shows the primary line first, then the line of the second label")
  func twoLines() throws {
    var sample = Sample()
    let pump = sample.add("pump.tm", Self.pump)
    let diagnostic = Diagnostic(
      "missing-crossing", .error, "flow `push-library` crosses `device` without declaring it",
      at: Label(try pump.range("flow push-library")),
      secondary: [
        Label(
          try pump.range("device"), "`controller` lies inside this boundary, `gateway` outside")
      ],
      help: ["add `crosses: device`, or run `tm lint --fix`"])
    #expect(
      sample.human(diagnostic) == """
        error[missing-crossing]: flow `push-library` crosses `device` without declaring it
         --> pump.tm:6:1
          |
        6 | flow push-library: gateway -> controller "Pushes drug library" {
          | ^^^^^^^^^^^^^^^^^
          |
        3 | boundary device "Infusion pump" {
          |          ------ `controller` lies inside this boundary, `gateway` outside
          |
          = help: add `crosses: device`, or run `tm lint --fix`

        1 error
        """)
  }

  @Test("aligns line numbers to the right")
  func lineNumbers() throws {
    var sample = Sample()
    let long = sample.add("long.tm", "\n\nfirst\n\n\n\n\n\n\n\n\nlast\n")
    let diagnostic = Diagnostic(
      "rule", .warning, "too long", at: Label(try long.range("last"), "ends here"),
      secondary: [Label(try long.range("first"), "begins here")])
    #expect(
      sample.snippet(diagnostic) == """
        warning[rule]: too long
          --> long.tm:12:1
           |
        12 | last
           | ^^^^ ends here
           |
         3 | first
           | ----- begins here
        """)
  }

  @Test("shows neighbouring lines without a gap, notes before help")
  func neighbours() throws {
    var sample = Sample()
    let pump = sample.add("pump.tm", Self.pump)
    let diagnostic = Diagnostic(
      "rule", .note, "of note", at: Label(try pump.range("boundary device")),
      secondary: [Label(try pump.range("controller"), "inside")],
      notes: ["a first reason", "a second reason"], help: ["a way out"])
    #expect(
      sample.snippet(diagnostic) == """
        note[rule]: of note
         --> pump.tm:3:1
          |
        3 | boundary device "Infusion pump" {
          | ^^^^^^^^^^^^^^^
        4 |   process controller "Dose controller"
          |           ---------- inside
          |
          = note: a first reason
          = note: a second reason
          = help: a way out
        """)
  }

  @Test("names other files with their own places")
  func otherFiles() throws {
    var sample = Sample()
    let other = sample.add("other.tm", "model other\n\n  store db \"Database\"\n")
    let main = sample.add("main.tm", "import \"other.tm\"\nstore db\n")
    let diagnostic = Diagnostic(
      "duplicate-id", .error, "`db` is declared twice", at: Label(try main.range("db")),
      secondary: [
        Label(try other.range("db"), "first declared here"),
        Label(try main.range("\"other.tm\""), "imported here"),
      ])
    #expect(
      sample.snippet(diagnostic) == """
        error[duplicate-id]: `db` is declared twice
         --> main.tm:2:7
          |
        2 | store db
          |       ^^
          |
        1 | import "other.tm"
          |        ---------- imported here
          |
         ::: other.tm:3:9
          |
        3 |   store db "Database"
          |         -- first declared here
        """)
  }

  @Test("marks the first line of a range of several lines")
  func severalLines() throws {
    var sample = Sample()
    let pump = sample.add("pump.tm", Self.pump)
    let block = "boundary device \"Infusion pump\" {\n  process controller \"Dose controller\"\n}"
    let diagnostic = Diagnostic(
      "rule", .error, "long", at: Label(try pump.range(block), "all of this"),
      secondary: [Label(try pump.range("flow"), "and this")])
    #expect(
      sample.snippet(diagnostic) == """
        error[rule]: long
         --> pump.tm:3:1
          |
        3 | boundary device "Infusion pump" {
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all of this
        ...
          |
        6 | flow push-library: gateway -> controller "Pushes drug library" {
          | ---- and this
        """)
  }

  @Test("does not go on where a range ends with its line ending")
  func rangeWithLineEnding() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "one\r\ntwo")
    let diagnostic = Diagnostic("rule", .error, "whole", at: Label(try file.range("one\r\n")))
    #expect(
      sample.snippet(diagnostic) == """
        error[rule]: whole
         --> a.tm:1:1
          |
        1 | one
          | ^^^
        """)
  }

  @Test(
    "puts one caret at an empty range",
    arguments: [
      ("model a {", "1 | model a {\n  |          ^ expected `}`", "1:10"),
      ("model a {\n", "2 |\n  | ^ expected `}`", "2:1"),
      ("", "1 |\n  | ^ expected `}`", "1:1"),
    ])
  func endOfFile(text: String, snippet: String, place: String) {
    var sample = Sample()
    let file = sample.add("a.tm", text)
    let diagnostic = Diagnostic("syntax", .error, "unclosed", at: Label(file.end, "expected `}`"))
    #expect(
      sample.snippet(diagnostic)
        == "error[syntax]: unclosed\n --> a.tm:\(place)\n  |\n\(snippet)")
  }

  @Test("counts second labels beyond the limit")
  func manyLabels() throws {
    var sample = Sample()
    let lines = (0..<40).map { "line \($0)\n" }
    let file = sample.add("a.tm", lines.joined())
    let labels = try (1..<40).map { Label(try file.range("line \($0)\n"), "same") }
    let text = sample.human(
      Diagnostic(
        "rule", .error, "repeated", at: Label(try file.range("line 0")), secondary: labels))
    #expect(text.contains("= note: 27 more places not shown\n"))
    #expect(text.split(separator: "\n").count { $0.hasSuffix("same") } == 12)
  }

  @Test("counts findings and what can be fixed")
  func summary() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "word")
    let label = Label(try file.range("word"))
    let safe = Fix("drop it", safety: .safe, edits: [])
    let unsure = Fix("drop it", safety: .suggestion, edits: [])
    let findings = [
      Diagnostic("a", .error, "a", at: label, fix: safe),
      Diagnostic("b", .error, "b", at: label, fix: unsure),
      Diagnostic("c", .warning, "c", at: label), Diagnostic("d", .note, "d", at: label),
    ]
    let text = HumanDiagnostics.text(of: findings, in: sample.sources, colouring: .plain)
    let last = text.split(separator: "\n").last
    #expect(last == "2 errors, 1 warning, 1 note; 1 can be fixed with `tm lint --fix`")
    #expect(HumanDiagnostics.text(of: [], in: sample.sources, colouring: .plain).isEmpty)
    #expect(DiagnosticTally([]).summary == "no findings")
  }

  @Test("colours the same text, and nothing else")
  func colours() throws {
    var sample = Sample()
    let pump = sample.add("pump.tm", Self.pump)
    let diagnostic = Diagnostic(
      "rule", .error, "wrong", at: Label(try pump.range("gateway"), "this"),
      secondary: [Label(try pump.range("device"), "that")], notes: ["why"], help: ["how"],
      fix: Fix(
        "rename", safety: .suggestion, edits: [Edit(try pump.range("\"Gateway\""), "\"G\"")]))
    let coloured = HumanDiagnostics.text(
      of: [diagnostic], in: sample.sources, colouring: .ansi)
    let plain = HumanDiagnostics.text(of: [diagnostic], in: sample.sources, colouring: .plain)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[rule]\u{1B}[0m\u{1B}[1m: wrong\u{1B}[0m\n"))
    #expect(coloured.contains("\u{1B}[1;31m^^^^^^^\u{1B}[0m \u{1B}[1;31mthis\u{1B}[0m\n"))
    #expect(coloured.contains("\u{1B}[36m------\u{1B}[0m \u{1B}[36mthat\u{1B}[0m\n"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain)
  }

  /// Thirteen findings: eleven notes of one rule, then an error, then a warning of that rule.
  private static func many(_ sample: inout Sample, notes: Int) throws -> [Diagnostic] {
    let lines = (0..<notes + 2).map { "line \($0)\n" }
    let file = sample.add("a.tm", lines.joined())
    return try lines.enumerated().map { number, line in
      let label = Label(try file.range(line.dropLast() + "\n"))
      return switch number - notes {
      case 0: Diagnostic("grave", .error, "wrong", at: label)
      case 1: Diagnostic("small", .warning, "odd", at: label, help: ["mend it"])
      default: Diagnostic("small", .note, "note \(number)", at: label, help: ["mend it"])
      }
    }
  }

  @Test(
    "of more than twelve, shows the first of each rule and where the others are, the gravest first")
  func manyFindings() throws {
    var sample = Sample()
    let findings = try Self.many(&sample, notes: 11)
    let text = HumanDiagnostics.text(of: findings, in: sample.sources, colouring: .plain)
    let heads = text.split(separator: "\n").filter { $0.contains("]: ") }
    #expect(heads == ["error[grave]: wrong", "warning[small]: odd", "note[small]: note 0"])
    #expect(text.matches(of: /mend it/).count == 2)
    #expect(
      text.hasSuffix(
        """
        10 more of `small`:
          a.tm:2:1: note 1
          a.tm:3:1: note 2
          a.tm:4:1: note 3
          a.tm:5:1: note 4
          a.tm:6:1: note 5
          a.tm:7:1: note 6
          a.tm:8:1: note 7
          a.tm:9:1: note 8
          a.tm:10:1: note 9
          a.tm:11:1: note 10

        1 error, 1 warning, 11 notes
        the first of each rule is shown in full; `tm lint --full` shows each like that

        """))
    let full = HumanDiagnostics.text(
      of: findings, in: sample.sources, extent: .full, colouring: .plain)
    #expect(full.matches(of: /mend it/).count == 12)
    #expect(full.hasSuffix("1 error, 1 warning, 11 notes\n"))
  }

  @Test("shows twelve in the order given, and says how many of a rule it leaves out")
  func aroundTheLimits() throws {
    var sample = Sample()
    let few = try Self.many(&sample, notes: 10)
    let text = HumanDiagnostics.text(of: few, in: sample.sources, colouring: .plain)
    #expect(
      text == HumanDiagnostics.text(of: few, in: sample.sources, extent: .full, colouring: .plain))
    var other = Sample()
    let listed = try Self.many(&other, notes: 21)
    let whole = HumanDiagnostics.text(of: listed, in: other.sources, colouring: .plain)
    #expect(whole.contains("  a.tm:21:1: note 20\n\n"))
    var last = Sample()
    let cut = try Self.many(&last, notes: 23)
    let short = HumanDiagnostics.text(of: cut, in: last.sources, colouring: .plain)
    #expect(short.contains("22 more of `small`:\n"))
    #expect(short.contains("  a.tm:21:1: note 20\n  and 2 more\n"))
  }
}
