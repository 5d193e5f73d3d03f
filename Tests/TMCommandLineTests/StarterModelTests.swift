// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMFormat
import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// The model that a newcomer sees first.
@Suite struct StarterModelTests {
  private let text = String(decoding: StarterModel.bytes, as: UTF8.self)

  @Test func itLintsClean() throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun("tm init && tm lint --fail-on note", in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(run.output.hasPrefix("wrote model.tm; next:\n") && !run.output.contains("note["))
  }

  @Test func theCommandsThatItNamesWork() throws {
    let folder = try TemporaryFolder()
    let named = try ShellRun("tm init", in: folder.path).output.split(separator: "\n").dropFirst()
    #expect(named.count == 4)
    for command in named { #expect(try ShellRun(String(command), in: folder.path).status == 0) }
  }

  @Test func itStandsInTheStyleOfTheLanguage() throws {
    let file = SourceFile(id: FileID(index: 0), path: "model.tm", bytes: StarterModel.bytes)
    #expect(
      TMFormatter.format(Parser.parse(file)).map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test func itTeachesTheWordsOfTheLanguage() {
    let words = [
      "model", "asset", "control", "boundary", "external", "process", "store", "flow", "threat",
    ]
    for word in words {
      #expect(text.contains("\n\(word) ") || text.contains("  \(word) "), "\(word) is missing")
    }
  }
}
