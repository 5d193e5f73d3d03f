// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff

/// What the first page says of an earlier version.
struct ChangesSummary {
  private let phrases: ReportPhrases

  /// How many changes the page names.
  private static let limit = 6

  init(_ phrases: ReportPhrases) { self.phrases = phrases }

  var blocks: [ReportBlock] {
    guard let changes = phrases.source.changes else {
      return [
        .note(
          .information,
          [
            .words("Not compared with an earlier version: "), .code("tm report --since REVISION"),
            .words(" says here what changed."),
          ])
      ]
    }
    let difference = changes.difference
    let headline: [ReportText] = [
      .strong("Since "), .code(changes.since), .words(": \(DifferenceHeadline.text(difference))."),
    ]
    // What grew the risk comes first.
    let threats =
      difference.threats.filter { !$0.growth.isEmpty }
      + difference.threats.filter { $0.growth.isEmpty }
    let listed = threats.prefix(Self.limit)
    if listed.isEmpty { return [.paragraph(headline)] }
    let words = DifferenceWords(difference)
    var items = listed.map { change -> [ReportText] in
      let id: ReportText =
        change.new == nil ? .code(change.id) : .reference(change.id, to: .threat(change.id))
      let weight: [ReportText] = change.growth.isEmpty ? [] : [.strong(" risk grew")]
      return [.words("\(change.kind.label): "), id, .words(" (")] + words.transition(change)
        + [.words(")")] + weight
    }
    let rest = threats.count - listed.count
    if rest > 0 {
      items.append([
        .words("and \(ReportPhrases.count(rest, "more threat", "more threats")) that differ; "),
        .code("tm diff"), .words(" lists all of them"),
      ])
    }
    return [.paragraph(headline), .list(items)]
  }
}
