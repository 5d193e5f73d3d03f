// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes findings as SARIF 2.1.0 with all that GitHub code scanning shows.
///
/// A result has its place on one line, its other places linked from the message, the way of the data for a
/// finding about a flow, its fix, and two fingerprints: `primaryLocationLineHash` as GitHub computes it, and
/// the position-free one of `Fingerprint` under `drawbridge/v1`. Rules are as `SARIFRules` says. No
/// absolute path and no time enters a report about files of the repository.
package enum SARIFDiagnostics {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// The base that paths of the repository are relative to.
  static let sourceRoot = "%SRCROOT%"

  /// The findings in the order of the report, as UTF-8.
  package static func bytes(of report: LintReport) -> [UInt8] {
    let rules = SARIFRules(report)
    var results = SARIFResultWriter(report, rules)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("$schema", schema)
      writer.field("version", "2.1.0")
      writer.array("runs") { writer in
        writer.object { writer in
          writer.object("tool") { writer in
            writer.object("driver") { writer in
              writer.field("name", "Drawbridge")
              writer.field("semanticVersion", report.toolVersion)
              writer.array("rules") { rules.write(to: &$0) }
            }
          }
          // A character is a Unicode scalar everywhere in this program.
          writer.field("columnKind", "unicodeCodePoints")
          writer.object("originalUriBaseIds") { writer in
            writer.object("%SRCROOT%") { writer in
              writer.object("description") { $0.field("text", "The root of the repository.") }
            }
          }
          writer.array("results") { writer in
            let fingerprints = Fingerprint.all(of: report.diagnostics)
            for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
              results.write(diagnostic, fingerprint, to: &writer)
            }
          }
        }
      }
    }
    return writer.takeBytes()
  }
}
