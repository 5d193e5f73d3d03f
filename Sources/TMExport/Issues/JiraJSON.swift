// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Issues for Jira's REST interface, version 3: the body of `POST /rest/api/3/issue/bulk`.
///
/// The project is left to whoever sends it. Texts are nodes of the Atlassian Document Format, in which nothing
/// is markup; the key of an issue is one of its labels.
enum JiraJSON {
  static func bytes(of issues: [TrackedIssue]) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.array("issueUpdates") { writer in
        for issue in issues {
          writer.object { writer in
            writer.object("fields") { writer in write(issue, to: &writer) }
          }
        }
      }
    }
    return writer.takeBytes()
  }

  private static func write(_ issue: TrackedIssue, to writer: inout JSONWriter) {
    writer.field("summary", issue.title)
    writer.object("issuetype") { writer in writer.field("name", "Task") }
    writer.field("labels", issue.labels + [issue.key])
    writer.object("description") { writer in
      writer.field("type", "doc")
      writer.field("version", 1)
      writer.array("content") { writer in
        for section in issue.sections {
          write("heading", section.heading, to: &writer)
          for paragraph in section.paragraphs { write("paragraph", paragraph, to: &writer) }
        }
      }
    }
  }

  private static func write(_ type: String, _ text: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", type)
      if type == "heading" {
        writer.object("attrs") { writer in writer.field("level", 3) }
      }
      writer.array("content") { writer in
        writer.object { writer in
          writer.field("type", "text")
          writer.field("text", TerminalText.sanitised(text))
        }
      }
    }
  }
}
