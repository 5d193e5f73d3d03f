// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints what lies between two CVSS vectors for a person: what a measure bought.
package enum CVSSComparisonText {
  package static func text(
    of before: any CVSSVector, _ after: any CVSSVector, width: Int, colouring: Colouring
  ) -> String {
    var output = "before  \(before.text)\nafter   \(after.text)\n\n"
    var bars = ScoreBarTable()
    bars.append("before", before.score, before.severity)
    bars.append("after", after.score, after.severity)
    output += bars.text(width: width, colouring) + "\n"
    guard let comparison = CVSSComparison(before, after) else {
      return output
        + paragraph(
          "The scores cannot be subtracted: \(before.version.title) and \(after.version.title) "
            + "measure on different scales. Score both vectors in one version.", width)
    }
    output += colouring.paint(verdict(comparison, before, after), .strong) + "\n"
    if let note = basisNote(before, after) { output += paragraph(note, width) }
    guard !comparison.changes.isEmpty else { return output + "No metric differs.\n" }
    output +=
      "\n" + changes(of: comparison, before.version).text(width: width, colouring: colouring)
    return output + "\n"
      + paragraph("alone: how the score before changes if this metric alone changes", width)
  }

  private static func paragraph(_ text: String, _ width: Int) -> String {
    TextWrapping.lines(of: text, width: width).map { $0 + "\n" }.joined()
  }

  private static func verdict(
    _ comparison: CVSSComparison, _ before: any CVSSVector, _ after: any CVSSVector
  ) -> String {
    let tenths = comparison.difference.tenths
    let size = ScoreDifference(tenths: abs(tenths))
    let score =
      tenths == 0
      ? "the score stays at \(after.score)"
      : "the score \(tenths < 0 ? "falls" : "rises") by \(size)"
    let severity =
      before.severity == after.severity
      ? "the severity stays \(after.severity.rawValue)"
      : "the severity goes from \(before.severity.rawValue) to \(after.severity.rawValue)"
    return score + ", " + severity
  }

  /// What to know where the two scores do not rest on the same groups of metrics.
  private static func basisNote(_ before: any CVSSVector, _ after: any CVSSVector) -> String? {
    let (old, new) = (before.groupScores.map(\.name), after.groupScores.map(\.name))
    guard old != new, let first = old.last, let second = new.last else { return nil }
    return "The score before is the \(first) score, the one after the \(second) score."
  }

  private static func changes(
    of comparison: CVSSComparison, _ version: CVSSVersion
  ) -> TerminalTable {
    var table = TerminalTable([
      .init("metric"), .init("before"), .init("after"), .init("alone", .right), .init("title"),
    ])
    for change in comparison.changes {
      table.append([
        .init(change.metric.name), .init(words(change.before, version)),
        .init(words(change.after, version)),
        .init(
          change.alone?.description ?? "–", change.alone.map { $0.tenths < 0 ? .strong : .frame }),
        .init(change.metric.title),
      ])
    }
    return table
  }

  private static func words(_ value: CVSSMetric.Value?, _ version: CVSSVersion) -> String {
    value.map { "\($0.name) \($0.word)" } ?? "\(version.undefinedValue) not defined"
  }
}
