// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

/// Every case under `Tests/Cases`: the answer stands behind it as a snapshot.
@Suite struct LiterateCaseTests {
  @Test(arguments: LiterateFile.all(under: "Tests/Cases"))
  func answersAreThoseOfTheFile(_ file: LiterateFile) throws {
    try file.run {
      try LintRun($0.files).text
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  @Test func thereAreCases() {
    #expect(LiterateFile.all(under: "Tests/Cases").contains { $0.path.hasSuffix("mistakes.md") })
  }

  /// The twenty mistakes that newcomers make: one answer each, with what to do about it.
  @Test func eachMistakeHasOneAnswerWithHelp() throws {
    let cases = try LiterateFile(path: "Tests/Cases/mistakes.md").cases()
    #expect(cases.count == 20)
    for mistake in cases {
      let diagnostics = try LintRun(mistake.files).diagnostics
      #expect(diagnostics.count == 1, "\(mistake)")
      for diagnostic in diagnostics { #expect(!diagnostic.help.isEmpty, "\(mistake)") }
    }
  }
}
