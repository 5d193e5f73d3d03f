// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes all findings as a table for the summary of a step of GitHub Actions.
package enum GitHubSummary {
  /// GitHub takes 1 MiB of a step, and nothing of a summary that is larger.
  private static let sizeLimit = 900_000

  /// The table as Markdown, errors first; empty without findings.
  package static func text(of report: LintReport) -> String {
    guard !report.diagnostics.isEmpty else { return "" }
    var locator = SourceLocator(report.sources)
    var writer = MarkdownWriter()
    writer.heading("Threat model: \(DiagnosticTally(report.diagnostics).counts)", level: 3)
    writer.tableHead(["severity", "rule", "place", "finding"])
    let ordered = Severity.allCases.sorted(by: >).flatMap { severity in
      report.diagnostics.filter { $0.severity == severity }
    }
    for (index, diagnostic) in ordered.enumerated() {
      guard writer.text.utf8.count < sizeLimit else {
        writer.paragraph("\(ordered.count - index) more findings are left out.")
        break
      }
      let region = LineRegion(diagnostic.primary.range, &locator)
      let path = report.path(of: diagnostic.primary.range.file)
      let text = [diagnostic.message] + diagnostic.help.map { "help: \($0)" }
      writer.row([
        diagnostic.severity.rawValue, diagnostic.rule, "\(path):\(region.line)",
        text.map { TerminalText.condensed($0, to: 2000) }.joined(separator: "\n"),
      ])
    }
    return writer.text + "\n"
  }
}
