// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  @Test("writes nested values in the order of the calls")
  func nesting() {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.field("b", 1)
      writer.field("a", -2)
      writer.array("list") { writer in
        writer.value("x")
        writer.object { _ in }
        writer.array { $0.value(true) }
        writer.array { _ in }
      }
      writer.object("inner") { $0.field("none", String?.none) }
      writer.field("many", ["p", "q"])
    }
    #expect(
      writer.text
        == #"{"b":1,"a":-2,"list":["x",{},[true],[]],"inner":{"none":null},"many":["p","q"]}"#)
  }

  @Test("indents for a reader")
  func pretty() {
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      writer.object { writer in
        writer.field("a", 1)
        writer.array("b") { $0.value(2.5) }
      }
      writer.object { _ in }
      writer.value(Int?.none)
    }
    #expect(
      writer.text == """
        [
          {
            "a": 1,
            "b": [
              2.5
            ]
          },
          {},
          null
        ]

        """)
  }

  @Test(
    "escapes what JSON, JavaScript or a terminal would take amiss",
    arguments: [
      ("", ""), ("plain", "plain"), ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t", #"\n\r\t"#),
      ("\u{8}\u{C}", #"\b\f"#), ("\u{0}\u{1B}\u{1F}", #"\u0000\u001b\u001f"#),
      ("\u{7F}", #"\u007f"#),
      ("##[error]a", #"##\u005berror]a"#), ("a ##vso[b][c]", #"a ##vso\u005bb][c]"#),
      ("###teamcity[x", #"###teamcity\u005bx"#),
      ("a[1] #[2] # #[3] ##-[4]", "a[1] #[2] # #[3] ##-[4]"),
      ("\u{85}\u{9B}", #"\u0085\u009b"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
      ("x\u{202E}y\u{2066}z", #"x\u202ey\u2066z"#), ("é電🚑", "é電🚑"), ("\u{A0}¿", "\u{A0}¿"),
      ("\u{61C}\u{200F}", #"\u061c\u200f"#), ("e\u{301}\n", "e\u{301}\\n"),
    ])
  func escapes(text: String, escaped: String) {
    var writer = JSONWriter(.compact)
    writer.value(text)
    #expect(Array(writer.text.utf8) == Array("\"\(escaped)\"".utf8))
  }

  @Test(
    "writes the shortest exact number, and null for none",
    arguments: [
      (0.1, "0.1"), (5, "5.0"), (-1e300, "-1e+300"), (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func numbers(value: Double, text: String) {
    var writer = JSONWriter(.compact)
    writer.value(value)
    #expect(writer.text == text)
  }

  @Test("hands over a long document in pieces")
  func pieces() {
    var writer = JSONWriter(.compact)
    var document: [UInt8] = []
    writer.array { writer in
      for number in 0..<1000 {
        writer.value(number)
        if number % 100 == 0 { document += writer.takeBytes() }
      }
    }
    document += writer.takeBytes()
    let expected = "[" + (0..<1000).map(String.init).joined(separator: ",") + "]"
    #expect(String(decoding: document, as: UTF8.self) == expected)
    #expect(writer.bytes.isEmpty)
  }
}
