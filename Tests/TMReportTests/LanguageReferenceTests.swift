// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMSyntax
import TMTestSupport
import Testing

@Suite("The language reference")
struct LanguageReferenceTests {
  @Test("The page says what the schema says")
  func fresh() throws {
    let path = "docs/reference.md"
    if Repository.updatesSnapshots { try Repository.write(LanguageReference.markdown, to: path) }
    let isFresh = try Repository.text(path) == LanguageReference.markdown
    #expect(
      isFresh,
      """
      docs/reference.md is stale; refresh it with \
      `TM_UPDATE_SNAPSHOTS=1 swift test --filter LanguageReference`
      """)
  }

  @Test("Every link leads to a heading, and no two headings are alike")
  func links() {
    let lines = LanguageReference.markdown.split(separator: "\n")
    let headings = lines.filter { $0.hasPrefix("#") }
      .map { LanguageReference.anchor(String($0.drop { $0 == "#" }.dropFirst())) }
    #expect(Set(headings).count == headings.count)
    let links = LanguageReference.markdown.matches(of: /\]\((#[^)]*)\)/).map { String($0.1) }
    #expect(links.count > Keyword.allCases.count)
    for link in links { #expect(headings.contains(link), "\(link)") }
  }

  @Test("Every row of every table has the cells of its head")
  func tables() {
    var cells: Int?
    for line in LanguageReference.markdown.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let count = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(count == cells ?? count, "\(line)")
      cells = count
    }
  }

  @Test("Every property of the schema is explained", arguments: Schema.specs.map(\.keyword))
  func properties(_ keyword: Keyword) {
    for spec in Schema.spec(of: keyword).properties {
      let row = "| `\(spec.property.word)` | "
      let documented = LanguageReference.markdown.split(separator: "\n")
        .contains { $0.hasPrefix(row) && $0.hasSuffix("| \(spec.documentation) |") }
      #expect(documented, "\(keyword.word): \(spec.property.word)")
    }
  }
}
