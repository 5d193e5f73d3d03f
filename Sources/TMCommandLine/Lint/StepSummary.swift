// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMFindings

/// The summary of a step of GitHub Actions.
enum StepSummary {
  private static let variable = "GITHUB_STEP_SUMMARY"

  /// Adds the table of all findings to the summary, if there is one, and says on standard error how many
  /// findings are no annotations.
  static func write(_ report: LintReport, _ console: Console) throws(CommandFailure) {
    let path = getenv(variable).map { String(cString: $0) } ?? ""
    if !path.isEmpty {
      try FileWriter.append(path, Array(GitHubSummary.text(of: report).utf8))
    }
    let hidden = GitHubAnnotations(report).hidden
    guard hidden > 0 else { return }
    let place =
      path.isEmpty
      ? "`\(variable)` names no file for them" : "the summary of the step lists all of them"
    let (findings, are) = hidden == 1 ? ("finding", "is") : ("findings", "are")
    try console.error.show(
      "\(hidden) more \(findings) \(are) not annotated, since GitHub shows "
        + "\(GitHubAnnotations.limit) of a severity; \(place)\n")
  }
}
