// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import Testing

/// What of a text is a tag, and what only looks like one.
@Suite("Tags in imported texts")
struct ImportedTagTests {
  @Test(
    "are taken out where HTML has them",
    arguments: [
      ("a<br>b", "a b"), ("a<br/>b", "a b"), ("<b>a</b>", "a"), ("<DIV>a</DIV>", "a"),
      ("<a href=\"x>y\">a</a>", "a"), ("<font color=red>a</font>", "a"), ("<!-- a > b -->c", "c"),
      ("<b title=\"a<b\">x</b>", "x"), ("<i x=it's>a</i> <b", "a <b"), ("<br <br>a", "<br a"),
      ("<!DOCTYPE html><p>a", "a"), ("<h1>a</h1>", "a"), ("<p class='x' >a</p >", "a"),
    ])
  func tags(_ text: String, _ expected: String) {
    #expect(ImportedText.condensed(ImportedText.withoutTags(text)) == expected)
  }

  @Test(
    "are not what is no tag",
    arguments: [
      "rate <5 or >50", "a < b and c > d", "<5", "x <b and c> y", "List<String>", "<user>@<host>",
      "if a<b", "a <- b -> c", "the <script> of a page", "<A-17>", "p<0.05, q>1", "<", "<>", "</>",
      "<b", "1 <a 2> 3", "< b >", "<!-- never closed",
    ])
  func texts(_ text: String) {
    #expect(ImportedText.withoutTags(text) == text)
  }

  @Test("leave the address of a link where that is asked for")
  func addresses() {
    let texts = [
      (
        "Do <a href=\"https://x.example/a?b=1\">as <b>here</b></a>.",
        "Do as here (https://x.example/a?b=1)."
      ),
      ("<a href='https://x.example'>https://x.example</a>", "https://x.example"),
      (
        "<a href=https://x.example target=_blank>a</a> <a name=\"b\">b</a>",
        "a (https://x.example) b"
      ),
      ("<a href=\"#top\">up</a>", "up"),
    ]
    for (text, expected) in texts {
      #expect(ImportedText.withoutTags(text, keepsAddresses: true) == expected)
    }
  }

  @Test("leave the names of characters, which are read once")
  func entities() {
    #expect(ImportedText.withoutTags("a &lt;b&gt; &amp;lt; &quot;c&quot;") == "a <b> &lt; \"c\"")
  }
}
