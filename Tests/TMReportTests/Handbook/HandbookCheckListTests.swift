// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLint
import TMTestSupport
import Testing

/// What the compiler can find is in the list of checks, and so in the handbook.
@Suite struct HandbookCheckListTests {
  @Test func everyCheckOfTheCompilerIsListed() throws {
    // A name in brackets behind a severity, as the sources of the program write it.
    let pattern =
      /(?:(?:Diagnostic|report)\(\s*|static let (?:failedImport|check) = )"([a-z]+(?:-[a-z0-9]+)*)"/
    var found: Set<String> = []
    // What a file of answers to the rubric or a template lacks is no finding about a model.
    let files = Repository.files(under: "Sources", extension: "swift")
      .filter { !$0.contains("/Rubric/") && !$0.contains("/TMTemplate/") }
    for path in files {
      for match in try Repository.text(path).matches(of: pattern) {
        found.insert(String(match.output.1))
      }
    }
    #expect(found.contains("unknown-name") && found.contains("syntax"))
    found.subtract(Rule.all.map(\.name))
    let listed = Set(CompilerCheck.all.map(\.name))
    let missing = found.subtracting(listed).sorted()
    #expect(
      missing.isEmpty,
      "\(missing): add a line to Sources/TMHandbook/CompilerCheck.swift for each")
    let gone = listed.subtracting(found).sorted()
    #expect(gone.isEmpty, "\(gone): nothing finds this any more")
  }

  @Test func checksStandInOrder() {
    let names = CompilerCheck.all.map(\.name)
    #expect(names == Set(names).sorted())
  }
}
