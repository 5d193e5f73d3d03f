// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMTestSupport
import Testing

@Suite("The style of the language")
struct FormatterTests {
  @Test("Items stand on lines of their own, indented by two, with even spaces")
  func items() {
    expect(
      "process   a\"A\"{kind:usb;x :b ,c\n process b}store c{}\n@allow( x,y:\"z\" ) flow f :a->b",
      """
      process a "A" {
        kind: usb
        x: b, c
        process b
      }
      store c {}
      @allow(x, y: "z")
      flow f: a -> b

      """)
  }

  @Test("A body on one line stays on it while it fits in 100 columns")
  func bodyOnOneLine() {
    let long = String(repeating: "x", count: 80)
    expect("i a {kind:usb;physical:yes;}", "i a { kind: usb; physical: yes }\n")
    expect("i a {p b{x:y};c:d}", "i a { p b { x: y }; c: d }\n")
    expect("i a { b: \(long)123456789; }", "i a { b: \(long)123456789 }\n")
    expect("i a { b: \(long)1234567890 }", "i a {\n  b: \(long)1234567890\n}\n")
    expect("i a {\n}", "i a {}\n")
  }

  @Test("A brace stands on the line of its heading, except after a comment")
  func braces() {
    expect("a b\n{\nc: d\n}", "a b {\n  c: d\n}\n")
    expect("a b // why\n{\nc: d\n}", "a b  // why\n{\n  c: d\n}\n")
  }

  @Test("Line breaks inside an item stay, indented by four more")
  func continuation() {
    expect(
      "a {\nb: c,\nd and\n    (e,\nf)\ng h\n\"T\"\n}",
      "a {\n  b: c,\n      d and\n      (e,\n      f)\n  g h\n      \"T\"\n}\n")
  }

  @Test("Comments stay where they are")
  func comments() {
    expect(
      "// top\na {  // heading\n// first\nb: c,// one\n  d;// two\n\n\n// foot\n}// after\n\n\n// end  ",
      """
      // top
      a {  // heading
        // first
        b: c,  // one
            d  // two

        // foot
      }  // after

      // end

      """)
  }

  @Test("Several blank lines become one, and none stands next to a brace")
  func blankLines() {
    expect("\n\na {\n\n b: c\n\n\n\n d: e\n\n}\n\n\nf\ng\n\n", "a {\n  b: c\n\n  d: e\n}\n\nf\ng\n")
  }

  @Test("A long text is kept byte for byte")
  func longText() {
    let text = "\"\"\"\r\n  one  \n\n\n\t two \\\"\"\" \r\"\"\""
    expect("a{b:\(text);c:d}", "a {\n  b: \(text)\n  c: d\n}\n")
  }

  @Test("Line endings become LF; a byte-order mark goes")
  func lineEndings() {
    expect("\u{FEFF}a\r\n\r\nb\rc", "a\n\nb\nc\n")
    expect("", "")
    expect("\r\n\n", "")
  }

  @Test(
    "A file with a syntax error is refused",
    arguments: ["a: b c", "a {", "flow a --> b", "a = b", "a: b,", "a: \"\\q\"", "a:"])
  func refusal(_ text: String) {
    #expect(TMFormatter.format(parse(text)) == nil)
  }

  private func expect(
    _ text: String, _ formatted: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let result = TMFormatter.format(parse(text)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == formatted, sourceLocation: sourceLocation)
  }
}
