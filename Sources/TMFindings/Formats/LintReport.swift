// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// The findings of one run with what the formats for pull requests say about them.
package struct LintReport: Sendable {
  package let diagnostics: [Diagnostic]
  package let sources: SourceSet
  /// The path of each file from the root of the repository, by the index of the file; absolute where
  /// the file lies outside of it.
  package let paths: [String]
  /// Every rule and check, in the order of the handbook.
  package let rules: [RuleDescription]
  /// The least severity for which the run fails.
  package let failing: Severity
  package let toolVersion: String
  package let models: [ReportedModel]
  /// The page of a rule or check as Markdown.
  package let help: @Sendable (RuleDescription) -> String

  /// - Parameters:
  ///   - paths: one for each file of `sources`.
  ///   - help: the page of a rule or check as Markdown.
  package init(
    _ diagnostics: [Diagnostic], in sources: SourceSet, of models: [ReportedModel],
    paths: [String], rules: [RuleDescription], failing: Severity, toolVersion: String,
    help: @escaping @Sendable (RuleDescription) -> String
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.paths = paths
    self.rules = rules
    self.failing = failing
    self.toolVersion = toolVersion
    self.help = help
    self.models = models
  }

  /// The report about one model, whose files are those of `sources` in their order.
  package init(
    _ diagnostics: [Diagnostic], in sources: SourceSet, of model: Model, paths: [String],
    rules: [RuleDescription], failing: Severity, toolVersion: String,
    help: @escaping @Sendable (RuleDescription) -> String
  ) {
    self.init(
      diagnostics, in: sources,
      of: [ReportedModel(model, files: sources.files.map(\.id), about: diagnostics)],
      paths: paths, rules: rules, failing: failing, toolVersion: toolVersion, help: help)
  }

  /// The path of a file as it stands in a report.
  package func path(of file: FileID) -> String {
    let index = Int(file.index)
    return index < paths.count ? paths[index] : sources[file].path
  }
}
