// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMSyntax
import TMTestSupport
import Testing

/// The folders of the handbook under `docs` hold what the program prints, and their links lead somewhere.
@Suite struct HandbookFolderTests {
  @Test func theGeneratedPagesAreFresh() throws {
    let generated =
      RenderedPages.all.filter { page, _ in !page.kind.isWritten && page.kind.folder != nil }
      .map { ($0.path, $1) } + HandbookIndex.pages
    #expect(generated.count > 220)
    for (path, text) in generated {
      if Repository.updatesSnapshots, text != (try? Repository.text(path)) {
        try Repository.write(text, to: path)
      }
      let isFresh = (try? Repository.text(path)) == text
      #expect(isFresh, "\(path) is stale: \(PageFilling.command)")
    }
  }

  @Test func everyLinkLeadsToAPage() throws {
    let folders = HandbookPage.Kind.allCases.compactMap(\.folder).map { "docs/\($0)" }
    let others = ["docs/categories.md", "docs/medical.md"]
    let paths = folders.flatMap { Repository.files(under: $0, extension: "md") } + others
    var count = 0
    for path in paths {
      let folder = path.split(separator: "/").dropLast()
      for match in try Repository.text(path).matches(of: /\]\(([^):#]+)(?:#[^)]*)?\)/) {
        var parts = folder
        for part in match.1.split(separator: "/") {
          if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        let target = parts.joined(separator: "/")
        count += 1
        #expect(Repository.exists(target), "\(path) links to \(target)")
      }
    }
    #expect(count > 500)
  }

  @Test func theLanguageReferenceHoldsTheWords() throws {
    let reference = LanguageReference.markdown
    let words = RenderedPages.all.filter { page, _ in page.kind == .word }
    #expect(words.count > 100)
    for (word, markdown) in words {
      #expect(!word.summary.isEmpty && reference.contains(word.summary), "\(word.name)")
      #expect(markdown.contains(word.summary), "\(word.name)")
    }
  }
}
