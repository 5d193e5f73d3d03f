// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMModel
import TMSource

extension LintRun {
  /// The findings as the formats for pull requests get them; every file has the path it shows.
  ///
  /// - Parameter checks: what the program finds beside its rules.
  package func report(
    failing: Severity = .warning, checks: [RuleDescription] = []
  ) -> LintReport {
    LintReport(
      diagnostics, in: sources, of: model, paths: sources.files.map(\.path),
      rules: RuleDescription.all(of: model, checks: checks), failing: failing, toolVersion: "1.2.3",
      help: { "# \($0.name)\n" })
  }

  /// As `report`, with the rules alone that found something.
  package func shortReport() -> LintReport {
    let names = Set(diagnostics.map(\.rule))
    return LintReport(
      diagnostics, in: sources, of: model, paths: sources.files.map(\.path),
      rules: RuleDescription.all(of: model, checks: []).filter { names.contains($0.name) },
      failing: .warning, toolVersion: "1.2.3", help: { "# \($0.name)\n" })
  }
}
