// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// Each built-in template has an example, which comes from the cases of the library.
@Suite struct HandbookThreatTests {
  @Test func everyTemplateHasAnExample() throws {
    if Repository.updatesSnapshots { return try Self.update() }
    let pages = RenderedPages.all.filter { page, _ in page.kind == .threat }
    #expect(pages.count > 200)
    let missing = pages.filter { !$1.contains("\n## Example\n") }.map(\.page.name)
    #expect(
      missing.isEmpty,
      """
      \(missing): add a case to a file under \(ThreatModelSearch.folder) in which it appears, then \
      \(PageFilling.command), and build again
      """)
  }

  /// Writes the models, those that are missing or have lost their threat from the cases.
  private static func update() throws {
    let search = try ThreatModelSearch()
    let models = BuiltInTemplates.all.compactMap { entry in
      (ThreatExample(entry.name)?.model ?? search.model(for: entry)).map { (entry.name, $0) }
    }
    try EmbeddedText.write(EmbeddedText.models(models), to: EmbeddedText.modelsPath)
  }

  @Test func noModelIsLeftOfATemplateThatIsGone() throws {
    let text = try Repository.text(EmbeddedText.modelsPath)
    let known = Set(BuiltInTemplates.all.map(\.name))
    for match in text.matches(of: #/(?m)^ +\("([a-z0-9-]+)", /#) {
      #expect(known.contains(String(match.1)), "\(match.1)")
    }
  }

  @Test func aPageSaysAllThatTheTemplateSays() throws {
    #expect(BuiltInTemplates.all.count > 200)
    for entry in BuiltInTemplates.all {
      // Of the templates under `docs`, which are what the program says: see `HandbookFolderTests`.
      let page = try Repository.text("docs/threats/\(entry.name).md")
      let template = entry.template
      let numbers =
        template.cwe.map { "CWE-\($0)" } + template.capec.map { "CAPEC-\($0)" } + template.attack
      for number in numbers { #expect(page.contains("- [\(number)]("), "\(entry.name)") }
      let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
        .map { String($0.dropFirst(3)) }
      let all = [
        "What it says", "When", "What answers it", "What it can lead to", "What to do", "Example",
        "Turn off, decide or replace", "References",
      ]
      #expect(headings == all.filter { $0 != "What it can lead to" || template.consequence != nil })
      for text in [template.consequence, template.advice].compactMap({ $0 }) {
        #expect(page.contains(text), "\(entry.name)")
      }
      #expect(page.contains("> `\(entry.title)`"), "\(entry.name)")
    }
  }
}
