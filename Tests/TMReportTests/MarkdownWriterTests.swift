// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting
import Testing

@Suite("Markdown")
struct MarkdownWriterTests {
  @Test("a document is headings, paragraphs and tables")
  func document() {
    var writer = MarkdownWriter()
    writer.heading("Trace", level: 1)
    writer.paragraph("No gap.")
    writer.tableHead(["a", "b"])
    writer.row(["push-library", "one\ntwo"])
    writer.row(["", "x"])
    #expect(
      writer.text == """
        # Trace

        No gap.

        | a | b |
        | --- | --- |
        | push-library | one<br>two |
        | | x |

        """)
  }

  @Test(
    "words of a stranger stay words",
    arguments: [
      ("a|b", #"a\|b"#), ("<img src=x>", "&lt;img src=x&gt;"), ("a&lt;", "a&amp;lt;"),
      ("[x](javascript:a)", #"\[x\](javascript:a)"#), ("`x`", #"\`x\`"#), ("**x**", #"\*\*x\*\*"#),
      ("# x", "\\# x"), ("- x", #"\- x"#), ("+1", #"\+1"#), ("=1", #"\=1"#), ("a-b + c", "a-b + c"),
      ("https://x.y", "https&#58;//x.y"), ("www.x.y", "www&#46;x.y"), ("@all", "&#64;all"),
      ("a\nb", "a␊b"), ("\u{1B}[2J", #"␛\[2J"#), ("\u{202E}x", #"\\u{202e}x"#), (#"\|"#, #"\\\|"#),
      ("~~x~~", #"\~\~x\~\~"#), ("![x](y)", #"\!\[x\](y)"#), ("$x$", #"\$x\$"#),
    ])
  func hostile(_ words: String, _ expected: String) {
    #expect(MarkdownWriter.escaped(words) == expected)
  }
}
