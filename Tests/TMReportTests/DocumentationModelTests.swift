// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMLint
import TMModel
import TMReport
import TMSource
import TMThreats
import Testing

/// The models that the documentation shows are models that the program takes.
@Suite("Models in the documentation")
struct DocumentationModelTests {
  @Test(
    "The blocks of a page, one after the other, are one model without errors",
    arguments: ["docs/language.md", "README.md"])
  func pages(_ page: String) throws {
    let text = try String(contentsOfFile: Self.root + "/" + page, encoding: .utf8)
    let blocks = text.matches(of: /(?ms)^```tm\n(.*?)^```$/).map { String($0.1) }
    #expect(!blocks.isEmpty)
    let loaded = try load(blocks.joined(separator: "\n"))
    let compilation = ModelBuilder.build(loaded)
    let register = ThreatRegister(compilation.model)
    var linter = Linter(compilation, register, today: try #require(CalendarDate("2027-01-01")))
    let findings = linter.run().filter { $0.severity >= .warning }
    #expect(
      findings.isEmpty,
      "\(HumanDiagnostics.text(of: findings, in: loaded.sources, colouring: .plain))")
    #expect(!register.threats.isEmpty)
  }

  private func load(_ text: String) throws -> LoadedFiles {
    var loader = Loader(
      OnePage(text: text), libraries: BuiltInLibrary.sources, builtIn: BuiltInLibrary.loadedAlways)
    return try loader.load(["model.tm"])
  }

  /// The blocks as one file; what it imports exists and is empty.
  private struct OnePage: FileProvider {
    let text: String

    func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
      ResolvedFile(identity: path, display: path)
    }

    func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
      file.identity == "model.tm" ? Array(text.utf8) : []
    }
  }

  /// The folder of the package, three levels above this file.
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")
}
