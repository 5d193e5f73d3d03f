// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import Testing

@Suite("Line ends of a file")
struct TextFormTests {
  @Test(
    "are those of most of its lines; between two that are as many, it is the plainer one",
    arguments: [
      ("", .lf), ("a", .lf), ("\n", .lf), ("\r", .cr), ("\r\n", .crlf), ("\na\r\n\r\n", .crlf),
      ("\na\r\n", .lf), ("a\r\nb\r", .crlf), ("a\nb\r", .lf), ("a\rb\rc\n", .cr), ("\r\r\n\r", .cr),
      ("a\n\r", .lf), ("\n\r\n\r", .lf),
    ] as [(String, TextForm.LineEnd)])
  func lineEnds(_ text: String, _ expected: TextForm.LineEnd) {
    #expect(TextForm(of: Array(text.utf8)).lineEnd == expected)
  }

  @Test(
    "a byte order mark is one at the start alone",
    arguments: [("\u{FEFF}a", true), ("a\u{FEFF}", false), ("", false)])
  func mark(_ text: String, _ expected: Bool) {
    #expect(TextForm(of: Array(text.utf8)).hasByteOrderMark == expected)
  }
}
