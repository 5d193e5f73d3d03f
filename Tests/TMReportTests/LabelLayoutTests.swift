// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import Testing

@Suite("Several labels on one line")
struct LabelLayoutTests {
  private func snippet(_ primary: String, _ labels: [(String, String?)]) throws -> String {
    var sample = Sample()
    let file = sample.add("a.tm", "flow send: sensor -> server \"Sends\"\n")
    let diagnostic = Diagnostic(
      "rule", .error, "wrong", at: Label(try file.range(primary), "first"),
      secondary: try labels.map { Label(try file.range($0.0), $0.1) })
    return sample.snippet(diagnostic).split(separator: "\n").dropFirst(4).joined(separator: "\n")
  }

  @Test("hangs all texts but the last below their marks")
  func three() throws {
    #expect(
      try snippet("send", [("sensor", "second"), ("server", "third")]) == """
          |      ^^^^  ------    ------ third
          |      |     |
          |      |     second
          |      first
        """)
  }

  @Test("keeps a mark inside another one visible")
  func nested() throws {
    #expect(
      try snippet("sensor -> server", [("->", "arrow")]) == """
          |            ^^^^^^^--^^^^^^^ first
          |                   |
          |                   arrow
        """)
    #expect(
      try snippet("->", [("sensor -> server", "ends")]) == """
          |            -------^^------- ends
          |                   |
          |                   first
        """)
  }

  @Test("shows two texts of one place under each other")
  func samePlace() throws {
    #expect(
      try snippet("sensor", [("sensor", "second"), ("sensor ->", "third")]) == """
          |            ^^^^^^--- third
          |            |
          |            second
          |            first
        """)
  }

  @Test("needs no row for a label without text")
  func withoutText() throws {
    #expect(
      try snippet("send", [("server", nil)]) == """
          |      ^^^^            ------
          |      |
          |      first
        """)
  }
}
