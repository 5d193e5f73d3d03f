// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The text of an issue in Markdown, for GitHub and GitLab.
enum MarkdownIssue {
  /// The longest text that both sites take is 65,536 characters; what is longer ends in a sentence about it.
  private static let limit = 60_000

  /// The text, with the key of the issue in a comment that nobody sees and a search finds.
  static func text(of issue: TrackedIssue) -> String {
    var writer = MarkdownWriter()
    for section in issue.sections {
      writer.heading(section.heading, level: 3)
      for paragraph in section.paragraphs { writer.paragraph(paragraph) }
    }
    var text = writer.text
    if text.utf8.count > limit {
      var cut = String(decoding: text.utf8.prefix(limit), as: UTF8.self)
      // Not amid an escape.
      while let last = cut.last, !last.isWhitespace { cut.removeLast() }
      text = cut + "\n\nThe rest stands in the model.\n"
    }
    return text + "\n<!-- \(issue.key) -->\n"
  }
}

/// Issues for GitHub and GitLab: an array of what their REST interfaces take, each with its key.
///
///     [{ "key": "tm:order.tampering", "title": …, "body": …, "labels": ["threat-model", …] }]
enum MarkdownIssues {
  /// Whose interface it is.
  enum Site {
    case gitHub
    case gitLab
  }

  static func bytes(of issues: [TrackedIssue], for site: Site) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      for issue in issues {
        writer.object { writer in
          writer.field("key", issue.key)
          writer.field("title", MarkdownReference.broken(issue.title))
          let text = MarkdownIssue.text(of: issue)
          switch site {
          case .gitHub:
            writer.field("body", text)
            writer.field("labels", issue.labels)
          case .gitLab:
            writer.field("description", text)
            writer.field("labels", issue.labels.joined(separator: ","))
          }
        }
      }
    }
    return writer.takeBytes()
  }
}
