// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMTestSupport
import Testing

/// Every case under `Tests/TMLanguageServerTests/Cases`: what is asked is marked beneath the source, and
/// the answers stand behind it, with their ranges drawn.
@Suite struct RequestCaseTests {
  private static let folder = "Tests/TMLanguageServerTests/Cases"

  @Test(arguments: LiterateFile.all(under: folder))
  func answersAreThoseOfTheFile(_ file: LiterateFile) throws {
    try file.run {
      try Self.answer($0)
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  /// Every method that the server announces has a case.
  @Test func everyRequestHasACase() throws {
    var asked: Set<String> = []
    for file in LiterateFile.all(under: Self.folder) {
      for literateCase in try file.cases() {
        for (path, text) in literateCase.files {
          asked.formUnion(MarkedSource(text, path: path).questions.map(\.method))
        }
      }
    }
    for method in QuestionKind.allCases { #expect(asked.contains(method.rawValue)) }
  }

  private static func answer(_ literateCase: LiterateCase) throws -> String {
    let sources = literateCase.files.map { ($0.path, MarkedSource($0.text, path: $0.path)) }
    let editor = try TestEditor(
      sources.map { ($0.0, $0.1.text) }, capabilities: TestEditor.fileCapabilities)
    for (path, _) in sources where path.hasSuffix(".tm") { editor.open(path) }
    var parts: [String] = []
    for (_, source) in sources {
      for question in source.questions {
        let answer = try AnswerText(editor, question).text
        parts.append("\(question.text):\n\(answer)")
      }
    }
    return parts.joined(separator: "\n")
  }
}
