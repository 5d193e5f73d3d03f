// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A case of a Markdown file: the `tm` blocks up to a `text` block, and what that expects.
package struct LiterateCase: Sendable, CustomStringConvertible {
  /// The Markdown file and the heading of the case.
  package let description: String
  /// The files of the case, the root first; a block without `file=` is `model.tm`.
  package let files: [(path: String, text: String)]
  /// The content of the `text` block; nil where it is missing.
  package let expected: String?
}

/// A Markdown file of cases: prose, `tm` blocks, and a `text` block with the answer to them.
///
/// A file that stands under `Tests/Cases` is found by itself; a new case needs no Swift.
package struct LiterateFile: Sendable, CustomStringConvertible {
  package let path: String
  package var description: String { path }

  /// All files of cases below a folder of the repository.
  package static func all(under folder: String) -> [LiterateFile] {
    Repository.files(under: folder, extension: "md").map(LiterateFile.init)
  }

  package init(path: String) { self.path = path }

  package func cases() throws -> [LiterateCase] {
    Self.groups(try Repository.text(path)).map { group in
      LiterateCase(
        description: "\(path): \(group.heading)",
        files: group.models.map { ($0.file ?? "model.tm", $0.text) },
        expected: group.answer?.text)
    }
  }

  /// Runs every case and hands each with its answer to `compare`.
  ///
  /// With `TM_UPDATE_SNAPSHOTS=1` the file is rewritten with the answers instead.
  package func run(
    _ answer: (LiterateCase) throws -> String, compare: (LiterateCase, String) -> Void
  ) throws {
    let answers = try cases().map { ($0, try answer($0)) }
    if Repository.updatesSnapshots { return try rewrite(answers.map(\.1)) }
    for (literateCase, text) in answers { compare(literateCase, text) }
  }

  private func rewrite(_ answers: [String]) throws {
    let text = try Repository.text(path)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (group, answer) in zip(Self.groups(text), answers).reversed() {
      let content = answer.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(answer.hasSuffix("\n") ? 1 : 0).map(String.init)
      if let block = group.answer {
        lines.replaceSubrange(block.lines, with: content)
      } else if let last = group.models.last {
        let place = last.lines.upperBound + 1
        lines.insert(contentsOf: ["", "```text"] + content + ["```"], at: place)
      }
    }
    let new = lines.joined(separator: "\n")
    if new != text { try Repository.write(new, to: path) }
  }

  private struct Group {
    let heading: String
    var models: [MarkdownBlock]
    var answer: MarkdownBlock?
  }

  /// A case starts with the first `tm` block under a heading or behind an answer.
  private static func groups(_ markdown: String) -> [Group] {
    var groups: [Group] = []
    for block in MarkdownBlock.blocks(in: markdown) {
      let isOpen = groups.last.map { $0.answer == nil && $0.heading == block.heading } ?? false
      switch block.language {
      case "tm" where isOpen: groups[groups.count - 1].models.append(block)
      case "tm": groups.append(Group(heading: block.heading, models: [block]))
      case "text" where isOpen: groups[groups.count - 1].answer = block
      default: continue
      }
    }
    return groups
  }
}
