// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport

/// A Markdown file of sessions at a console.
///
/// Under each heading stands a session with a folder of its own: `tm file=…` blocks are written to
/// it, `console` blocks hold commands and what they answer:
///
///     $ tm lint pump.tm
///     a line of standard output
///     ! a line of standard error
///     [1]
///
/// The last line is the exit status, left out for 0. The path of the folder shows as `$PWD`, and the number of
/// rules that wait as `N`: it is different with every new rule.
struct ConsoleFile: Sendable, CustomStringConvertible {
  let path: String
  var description: String { path }

  static let folder = "Tests/TMCommandLineTests/Cases"

  /// All of them, or the one that `TM_CONSOLE` names: `TM_CONSOLE=trace`.
  static let all = Repository.files(under: folder, extension: "md").filter { path in
    guard let name = ProcessInfo.processInfo.environment["TM_CONSOLE"] else { return true }
    return path == "\(folder)/\(name).md"
  }.map(ConsoleFile.init)

  private init(path: String) { self.path = path }

  /// A `console` block with what its commands answer now.
  struct Answer {
    let heading: String
    let block: MarkdownBlock
    let text: String
  }

  /// Runs all sessions of the file.
  func run() throws -> [Answer] {
    var answers: [Answer] = []
    var folder = try TemporaryFolder()
    var heading: String?
    for block in MarkdownBlock.blocks(in: try Repository.text(path)) {
      if block.heading != heading {
        folder = try TemporaryFolder()
        heading = block.heading
      }
      switch block.language {
      case "console":
        let text = try Self.transcript(block.text, in: folder)
        answers.append(Answer(heading: block.heading, block: block, text: text))
      default:
        if let file = block.file { try folder.write(block.text, to: file) }
      }
    }
    return answers
  }

  /// Puts the answers into the file.
  func rewrite(_ answers: [Answer]) throws {
    let text = try Repository.text(path)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for answer in answers.reversed() {
      let content = answer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      lines.replaceSubrange(answer.block.lines, with: content.map(String.init))
    }
    let new = lines.joined(separator: "\n")
    if new != text { try Repository.write(new, to: path) }
  }

  /// The commands of a block with what they answer.
  private static func transcript(_ block: String, in folder: TemporaryFolder) throws -> String {
    var result = ""
    for line in block.split(separator: "\n") where line.hasPrefix("$ ") {
      let run = try ShellRun(String(line.dropFirst(2)), in: folder.path)
      var answer = lines(run.output, prefix: "") + lines(run.error, prefix: "! ")
      if run.status != 0 { answer += "[\(run.status)]\n" }
      answer = answer.replacing(folder.path, with: "$PWD")
      result +=
        line + "\n" + answer.replacing(/(?m)^[0-9]+ rules that look/, with: "N rules that look")
    }
    return result
  }

  private static func lines(_ text: String, prefix: String) -> String {
    let pieces = text.split(separator: "\n", omittingEmptySubsequences: false)
    let complete = text.hasSuffix("\n") || text.isEmpty ? pieces.dropLast() : pieces[...]
    return complete.map { $0.isEmpty && !prefix.isEmpty ? "!\n" : "\(prefix)\($0)\n" }.joined()
  }
}
