// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes findings as workflow commands, which GitHub Actions shows beside the changed lines.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word: so
/// no more are written, and `hidden` counts the rest. Errors come first.
package struct GitHubAnnotations: Sendable {
  /// How many annotations of one severity GitHub shows of one step.
  package static let limit = 10

  /// The commands, one a line.
  package let text: String
  /// How many findings have no command.
  package let hidden: Int

  package init(_ report: LintReport) {
    var locator = SourceLocator(report.sources)
    var text = ""
    var shown = 0
    for severity in Severity.allCases.sorted(by: >) {
      let findings = report.diagnostics.filter { $0.severity == severity }.prefix(Self.limit)
      shown += findings.count
      for diagnostic in findings { text += Self.command(diagnostic, report, &locator) }
    }
    self.text = text
    hidden = report.diagnostics.count - shown
  }

  private static func command(
    _ diagnostic: Diagnostic, _ report: LintReport, _ locator: inout SourceLocator
  ) -> String {
    let region = LineRegion(diagnostic.primary.range, &locator)
    let properties = [
      "file=" + property(report.path(of: diagnostic.primary.range.file)),
      "line=\(region.line)", "endLine=\(region.line)",
      "col=\(region.column)", "endColumn=\(region.endColumn)",
      "title=" + property(diagnostic.rule),
    ]
    var lines = [diagnostic.message]
    if let label = diagnostic.primary.text { lines.append(label) }
    lines += diagnostic.notes.map { "note: \($0)" } + diagnostic.help.map { "help: \($0)" }
    return "::\(name(of: diagnostic.severity)) \(properties.joined(separator: ","))::"
      + lines.map(data).joined(separator: "%0A") + "\n"
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// The words as the runner reads them behind the last `::`.
  private static func data(_ words: String) -> String { escaped(words, "%") }

  /// The words as the runner reads them between the commas of a command.
  private static func property(_ words: String) -> String { escaped(words, "%:,") }

  /// The words on one line, those characters as the runner escapes them.
  private static func escaped(_ words: String, _ special: String) -> String {
    var result = ""
    // Scalar by scalar: a mark that combines with a colon hides it in a `Character`.
    for scalar in TerminalText.sanitised(words).unicodeScalars {
      if special.unicodeScalars.contains(scalar) {
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
