// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("Titles stand in sentences as people would say them")
struct TitleCorpusTests {
  private static let file = LiterateFile(path: "Tests/TMThreatsTests/Cases/titles.md")

  @Test("in each place of a sentence")
  func cases() throws {
    try Self.file.run { literateCase in
      let sample = try CompiledSample(files: literateCase.files)
      #expect(sample.compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
      return Self.sentences(sample)
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  @Test("of which there are more than 500")
  func enough() throws {
    let count = try Self.file.cases().reduce(0) {
      $0 + ($1.expected?.split(separator: "\n").count ?? 0)
    }
    #expect(count > 500)
  }

  @Test(
    "and the sentences of the examples are short enough to be read aloud",
    arguments: CompiledSample.examples)
  func length(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let writer = SentenceWriter(sample.model)
    for threat in sample.register.threats {
      let title = writer.title(threat)
      #expect(title.count <= SentenceWriter.limit, "\(threat.id), \(title.count): \(title)")
    }
  }

  /// The sentences of the templates that the model declares itself, in the order of its subjects.
  private static func sentences(_ sample: CompiledSample) -> String {
    let writer = SentenceWriter(sample.model)
    let own = sample.register.threats.filter { $0.template.map { !$0.isBuiltIn } ?? false }
    return own.map { writer.title($0) + "\n" }.joined()
  }
}
