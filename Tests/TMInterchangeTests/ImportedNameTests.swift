// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import Testing

/// Ids and texts out of titles of strangers.
@Suite("Names out of titles")
struct ImportedNameTests {
  @Test(
    "an id is what is left of a title",
    arguments: [
      ("Web Server", "web-server"), ("F01a\\nDICOM Storage", "f01a-dicom-storage"),
      ("Größe & Gewicht", "groesse-gewicht"), ("Dépôt n° 2", "depot-n-2"),
      ("2nd factor", "n2nd-factor"),
      ("Payments & Billing API", "payments-billing-api"), ("Nurse's station", "nurses-station"),
      ("患者", nil), ("", nil), ("---", nil),
      (String(repeating: "word ", count: 20), "word-word-word-word-word-word-word-word"),
    ] as [(String, String?)])
  func slugs(_ title: String, _ id: String?) {
    #expect(ImportedNames.slug(title) == id)
  }

  @Test("a name that is taken gets a number, and those before keep theirs")
  func numbers() {
    var names = ImportedNames()
    #expect(
      ["A", "a", "B", "A", ""].map { names.id($0, orElse: "process") } == [
        "a", "a-2", "b", "a-3", "process",
      ])
  }

  @Test("controls, line ends and bidirectional signs leave a text")
  func condensed() {
    #expect(ImportedText.condensed(" a\r\n b\u{1B}[2J\u{202E}c\\nd ") == "a b [2Jc d")
    #expect(ImportedText.withoutTags("<b>Use</b> &lt;TLS&gt; &amp; more") == "Use <TLS> & more")
    #expect(ImportedText.withoutTags("a < b") == "a < b")
  }
}
