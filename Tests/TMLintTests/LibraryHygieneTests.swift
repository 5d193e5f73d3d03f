// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// What a library declares is not the user's to repair.
@Suite struct LibraryHygieneTests {
  private static let text = """
    asset spare "Spare asset"
    control unused "Unused control" { mitigates: tampering }
    hazard forgotten "Forgotten hazard" { severity: minor }
    requirement lost "Lost requirement"
    """

  @Test func whatAModelDoesNotUseOfALibraryIsNoFinding() throws {
    let main = "model \"M\"\nimport house\nprocess p \"Program\"\nstore s \"Store\"\n"
    let house = ThreatLibraries(["house"], loadedAlways: []) { _ in
      SyntaxTree.detached(Array(Self.text.utf8))
    }
    let run = try LintRun([("model.tm", main)], libraries: house)
    let files = run.diagnostics.map { run.sources[$0.primary.range.file].path }
    #expect(!run.diagnostics.isEmpty)
    #expect(Set(files) == ["model.tm"])
  }

  @Test func theSameTextInAFileOfTheModelIs() throws {
    let main = "model \"M\"\nimport \"house.tm\"\nprocess p \"Program\"\nstore s \"Store\"\n"
    let run = try LintRun([("model.tm", main), ("house.tm", Self.text)])
    let rules = Set(
      run.diagnostics.filter { run.sources[$0.primary.range.file].path == "house.tm" }.map(\.rule))
    #expect(rules.isSuperset(of: ["unused-asset", "unused-control", "unused-hazard"]))
  }

  @Test func anImportOfAShippedLibraryAddsNoFinding() throws {
    let system = "process p \"Program\"\nstore s \"Store\"\nflow keep: p <-> s \"Keeps\"\n"
    let plain = try LintRun(
      [("model.tm", "model \"M\"\n\n" + system)], libraries: .builtIn)
    for name in ThreatLibraries.builtIn.names {
      let run = try LintRun(
        [("model.tm", "model \"M\"\nimport \(name)\n" + system)], libraries: .builtIn)
      #expect(run.text.replacing("import \(name)", with: "") == plain.text, "\(name)")
    }
  }
}
