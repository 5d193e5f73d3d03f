// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints what lies between two vectors of which one at least is not of CVSS.
enum RatingComparisonText {
  static func text(
    of before: ScoreVector, _ after: ScoreVector, width: Int, colouring: Colouring
  ) -> String {
    var output = "before  \(before.text)\nafter   \(after.text)\n\n"
    var bars = ScoreBarTable()
    bars.append("before", before.score, before.severity)
    bars.append("after", after.score, after.severity)
    output += bars.text(width: width, colouring) + "\n"
    guard let old = before.rating, let new = after.rating, isComparable(before, after) else {
      let reason = "the scores cannot be subtracted: the vectors measure on different scales"
      return output + RatingText.note(reason, width, colouring)
    }
    let difference = after.score.tenths - before.score.tenths
    let size = Score(tenths: abs(difference))
    let score =
      difference == 0
      ? "the score stays" : "the score \(difference < 0 ? "falls" : "rises") by \(size)"
    let severity =
      before.severity == after.severity
      ? "the severity stays \(after.severity.rawValue)"
      : "the severity goes from \(before.severity.rawValue) to \(after.severity.rawValue)"
    output += colouring.paint("\(score), \(severity)", .strong) + "\n"
    let changes = changes(old.ratings, new.ratings)
    if changes.isEmpty { return output + "No metric differs.\n" }
    var table = TerminalTable([
      .init("metric"), .init("before", .right), .init("after", .right), .init("title"),
    ])
    for change in changes {
      table.append([
        .init(change.name), .init(change.before), .init(change.after), .init(change.title),
      ])
    }
    return output + "\n" + table.text(width: width, colouring: colouring)
  }

  private static func isComparable(_ before: ScoreVector, _ after: ScoreVector) -> Bool {
    switch (before, after) {
    case (.dread(let before), .dread(let after)): before.scale == after.scale
    case (.owasp, .owasp): true
    default: false
    }
  }

  private struct Change {
    let name: String
    let title: String
    let before: String
    let after: String
  }

  private static func changes(_ before: [RatedMetric], _ after: [RatedMetric]) -> [Change] {
    // Of OWASP, either may lack an impact.
    let names = before + after.filter { rating in !before.contains { $0.name == rating.name } }
    return names.compactMap { rating in
      let old = before.first { $0.name == rating.name }?.points
      let new = after.first { $0.name == rating.name }?.points
      if old == new { return nil }
      return Change(
        name: rating.name, title: rating.title, before: old.map(String.init) ?? "–",
        after: new.map(String.init) ?? "–")
    }
  }
}
