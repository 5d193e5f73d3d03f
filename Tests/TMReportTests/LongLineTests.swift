// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import Testing

@Suite("Windows of long lines")
struct LongLineTests {
  /// Words of ten cells, each naming its place.
  private static let line = (0..<5000).map { number in
    let digits = String(number)
    return "w" + String(repeating: "0", count: 8 - digits.count) + digits + " "
  }.joined()

  @Test("shows about 120 cells around the label")
  func middle() throws {
    var sample = Sample()
    let file = sample.add("a.tm", Self.line)
    let label = Label(try file.range("w00002500"), "here")
    let tail = "w00002501 w00002502 w00002503 w00002504 w00002505 w000"
    let head = "494 w00002495 w00002496 w00002497 w00002498 w00002499"
    let caret = String(repeating: " ", count: head.count + 2)
    #expect(
      sample.snippet(Diagnostic("rule", .error, "long", at: label)) == """
        error[rule]: long
         --> a.tm:1:25001
          |
        1 | …\(head) w00002500 \(tail)…
          | \(caret)^^^^^^^^^ here
        """)
  }

  @Test("shows a line of 120 cells whole")
  func limit() {
    var sample = Sample()
    let file = sample.add("a.tm", String(repeating: "x", count: 120))
    let text = sample.human(Diagnostic("rule", .error, "long", at: Label(file.end)))
    #expect(text.contains("1 | " + String(repeating: "x", count: 120) + "\n"))
    #expect(text.contains("| " + String(repeating: " ", count: 120) + "^\n"))
  }

  @Test("shows labels far apart in windows of their own")
  func twoWindows() throws {
    var sample = Sample()
    let file = sample.add("a.tm", Self.line)
    let diagnostic = Diagnostic(
      "rule", .error, "long", at: Label(try file.range("w00004999"), "last"),
      secondary: [
        Label(try file.range("w00000000"), "first"), Label(try file.range("w00004998"), "near"),
      ])
    let rows = sample.snippet(diagnostic).split(separator: "\n").map(String.init)
    #expect(rows.count == 10)
    #expect(rows[3].hasPrefix("1 | …") && rows[3].hasSuffix("w00004998 w00004999"))
    #expect(rows[4].hasSuffix("--------- ^^^^^^^^^ last"))
    #expect(rows[6].hasSuffix(" near"))
    #expect(rows[8].hasPrefix("1 | w00000000 w00000001") && rows[8].hasSuffix("…"))
    #expect(rows[9] == "  | --------- first")
  }

  @Test("shows the start of a label longer than the window")
  func longLabel() throws {
    var sample = Sample()
    let file = sample.add("a.tm", Self.line)
    let start = try file.range("w00000100")
    let label = Label(file.range(Int(start.start), 40_000))
    let rows = sample.snippet(Diagnostic("rule", .error, "long", at: label))
      .split(separator: "\n").map(String.init)
    #expect(rows[3].count == 124 && rows[3].contains("w00000100"))
    let caret = rows[4].prefix { $0 != "^" }.count
    #expect(rows[3].dropFirst(caret).hasPrefix("w00000100"))
    #expect(rows[4].count == 123)
  }

  @Test("many findings in one long line cost no more than their windows")
  func manyInOneLine() throws {
    var sample = Sample()
    let file = sample.add("a.tm", Self.line)
    let findings = (0..<300).map { number in
      Diagnostic(
        "rule", .error, "long", at: Label(file.range(number * 160 + 1, number * 160 + 9)))
    }
    let text = HumanDiagnostics.text(
      of: findings, in: sample.sources, extent: .full, colouring: .plain)
    let places = text.split(separator: "\n").filter { $0.contains("-->") }
    #expect(places.count == 300)
    #expect(places.last == " --> a.tm:1:47842")
  }
}
