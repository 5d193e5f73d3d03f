// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes the results of a SARIF report.
struct SARIFResultWriter {
  /// GitHub shows so many related places of a result and leaves out the rest.
  private static let placeLimit = 100

  private let report: LintReport
  private let rules: SARIFRules
  private let flows: [FlowWays]
  private var locator: SourceLocator
  private var lineHashes: [FileID: [String]] = [:]

  init(_ report: LintReport, _ rules: SARIFRules) {
    self.report = report
    self.rules = rules
    flows = report.models.map(\.ways)
    locator = SourceLocator(report.sources)
  }

  /// Writes one result.
  mutating func write(
    _ diagnostic: Diagnostic, _ fingerprint: Fingerprint, to writer: inout JSONWriter
  ) {
    let rule = rules.reference(diagnostic)
    let related = Array(diagnostic.secondary.prefix(Self.placeLimit))
    writer.object { writer in
      writer.field("ruleId", rule.id)
      writer.field("ruleIndex", rule.index)
      writer.field("level", SARIFRules.level(diagnostic.severity))
      writer.object("message") { writer in
        writer.field("text", SARIFMessage.text(of: diagnostic, related: related))
      }
      writer.array("locations") { writer in
        writer.object { writer in
          physicalLocation(diagnostic.primary.range, &writer)
          if let subject = diagnostic.subject {
            writer.array("logicalLocations") { writer in
              writer.object { $0.field("fullyQualifiedName", TerminalText.sanitised(subject)) }
            }
          }
        }
      }
      if !related.isEmpty { relatedLocations(related, &writer) }
      codeFlow(diagnostic, &writer)
      if let fix = diagnostic.fix, !fix.edits.isEmpty { write(fix, &writer) }
      writer.object("partialFingerprints") { writer in
        writer.field("primaryLocationLineHash", lineHash(of: diagnostic.primary.range))
        writer.field("drawbridge/v1", fingerprint.text)
      }
      if let score = diagnostic.risk?.score {
        writer.object("properties") { $0.field("score", score) }
      }
    }
  }

  private mutating func lineHash(of range: SourceRange) -> String {
    let hashes = lineHashes[range.file] ?? LineHash.all(of: report.sources[range.file].bytes)
    lineHashes[range.file] = hashes
    let line = LineRegion(range, &locator).line - 1
    return hashes.indices.contains(line) ? hashes[line] : ""
  }

  // MARK: - Places

  private mutating func physicalLocation(_ range: SourceRange, _ writer: inout JSONWriter) {
    let region = LineRegion(range, &locator)
    writer.object("physicalLocation") { writer in
      artifactLocation(range.file, &writer)
      writer.object("region") { writer in
        writer.field("startLine", region.line)
        writer.field("startColumn", region.column)
        writer.field("endLine", region.line)
        writer.field("endColumn", region.endColumn)
      }
    }
  }

  private func artifactLocation(_ file: FileID, _ writer: inout JSONWriter) {
    let path = report.path(of: file)
    writer.object("artifactLocation") { writer in
      if path.hasPrefix("/") {
        writer.field("uri", "file://" + PathURI.encoded(path))
      } else {
        writer.field("uri", PathURI.encoded(path))
        writer.field("uriBaseId", SARIFDiagnostics.sourceRoot)
      }
    }
  }

  private mutating func relatedLocations(_ labels: [Label], _ writer: inout JSONWriter) {
    writer.array("relatedLocations") { writer in
      for (index, label) in labels.enumerated() {
        writer.object { writer in
          writer.field("id", index + 1)
          physicalLocation(label.range, &writer)
          let text = label.text ?? SARIFMessage.unnamedPlace
          writer.object("message") { $0.field("text", SARIFMessage.escaped(text)) }
        }
      }
    }
  }

  private mutating func codeFlow(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
    let ways = flows.lazy.map { $0.steps(of: diagnostic) }
    guard let steps = ways.first(where: { !$0.isEmpty }) else { return }
    writer.array("codeFlows") { writer in
      writer.object { writer in
        writer.array("threadFlows") { writer in
          writer.object { writer in
            writer.array("locations") { writer in
              for step in steps {
                writer.object { writer in
                  writer.object("location") { writer in
                    physicalLocation(step.range, &writer)
                    writer.object("message") { writer in
                      writer.field("text", SARIFMessage.escaped(step.text))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - Fixes

  private mutating func write(_ fix: Fix, _ writer: inout JSONWriter) {
    var files: [FileID] = []
    for edit in fix.edits where !files.contains(edit.range.file) { files.append(edit.range.file) }
    writer.array("fixes") { writer in
      writer.object { writer in
        writer.object("description") { $0.field("text", SARIFMessage.escaped(fix.title)) }
        writer.array("artifactChanges") { writer in
          for file in files {
            writer.object { writer in
              artifactLocation(file, &writer)
              writer.array("replacements") { writer in
                for edit in fix.edits where edit.range.file == file { write(edit, &writer) }
              }
            }
          }
        }
      }
    }
  }

  private mutating func write(_ edit: Edit, _ writer: inout JSONWriter) {
    let start = locator.position(of: edit.range.start, in: edit.range.file)
    let end = locator.position(of: edit.range.end, in: edit.range.file)
    writer.object { writer in
      writer.object("deletedRegion") { writer in
        writer.field("startLine", start.line)
        writer.field("startColumn", start.column)
        writer.field("endLine", end.line)
        writer.field("endColumn", end.column)
      }
      writer.object("insertedContent") { $0.field("text", edit.replacement) }
    }
  }
}
