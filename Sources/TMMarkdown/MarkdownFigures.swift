// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// The figures of a report as tables.
struct MarkdownFigures {
  private let inline: MarkdownInline

  init(_ inline: MarkdownInline) { self.inline = inline }

  // MARK: - Risk matrix

  func text(_ matrix: RiskMatrixFigure) -> String {
    var text = MarkdownTable.line(
      ["Exploitability"] + matrix.columns.map { escaped("\($0) harm") })
    text += MarkdownTable.line(["---"] + matrix.columns.map { _ in "---" })
    for row in matrix.rows {
      text += MarkdownTable.line(["**\(escaped(row.name))**"] + row.cells.map(cell))
    }
    let unplaced =
      matrix.unplaced.isEmpty
      ? ""
      : " \(ReportPhrases.count(matrix.unplaced.count, "threat")) "
        + "\(matrix.unplaced.count == 1 ? "has" : "have") no place in it."
    return text
      + "\nThreats before → after measures; a cell in bold holds one that is not acceptable now.\(unplaced)"
      + (matrix.discrepancy.map { " \($0)" } ?? "")
  }

  private func cell(_ cell: RiskMatrixFigure.Cell) -> String {
    let word = cell.isRefused ? "**\(escaped(cell.word))**" : escaped(cell.word)
    if cell.before.isEmpty, cell.after.isEmpty { return word }
    return "\(word)<br>\(cell.before.count) → \(cell.after.count)"
  }

  // MARK: - Severities

  func text(_ severities: SeverityFigure) -> String {
    var text = MarkdownTable.line(["Zone"] + severities.severities.map(escaped) + ["not rated"])
    text += MarkdownTable.line(["---"] + severities.severities.map { _ in "--:" } + ["--:"])
    for row in severities.rows {
      let counts = zip(row.before, row.after).map {
        $0.threats.isEmpty && $1.threats.isEmpty ? "" : "\($0.threats.count) → \($1.threats.count)"
      }
      text += MarkdownTable.line(
        [escaped(row.zone ?? "in no zone")] + counts
          + [row.unrated.isEmpty ? "" : "\(row.unrated.count)"])
    }
    return text
      + "\nThreats before → after measures; one of a flow between two zones counts in both."
  }

  // MARK: - Coverage

  func text(_ coverage: CoverageFigure) -> String {
    let tables = coverage.groups.map { group in
      var text = "**\(escaped(group.title))**\n\n"
      text += MarkdownTable.line(
        ["Part"] + coverage.categories.map { escaped($0.abbreviation) })
      text += MarkdownTable.line(["---"] + coverage.categories.map { _ in "--:" })
      for row in group.rows {
        let title = inline.part([.reference(row.title, to: .declaration(row.path))])
        text += MarkdownTable.line([title] + row.cells.map(cell))
      }
      return text
    }
    let letters = coverage.categories.map { "\($0.abbreviation) \($0.rawValue)" }
    var legend =
      "A number counts threats of its own; one in brackets those of its flows and assets; a letter "
      + "*r* with a number is the reason why there is none. "
      + escaped(letters.joined(separator: ", ") + ".")
    if !coverage.reasons.isEmpty {
      let reasons = coverage.reasons.enumerated().map {
        "r\($0.offset + 1): \(escaped($0.element))"
      }
      legend +=
        "\n\n<details><summary>Reasons</summary>\n\n"
        + reasons.map { "- \($0)\n" }.joined() + "\n</details>"
    }
    return (tables + [legend]).joined(separator: "\n")
  }

  private func cell(_ cell: CoverageFigure.Cell) -> String {
    switch cell {
    case .threats(let threats):
      threats.open == 0
        ? "\(threats.ids.count)"
        : (threats.open == threats.ids.count ? "" : "\(threats.ids.count), ")
          + "\(threats.open) open"
    case .elsewhere(let threats): "(\(threats.ids.count))"
    case .absent(let reason): "r\(reason + 1)"
    case .gap: "**gap**"
    }
  }

  private func escaped(_ words: String) -> String { MarkdownInline.escaped(words) }
}
