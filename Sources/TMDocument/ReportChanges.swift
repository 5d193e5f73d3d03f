// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is different from an earlier version of the model, for the first page.
package struct ReportChanges: Sendable {
  /// What names the earlier version: a revision, a file.
  package let since: String
  /// One sentence without a full stop.
  package let headline: String
  /// The changes that weigh most, the first first.
  package let items: [[ReportText]]

  package init(since: String, headline: String, items: [[ReportText]]) {
    self.since = since
    self.headline = headline
    self.items = items
  }

  /// What the first page says; nil is that nobody named an earlier version.
  static func blocks(_ changes: ReportChanges?) -> [ReportBlock] {
    guard let changes else {
      return [
        .note(
          .information,
          [
            .words("Not compared with an earlier version: "), .code("tm report --since REVISION"),
            .words(" says here what changed."),
          ])
      ]
    }
    let headline: [ReportText] = [
      .strong("Since "), .code(changes.since), .words(": \(changes.headline)."),
    ]
    return [.paragraph(headline)] + (changes.items.isEmpty ? [] : [.list(changes.items)])
  }
}
