// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMTestSupport
import Testing

@Suite("The columns of the risk register")
struct RegisterPageTests {
  @Test("The page lists every column")
  func fresh() throws {
    let path = "docs/register.md"
    let (begin, end) = ("<!-- columns -->\n", "<!-- end -->\n")
    let page = try Repository.text(path)
    let head = try #require(page.range(of: begin))
    let tail = try #require(page.range(of: end))
    let rows = RegisterColumn.all.map { "| `\($0.name)` | \($0.documentation) |\n" }
    let table = "\n| column | says |\n| --- | --- |\n" + rows.joined() + "\n"
    if Repository.updatesSnapshots {
      try Repository.write(
        page[..<head.upperBound] + table + page[tail.lowerBound...], to: path)
    } else {
      #expect(page[head.upperBound..<tail.lowerBound] == table, "docs/register.md is stale")
    }
  }

  @Test("No two columns have one name")
  func names() {
    let names = RegisterColumn.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 50)
  }
}
