// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import Testing

@Suite("Carets under all kinds of text")
struct CaretTests {
  private func snippet(_ bytes: [UInt8], _ marked: String) throws -> String {
    var sample = Sample()
    let file = sample.add("a.tm", bytes: bytes)
    let label = Label(try file.range(marked), "here")
    return sample.snippet(Diagnostic("rule", .error, "wrong", at: label))
      .split(separator: "\n").filter { !$0.hasSuffix(" |") }.dropFirst().joined(separator: "\n")
  }

  private func snippet(_ text: String, _ marked: String) throws -> String {
    try snippet(Array(text.utf8), marked)
  }

  @Test("a wide character takes two cells and one column")
  func wide() throws {
    #expect(
      try snippet("store 電車: データ x", "x") == """
         --> a.tm:1:15
        1 | store 電車: データ x
          |                    ^ here
        """)
    #expect(
      try snippet("store 電車", "電車") == """
         --> a.tm:1:7
        1 | store 電車
          |       ^^^^ here
        """)
    #expect(
      try snippet("a 🚑 b", "b") == """
         --> a.tm:1:5
        1 | a 🚑 b
          |      ^ here
        """)
  }

  @Test("a character of zero width takes a column and no cell")
  func zeroWidth() throws {
    #expect(
      try snippet("cafe\u{301} x", "x") == """
         --> a.tm:1:7
        1 | cafe\u{301} x
          |      ^ here
        """)
    #expect(
      try snippet("👩\u{200D}⚕\u{FE0F} x", "x") == """
         --> a.tm:1:6
        1 | 👩\u{200D}⚕\u{FE0F} x
          |     ^ here
        """)
  }

  @Test("a mark under a combining character stands under its base")
  func combining() throws {
    #expect(
      try snippet("cafe\u{301} x", "\u{301}") == """
         --> a.tm:1:5
        1 | cafe\u{301} x
          |    ^ here
        """)
  }

  @Test("a tab goes to the next multiple of four")
  func tabs() throws {
    #expect(
      try snippet("\tab\tc", "c") == """
         --> a.tm:1:5
        1 |     ab  c
          |         ^ here
        """)
    #expect(
      try snippet("ab\tc", "\t") == """
         --> a.tm:1:3
        1 | ab  c
          |   ^^ here
        """)
  }

  @Test("lines end at LF, CR LF and a lone CR", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) throws {
    #expect(
      try snippet(["one", "two three", "four"].joined(separator: ending), "three") == """
         --> a.tm:2:5
        2 | two three
          |     ^^^^^ here
        """)
  }

  @Test("a byte-order mark is neither shown nor counted")
  func byteOrderMark() throws {
    #expect(
      try snippet("\u{FEFF}model a", "model") == """
         --> a.tm:1:1
        1 | model a
          | ^^^^^ here
        """)
    #expect(
      try snippet("\u{FEFF}model a", "\u{FEFF}model") == """
         --> a.tm:1:1
        1 | model a
          | ^^^^^ here
        """)
  }

  @Test("a byte-order mark elsewhere is a character that hides")
  func strayByteOrderMark() throws {
    #expect(
      try snippet("a\n\u{FEFF}model b", "\u{FEFF}") == #"""
         --> a.tm:2:1
        2 | \u{feff}model b
          | ^^^^^^^^ here
        """#)
  }

  @Test("each bad byte is one character")
  func invalid() throws {
    // A stray byte, a character that breaks off, an overlong form and a surrogate.
    let bad: [UInt8] = [0xFF, 0xE9, 0x9B, 0xC0, 0xAF, 0xED, 0xA0, 0x80]
    #expect(
      try snippet(bad + Array(" x".utf8), "x") == """
         --> a.tm:1:10
        1 | \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} x
          |          ^ here
        """)
  }

  @Test("a range that starts inside a character covers all of it")
  func insideCharacter() {
    var sample = Sample()
    let file = sample.add("a.tm", "a電b")
    let text = sample.snippet(Diagnostic("rule", .error, "wrong", at: Label(file.range(2, 3))))
    #expect(
      text == """
        error[rule]: wrong
         --> a.tm:1:2
          |
        1 | a電b
          |  ^^
        """)
  }
}
