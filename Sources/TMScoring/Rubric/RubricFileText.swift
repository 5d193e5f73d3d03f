// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension RubricRecord {
  /// The record as a file of answers holds it, with each question above its answer.
  package var fileText: String {
    var text = "# Answers to the MITRE rubric for applying CVSS to medical devices.\n"
    if !id.isEmpty {
      text += "[\(Self.line(id))]" + (title.isEmpty ? "" : " \(Self.line(title))") + "\n"
    }
    if let published { text += "published: \(published.text)\n" }
    for reason in because { text += "because: \(Self.line(reason))\n" }
    for metric in RubricMetric.allCases {
      let given = answers.given.filter { $0.question.metric == metric }
      if given.isEmpty { continue }
      text += "\n# \(metric.title)\n"
      for reason in given {
        text += "# \(reason.question.text)\n\(reason.question.code): \(reason.answer.rawValue)\n"
      }
    }
    return text
  }

  /// A text that stays on its line.
  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
