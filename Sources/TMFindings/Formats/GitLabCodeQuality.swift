// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes findings as the code quality report of GitLab, which merge requests show.
///
/// The severity of a finding that leaves a rated risk standing is that of the risk.
package enum GitLabCodeQuality {
  /// A JSON array with one object a finding, as UTF-8.
  package static func bytes(of report: LintReport) -> [UInt8] {
    var locator = SourceLocator(report.sources)
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      let fingerprints = Fingerprint.all(of: report.diagnostics)
      for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
        let region = LineRegion(diagnostic.primary.range, &locator)
        let message = TerminalText.sanitised(diagnostic.message)
        writer.object { writer in
          writer.field("description", "\(message) (\(TerminalText.sanitised(diagnostic.rule)))")
          writer.field("check_name", diagnostic.rule)
          writer.field("fingerprint", fingerprint.text)
          writer.field("severity", severity(of: diagnostic))
          writer.object("location") { writer in
            writer.field("path", report.path(of: diagnostic.primary.range.file))
            writer.object("lines") { $0.field("begin", region.line) }
          }
        }
      }
    }
    return writer.takeBytes()
  }

  private static func severity(of diagnostic: Diagnostic) -> String {
    switch diagnostic.risk?.severity {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case nil:
      switch diagnostic.severity {
      case .error: "critical"
      case .warning: "major"
      case .note: "info"
      }
    }
  }
}
