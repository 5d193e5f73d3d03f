// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

/// Every command answers the same bytes in every run, in any language and any time zone.
@Suite("Output is a function of input")
struct DeterminismTests {
  /// What is run on each example; each writes to standard output.
  private static let commands = [
    "lint --format human --date 2026-06-01", "lint --format concise --date 2026-06-01",
    "lint --format json --date 2026-06-01", "threats", "threats --format json",
    "threats --format csv", "threats --summary", "render", "render --format dot",
    "render --format pdf", "render --format png --scale 1", "render --depth 1 --overlay none",
    "render --format mermaid", "report --format markdown",
  ]

  @Test("for each command on each example", arguments: CompiledSample.examples, commands)
  func same(_ example: String, _ command: String) throws {
    let model = Repository.path("examples/\(example)/\(example).tm")
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      """
      tm \(command) '\(model)' > first; tm \(command) '\(model)' > second
      LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8 TZ=Asia/Tokyo tm \(command) '\(model)' > third
      cmp first second && cmp first third && wc -c < first
      """, in: folder.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.error.isEmpty)
  }

  @Test("for the formatter and a new model")
  func writers() throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      """
      mkdir a b; tm init a > /dev/null; LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo tm init b > /dev/null
      cmp a/model.tm b/model.tm
      tm fmt - < a/model.tm > first; LC_ALL=tr_TR.UTF-8 tm fmt - < a/model.tm > second
      cmp first second
      """, in: folder.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
  }
}
