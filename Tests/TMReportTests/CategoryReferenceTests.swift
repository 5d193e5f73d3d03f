// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMReport
import TMTestSupport
import Testing

/// `docs/categories.md`: what each category asks, what is done about it and where to read on.
@Suite("The page about categories")
struct CategoryReferenceTests {
  @Test("says what the program knows")
  func fresh() throws {
    let path = "docs/categories.md"
    if Repository.updatesSnapshots { try Repository.write(CategoryReference.markdown, to: path) }
    let isFresh = try Repository.text(path) == CategoryReference.markdown
    #expect(
      isFresh, "run TM_UPDATE_SNAPSHOTS=1 swift test --filter CategoryReferenceTests")
  }
}
