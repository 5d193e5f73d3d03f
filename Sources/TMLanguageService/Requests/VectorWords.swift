// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring

/// A score vector metric by metric in words.
enum VectorWords {
  static func markdown(_ text: String) -> String? {
    guard let vector = try? ScoreVector(parsing: text) else { return nil }
    let heading =
      "**\(vector.score)** — \(vector.severity.rawValue), \(vector.scheme.title)"
    var rows: [String] = []
    if let cvss = vector.cvss {
      rows = cvss.choices.map { choice in
        let word = choice.value?.word ?? "not defined"
        return "- \(choice.metric.title): \(word)"
      }
    } else if let rating = vector.rating {
      rows = rating.ratings.map { "- \($0.title): \($0.points) — \(Markdown.plain($0.meaning))" }
    }
    return ([heading, ""] + rows).joined(separator: "\n")
  }
}
