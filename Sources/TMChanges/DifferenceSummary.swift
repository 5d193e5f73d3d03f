// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMDocument

/// A difference for the first page of a report.
package enum DifferenceSummary {
  /// How many changes the page names.
  private static let limit = 6

  /// - Parameter since: what names the earlier version.
  package static func changes(_ difference: ModelDifference, since: String) -> ReportChanges {
    // What grew the risk comes first.
    let threats =
      difference.threats.filter { !$0.growth.isEmpty }
      + difference.threats.filter { $0.growth.isEmpty }
    let listed = threats.prefix(limit)
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
        .words("and \(rest) more \(rest == 1 ? "threat that differs" : "threats that differ"); "),
        .code("tm diff"), .words(" lists all of them"),
      ])
    }
    return ReportChanges(
      since: since, headline: DifferenceHeadline.text(difference), items: items)
  }
}
