// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMChanges
import TMTestSupport
import Testing

/// Every case under `Cases`: two models, `old.tm` and `new.tm`, and behind them what is different.
@Suite struct DifferenceCaseTests {
  @Test(arguments: LiterateFile.all(under: "Tests/TMDiffTests/Cases"))
  func answersAreThoseOfTheFile(_ file: LiterateFile) throws {
    try file.run {
      try Self.answer($0)
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  @Test func thereAreCases() {
    #expect(LiterateFile.all(under: "Tests/TMDiffTests/Cases").count > 3)
  }

  /// What `tm diff` prints; findings are left out, which have a page of their own.
  private static func answer(_ literateCase: LiterateCase) throws -> String {
    let difference = try ComparedSample.difference(
      from: literateCase.files.filter { $0.path.hasPrefix("old") },
      to: literateCase.files.filter { $0.path.hasPrefix("new") })
    let text = DifferenceText.text(of: difference, colouring: .plain)
    return text.isEmpty ? "no difference\n" : text
  }
}
