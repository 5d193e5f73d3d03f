// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import Testing

@Suite("Fixes as small diffs")
struct FixPreviewTests {
  private static let text = """
    model m "M"
    flow send: sensor -> server "Sends" {
      data: image
    }
    flow answer: server -> sensor "Answers"

    """

  /// The rows after those of the source line.
  private func preview(
    _ safety: Fix.Safety = .safe, _ edits: (SampleFile) throws -> [Edit]
  ) throws -> String {
    var sample = Sample()
    let file = sample.add("a.tm", Self.text)
    let fix = Fix("do it", safety: safety, edits: try edits(file))
    let diagnostic = Diagnostic(
      "rule", .error, "wrong", at: Label(try file.range("model")), fix: fix)
    return sample.snippet(diagnostic).split(separator: "\n").dropFirst(6).joined(separator: "\n")
  }

  @Test("keeps the old and the new line together where lines before them are new")
  func shifted() throws {
    let shown = try preview { file in
      [
        Edit(try file.range("\"M\"").endPoint, " {\n  owner: us\n  version: 1\n}"),
        Edit(try file.range("\"Answers\""), "\"Replies\""),
      ]
    }
    #expect(
      shown.hasSuffix(
        """
        5 - flow answer: server -> sensor "Answers"
        8 + flow answer: server -> sensor "Replies"
        """), "\(shown)")
  }

  @Test("shows a new line below the line it follows")
  func insertion() throws {
    let shown = try preview { file in
      [Edit(try file.range("\"Sends\" {").endPoint, "\n  crosses: device")]
    }
    #expect(
      shown == """
          = fix: do it
          |
        2 | flow send: sensor -> server "Sends" {
        3 +   crosses: device
        """)
  }

  @Test("shows a line that only gains text once")
  func gain() throws {
    let shown = try preview(.suggestion) { file in
      [
        Edit(try file.range("image").endPoint, ", report"),
        Edit(try file.range("\"Answers\"").endPoint, " {\n  crosses: device\n}"),
      ]
    }
    #expect(
      shown == """
          = suggestion: do it
          |
        3 ~   data: image, report
          |
        5 ~ flow answer: server -> sensor "Answers" {
        6 +   crosses: device
        7 + }
        """)
  }

  @Test("shows a change as the old and the new line")
  func replacement() throws {
    let shown = try preview { file in
      [Edit(try file.range("sensor"), "meter"), Edit(try file.range("server"), "host")]
    }
    #expect(
      shown == """
          = fix: do it
          |
        2 - flow send: sensor -> server "Sends" {
        2 + flow send: meter -> host "Sends" {
        """)
  }

  @Test("shows lines that go, and numbers those below anew")
  func deletion() throws {
    let shown = try preview { file in
      [Edit(try file.range("  data: image\n"), ""), Edit(try file.range("\"Answers\""), "\"A\"")]
    }
    #expect(
      shown == """
          = fix: do it
          |
        3 -   data: image
          |
        5 - flow answer: server -> sensor "Answers"
        4 + flow answer: server -> sensor "A"
        """)
  }

  @Test("shows a stray byte-order mark that goes")
  func byteOrderMark() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "a\n\u{FEFF}b\n")
    let mark = try file.range("\u{FEFF}")
    let fix = Fix("drop it", safety: .safe, edits: [Edit(mark, "")])
    let rows = sample.snippet(Diagnostic("rule", .error, "wrong", at: Label(mark), fix: fix))
    #expect(rows.hasSuffix("\n2 - \\u{feff}b\n2 + b"))
  }

  @Test("shows lines that come at the start and at the end of the file")
  func ends() throws {
    let shown = try preview { file in
      [Edit(file.range(0, 0), "// first\n"), Edit(file.end, "// last\n")]
    }
    #expect(
      shown == """
          = fix: do it
          |
        1 + // first
        2 | model m "M"
          |
        6 | flow answer: server -> sensor "Answers"
        7 + // last
        """)
  }

  @Test("names the other file that a fix changes")
  func otherFile() throws {
    var sample = Sample()
    let main = sample.add("main.tm", "import \"other.tm\"\n")
    let other = sample.add("other.tm", "store db\n")
    let fix = Fix("name it", safety: .safe, edits: [Edit(try other.range("db"), "data")])
    #expect(
      sample.human(
        Diagnostic("rule", .error, "wrong", at: Label(try main.range("import")), fix: fix)) == """
          error[rule]: wrong
           --> main.tm:1:1
            |
          1 | import "other.tm"
            | ^^^^^^
            |
            = fix: name it
            |
           ::: other.tm
            |
          1 - store db
          1 + store data

          1 error; 1 can be fixed with `tm lint --fix`
          """)
  }

  @Test("leaves out the rest of a long fix")
  func long() throws {
    let lines = (1...30).map { "\nline \($0)" }.joined()
    let shown = try preview { [Edit(try $0.range("\"M\"").endPoint, lines)] }
    #expect(shown.hasSuffix("\n16 + line 15\n..."))
  }

  @Test("shows a piece of a line too long to look at whole")
  func longLine() throws {
    var sample = Sample()
    let word = "word "
    let file = sample.add("a.tm", String(repeating: word, count: 4000))
    let fix = Fix("add", safety: .safe, edits: [Edit(file.range(10_000, 10_000), "NEW ")])
    let text = sample.human(
      Diagnostic("rule", .error, "wrong", at: Label(file.range(0, 4)), fix: fix))
    let line = try #require(text.split(separator: "\n").first { $0.contains("~") })
    #expect(line.contains("word NEW word"))
    #expect(line.hasPrefix("1 ~ …") && line.hasSuffix("…"))
    #expect(line.count == 124)
  }
}
