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
      ("https://x.y", "https:\u{200B}//x.y"), ("www.x.y", "www\u{200B}.x.y"),
      ("@all", "@\u{200B}all"), ("a@b.c", "a@\u{200B}b.c"),
      ("o/r#5, see #1", "o/r#\u{200B}5, see #\u{200B}1"),
      ("gh-1 and GH-1", "gh-\u{200B}1 and GH-\u{200B}1"), ("high-1", "high-1"), ("#", "\\#"),
      ("!1 ~bug %2 &3 $4", "\\!\u{200B}1 \\~\u{200B}bug %\u{200B}2 &amp;\u{200B}3 \\$\u{200B}4"),
      ("[epic:1]", #"\[\#u{200B}epic:1\]"#), ("/close", "\\/close"), ("a/b", "a/b"),
      ("##[stop]", ###"\##\\u{5b}stop\]"###), ("x ::error::y", #"x \\u{3a}:error::y"#),
      ("a::b", "a::b"),
      ("a\nb", "a␊b"), ("\u{1B}[2J", #"␛\[2J"#), ("\u{202E}x", #"\\u{202e}x"#), (#"\|"#, #"\\\|"#),
      ("~~x~~", "\\~\\~\u{200B}x\\~\\~"), ("![x](y)", #"\!\[x\](y)"#), ("$x$", #"\$x\$"#),
    ])
  func hostile(_ words: String, _ expected: String) {
    #expect(MarkdownWriter.escaped(words) == expected)
  }
}
