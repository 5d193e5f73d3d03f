// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

/// What each module may import, as `docs/architecture.md` lists them: only modules above it.
private let modules: [(name: String, imports: Set<String>)] = [
  ("CGraphviz", []),
  ("CExpat", []),
  ("CYAML", []),
  ("CZlib", []),
  ("CFileSystem", []),
  ("TMSource", []),
  ("TMSyntax", ["TMSource"]),
  // A lock, and nothing of a system.
  ("TMModel", ["TMSource", "TMSyntax", "Synchronization"]),
  ("TMScoring", []),
  ("TMThreats", ["TMSource", "TMSyntax", "TMModel", "Synchronization"]),
  ("TMRisk", ["TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats"]),
  ("TMComponents", ["TMSource", "TMSyntax", "TMModel", "TMScoring"]),
  (
    "TMLint",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "Synchronization",
    ]
  ),
  (
    "TMAnalysis",
    ["TMSource", "TMSyntax", "TMModel", "TMThreats", "TMRisk", "TMComponents", "TMLint"]
  ),
  ("TMDiff", ["TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk"]),
  ("TMFormat", ["TMSource", "TMSyntax"]),
  (
    "TMInterchange",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMComponents", "TMAnalysis",
      "TMFormat",
      "CExpat", "CYAML",
      "CZlib",
    ]
  ),
  ("TMDiagram", ["TMSource", "TMSyntax", "TMModel", "TMThreats", "CGraphviz", "Glibc"]),
  ("TMWriting", ["TMSource", "TMSyntax", "TMModel"]),
  (
    "TMFindings",
    ["TMSource", "TMSyntax", "TMModel", "TMThreats", "TMComponents", "TMLint", "TMWriting"]
  ),
  ("TMRatings", ["TMScoring", "TMFindings", "TMWriting"]),
  (
    "TMRegister",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "TMWriting", "TMFindings", "TMRatings",
    ]
  ),
  (
    "TMDocument",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "TMWriting", "TMRatings", "TMRegister",
    ]
  ),
  (
    "TMHTML",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMWriting",
      "TMRegister",
      "TMDocument",
    ]
  ),
  (
    "TMMarkdown",
    [
      "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMWriting", "TMRegister",
      "TMDocument",
    ]
  ),
  ("TMTemplate", ["TMSource", "TMModel", "TMRisk", "TMThreats", "TMWriting", "TMRegister"]),
  (
    "TMChanges",
    [
      "TMSource", "TMSyntax", "TMModel", "TMThreats", "TMRisk", "TMScoring", "TMDiff", "TMWriting",
      "TMDocument",
    ]
  ),
  (
    "TMHandbook",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMLint", "TMAnalysis",
      "TMWriting",
      "TMRegister",
    ]
  ),
  ("TMSpreadsheet", ["TMWriting", "TMRegister", "Glibc"]),
  (
    "TMLanguageService",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMLint", "TMAnalysis",
      "TMFormat",
    ]
  ),
  (
    "TMLanguageServer",
    // A lock between two threads.
    [
      "TMSource", "TMSyntax", "TMModel", "TMComponents", "TMAnalysis", "TMWriting", "TMHandbook",
      "TMLanguageService", "Glibc",
    ]
  ),
  (
    "TMExport",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "TMInterchange", "TMDiagram", "TMWriting", "TMRegister",
    ]
  ),
  (
    "TMCommandLine",
    [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "TMLint", "TMDiff", "TMFormat", "TMDiagram", "TMAnalysis", "TMWriting", "TMFindings",
      "TMRatings",
      "TMRegister", "TMDocument", "TMHTML", "TMMarkdown", "TMTemplate", "TMChanges", "TMHandbook",
      "TMSpreadsheet", "TMInterchange", "TMExport", "TMLanguageServer", "ArgumentParser",
      "CFileSystem", "Glibc", "Synchronization",
    ]
  ),
  ("tm", ["TMCommandLine", "TMDiagram"]),
  ("tm-template", ["TMRegister", "TMTemplate", "Mustache", "Glibc"]),
]

@Suite("The repository keeps its promises")
struct ArchitectureTests {
  @Test("a module imports only what stands above it", arguments: modules.map(\.name))
  func imports(_ name: String) throws {
    let allowed = try #require(modules.first { $0.name == name }).imports
    for file in Repository.files(under: "Sources/\(name)", extension: "swift") {
      for module in Self.imports(in: try Repository.text(file)) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test("every folder of Sources is a module of the list, in its order on the page")
  func listed() throws {
    let folders = Set(
      Repository.files(under: "Sources", extension: "swift").compactMap {
        $0.split(separator: "/").dropFirst().first.map(String.init)
      })
    #expect(folders.isSubset(of: Set(modules.map(\.name))))
    let page = try Repository.text("docs/architecture.md")
    let places = modules.map { module in
      page.range(of: "| `\(module.name)` |")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test("a file names its licence, is no longer than a reader has patience, and promises nothing")
  func files() throws {
    let files = ["Sources", "Tests"].flatMap { Repository.files(under: $0, extension: "swift") }
    #expect(files.count > 200)
    for file in files {
      let lines = try Repository.text(file).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first == "// SPDX-FileCopyrightText: The Drawbridge authors", "\(file)")
      #expect(lines.dropFirst().first == "// SPDX-License-Identifier: Apache-2.0", "\(file)")
      #expect(lines.count <= 400, "\(file)")
      for promise in ["TO" + "DO", "FIX" + "ME", "try" + "!", "as" + "! "] {
        #expect(!lines.contains { $0.contains(promise) }, "\(promise) in \(file)")
      }
    }
  }

  @Test("the core needs no Foundation and touches no file")
  func core() throws {
    for module in [
      "TMSource", "TMSyntax", "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents",
      "TMLint", "TMAnalysis", "TMDiff", "TMFormat",
    ] {
      for file in Repository.files(under: "Sources/\(module)", extension: "swift") {
        let imports = Self.imports(in: try Repository.text(file))
        #expect(!imports.contains { $0.hasPrefix("Foundation") || $0 == "Glibc" }, "\(file)")
      }
    }
  }

  /// The modules that the import lines of a file name.
  private static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      // `import M`, or `@testable import M`; not a command line in a text.
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        index == 0 || index == 1 && words[0].hasPrefix("@")
      else { return nil }
      return line.hasPrefix("//") ? nil : String(words[index + 1])
    }
  }
}
