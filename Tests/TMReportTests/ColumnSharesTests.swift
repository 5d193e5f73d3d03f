// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TMDocument

/// The widths of columns on a page.
@Suite struct ColumnSharesTests {
  private func table(_ titles: [String], _ rows: [[String]]) -> ReportTable {
    ReportTable(
      id: "t", columns: titles.map { .init($0) },
      rows: rows.map { .init($0.map { [.words($0)] }) })
  }

  /// About how many letters a column of a page upright holds.
  private func letters(_ percent: Double) -> Double { percent / 100 * 116 - 2.2 }

  @Test("beside long texts, a column still holds its heading and its longest word")
  func words() {
    let long = String(repeating: "a sentence that goes on and on ", count: 20)
    let shares = ColumnShares(
      table(
        ["Flow", "From → to", "Encrypted", "Authenticated", "Text", "More", "Threats"],
        [["Orders", "Command centre → Pump", "no", "certificate", long, long, "3"]])
    ).percent
    #expect(abs(shares.reduce(0, +) - 100) < 1)
    for (share, word) in zip(
      shares,
      ["Orders", "Command", "Encrypted", "Authenticated", "sentence", "sentence", "Threats"])
    {
      #expect(letters(share) >= Double(word.count), "\(word) in \(shares)")
    }
    #expect(shares[4] > 2 * shares[6])
  }

  @Test("a table that no page holds shares it all the same, and an empty one has widths too")
  func extremes() {
    let word = String(repeating: "x", count: 400)
    let wide = ColumnShares(table((0..<12).map { "C\($0)" }, [Array(repeating: word, count: 12)]))
    #expect(wide.percent.allSatisfy { (8...9).contains($0) })
    let none = ColumnShares(table(["A", "B"], []))
    #expect(none.percent == [50, 50])
  }
}
