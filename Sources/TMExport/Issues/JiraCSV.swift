// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Issues for Jira's import of CSV, with texts in its wiki markup.
///
/// The import takes several columns of one name for a field with several values.
enum JiraCSV {
  static func bytes(of issues: [TrackedIssue]) -> [UInt8] {
    let labels = issues.map(\.labels.count).max() ?? 0
    var writer = CSVWriter()
    writer.record(
      ["Summary", "Issue Type", "Priority", "Description", "External ID"]
        + [CSVField](repeating: "Labels", count: labels + 1))
    for issue in issues {
      let fields: [CSVField] = [
        .text(issue.title), "Task", .text(priority(issue)), .text(JiraMarkup.text(of: issue)),
        .text(issue.key),
      ]
      var all = (issue.labels + [issue.key]).map { CSVField.text($0) }
      while all.count < labels + 1 { all.append(.empty) }
      writer.record(fields + all)
    }
    return writer.takeBytes()
  }

  /// A priority of Jira's default scheme; Medium is what an issue has that nobody rated.
  private static func priority(_ issue: TrackedIssue) -> String {
    switch issue.severity {
    case .critical?: "Highest"
    case .high?: "High"
    case .medium?, nil: "Medium"
    case .low?: "Low"
    case .none?: "Lowest"
    }
  }
}

/// The text of an issue in Jira's wiki markup.
enum JiraMarkup {
  static func text(of issue: TrackedIssue) -> String {
    issue.sections.map { section in
      // A character of no width keeps `h1.` and `bq.` from standing at the start of a line.
      let lines = section.paragraphs.map { "\u{200B}" + escaped($0) }
      return "h3. \(section.heading)\n\n" + lines.joined(separator: "\n\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// One line with nothing in it that the markup obeys: no formatting, no link, no person, no smiley.
  static func escaped(_ words: String) -> String {
    var result = ""
    var before: Unicode.Scalar = " "
    let scalars = Array(MarkdownReference.broken(TerminalText.sanitised(words)).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      // Two of them are a line end, so one is written as a reference.
      case "\\": result += "&#92;"
      case "&": result += "&amp;"
      case "{", "}", "[", "]", "*", "_", "^", "~", "!", "|", "(", "?": result += "\\\(scalar)"
      case "-", "+", "#", "@":
        let isInWord = before.properties.isAlphabetic || before.properties.numericType != nil
        result += isInWord ? "\(scalar)" : "\\\(scalar)"
      case ":", ";":
        result.unicodeScalars.append(scalar)
        if [")", "(", "D", "P"].contains(next) { result += "\u{200B}" }
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }
}
