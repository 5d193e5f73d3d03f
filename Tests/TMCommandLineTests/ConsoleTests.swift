// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// The whole program: arguments, files, standard input, both outputs and exit status.
@Suite struct ConsoleTests {
  @Test(arguments: ConsoleFile.all)
  func theProgramAnswersAsWritten(_ file: ConsoleFile) throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: Program.path), "\(Program.path) is missing")
    let answers = try file.run()
    #expect(!answers.isEmpty, "\(file) has no `console` block")
    if Repository.updatesSnapshots { return try file.rewrite(answers) }
    for answer in answers {
      #expect(
        answer.block.text == answer.text,
        "\(file): \(answer.heading); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read then")
    }
  }

  @Test func thereAreCases() {
    #expect(!ConsoleFile.all.isEmpty)
  }
}
