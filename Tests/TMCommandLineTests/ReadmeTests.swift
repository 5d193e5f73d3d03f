// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

/// The sessions that the README and the guides show are what the program answers.
@Suite struct ReadmeTests {
  /// A command with the answer that stands behind it.
  private struct Step {
    let command: String
    /// The lines of the block that the answer takes up, counted from its first.
    var lines: Range<Int>
    var answer: [String]

    /// Whether only the start of the answer is shown.
    var isCut: Bool { answer.last == Self.cut }

    static let cut = "…"

    /// The lines to show of what a run printed.
    func shown(of output: String) -> [String] {
      var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return isCut ? lines.prefix(answer.count - 1) + [Self.cut] : lines
    }
  }

  @Test(arguments: [
    "README.md",
    "docs/agents.md",
    "docs/approvals.md",
    "docs/baseline.md",
    "docs/checks/stale-baseline.md",
    "docs/checks/wrong-approvals.md",
    "docs/diff.md",
    "docs/formats.md",
    "docs/import.md",
    "docs/interchange/cyclonedx.md",
    "docs/interchange/drawio.md",
    "docs/interchange/mermaid.md",
    "docs/interchange/otm.md",
    "docs/interchange/pytm.md",
    "docs/interchange/tb7.md",
    "docs/interchange/threagile.md",
    "docs/interchange/threat-composer.md",
    "docs/interchange/threat-dragon.md",
    "docs/interchange/tm-bom.md",
    "docs/interchange/tm7.md",
    "docs/methods.md",
    "docs/moving/pytm.md",
    "docs/moving/threagile.md",
    "docs/moving/threat-dragon.md",
    "docs/moving/threat-modeling-tool.md",
    "docs/report-data.md",
    "docs/scoring.md",
    "docs/traceability.md",
  ])
  func theSessionsAreAnsweredAsShown(_ page: String) throws {
    let text = try Repository.text(page)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let folder = try TemporaryFolder()
    var changes: [(lines: Range<Int>, content: [String])] = []
    let blocks = MarkdownBlock.blocks(in: text)
    for block in blocks {
      if let file = block.file { try folder.write(block.text, to: file) }
    }
    for block in blocks where block.language == "console" {
      for step in Self.steps(of: block.text) {
        let run = try ShellRun(step.command, in: folder.path)
        #expect(run.status < 2, "`\(step.command)` failed: \(run.error)")
        let shown = step.shown(of: run.output + run.error)
        let place = block.lines.lowerBound
        changes.append(
          (place + step.lines.lowerBound..<place + step.lines.upperBound, shown))
        if Repository.updatesSnapshots { continue }
        #expect(
          step.answer == shown,
          "`\(step.command)` in \(page); TM_UPDATE_SNAPSHOTS=1 rewrites it, to be read then")
      }
    }
    #expect(changes.count > 2)
    guard Repository.updatesSnapshots else { return }
    for change in changes.reversed() { lines.replaceSubrange(change.lines, with: change.content) }
    try Repository.write(lines.joined(separator: "\n"), to: page)
  }

  private static func steps(of block: String) -> [Step] {
    var steps: [Step] = []
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("$ ") {
        let command = String(line.dropFirst(2))
        steps.append(Step(command: command, lines: number + 1..<number + 1, answer: []))
      } else if !steps.isEmpty {
        steps[steps.count - 1].answer.append(String(line))
        steps[steps.count - 1].lines = steps[steps.count - 1].lines.lowerBound..<number + 1
      }
    }
    return steps
  }
}
