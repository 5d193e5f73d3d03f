// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A fenced block of a Markdown text.
package struct MarkdownBlock: Sendable {
  /// The word behind the fence: `tm`, `text`; empty where there is none.
  package let language: String
  /// What follows `file=` behind the fence.
  package let file: String?
  /// The other words behind the fence.
  package let options: [String]
  /// The heading that the block stands under, without its marks.
  package let heading: String
  package let text: String
  /// The zero-based lines of the Markdown text that the content takes up.
  package let lines: Range<Int>

  /// The blocks of a text, in order.
  package static func blocks(in markdown: String) -> [MarkdownBlock] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    var blocks: [MarkdownBlock] = []
    var heading = ""
    var fence: (start: Int, marks: Substring, info: [Substring])?
    for (number, line) in lines.enumerated() {
      if let open = fence {
        guard line.hasPrefix(open.marks), line.allSatisfy({ $0 == "`" }) else { continue }
        let content = open.start + 1..<number
        blocks.append(
          MarkdownBlock(
            language: open.info.first.map(String.init) ?? "",
            file: open.info.lazy.compactMap(Self.file).first,
            options: open.info.dropFirst().filter { Self.file($0) == nil }.map(String.init),
            heading: heading,
            text: lines[content].map { $0 + "\n" }.joined(), lines: content))
        fence = nil
      } else if line.hasPrefix("```") {
        let marks = line.prefix { $0 == "`" }
        fence = (number, marks, line.dropFirst(marks.count).split(separator: " "))
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" }.drop { $0 == " " })
      }
    }
    return blocks
  }

  private static func file(_ word: Substring) -> String? {
    word.hasPrefix("file=") ? String(word.dropFirst(5)) : nil
  }
}
