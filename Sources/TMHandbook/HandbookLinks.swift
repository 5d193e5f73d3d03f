// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The links of a Markdown text.
package enum HandbookLinks {
  /// The text with the links to other files and headings turned into their texts; code stays as it is.
  static func withoutRelative(_ markdown: String) -> String {
    var isCode = false
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode ? String(line) : plain(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func plain(_ line: Substring) -> String {
    var output = ""
    var rest = line
    while let first = rest.first {
      if let link = MarkdownMarks.link(in: rest), !link.address.contains("://") {
        output += link.text
        rest = link.behind
      } else {
        output.append(first)
        rest = rest.dropFirst()
      }
    }
    return output
  }
}
