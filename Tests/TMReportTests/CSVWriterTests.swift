// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  private func record(_ fields: CSVField...) -> String {
    var writer = CSVWriter()
    writer.record(fields)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("separates, quotes and ends records as RFC 4180 says")
  func format() {
    #expect(record("a", "b c", .integer(-3), .number(2.5), .empty) == "a,b c,-3,2.5,\r\n")
    #expect(
      record("a,b", "say \"x\"", "two\nlines") == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n")
    #expect(record(" a", "b ", "") == "\" a\",\"b \",\"\"\r\n")
    #expect(record(.empty) == "\"\"\r\n")
  }

  @Test(
    "takes the force out of formulas",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\tx", "'\tx"), ("\r=x", "\"'\r=x\""), ("\n=x", "\"'\n=x\""), ("＝1", "'＝1"),
      ("=cmd|'/c calc'!A1,x", "\"'=cmd|'/c calc'!A1,x\""), ("a=1", "a=1"), ("'x", "'x"),
    ])
  func formulas(text: String, field: String) {
    #expect(record("x", .text(text)) == "x,\(field)\r\n")
  }

  @Test("shows controls that a terminal would obey")
  func controls() {
    #expect(record("a\u{1B}[2J\u{7F}\u{9B}m\u{0}") == "a␛[2J␡\u{FFFD}m␀\r\n")
  }
}
