// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes diagnostics as one JSON object for other programs.
///
///     { "version": 1,
///       "diagnostics": [
///         { "rule": "missing-crossing", "severity": "error" | "warning" | "note",
///           "message": …, "file": …, "start": position, "end": position, "label": text | null,
///           "secondary": [{ "file": …, "start": …, "end": …, "text": text | null }],
///           "notes": [text], "help": [text],
///           "fix": null | { "title": …, "safety": "safe" | "suggestion",
///             "edits": [{ "file": …, "start": …, "end": …, "replacement": text }] } }],
///       "summary": { "errors": 0, "warnings": 0, "notes": 0, "fixable": 0 } }
///
/// A position is `{ "line": 1, "column": 1, "offset": 0 }`: line and column from 1, the column in
/// characters (Unicode scalars), the offset in bytes from 0; `end` is the place after the last
/// character. New fields may come without a new version.
package enum JSONDiagnostics {
  /// The value of the field `version`.
  package static let version = 1

  /// The diagnostics in the order given, as UTF-8.
  package static func bytes(
    of diagnostics: [Diagnostic], in sources: SourceSet, layout: JSONWriter.Layout
  ) -> [UInt8] {
    var locator = SourceLocator(sources)
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.field("version", version)
      writer.array("diagnostics") { writer in
        for diagnostic in diagnostics { write(diagnostic, to: &writer, locator: &locator) }
      }
      writer.object("summary") { write(DiagnosticTally(diagnostics), to: &$0) }
    }
    return writer.takeBytes()
  }

  private static func write(
    _ diagnostic: Diagnostic, to writer: inout JSONWriter, locator: inout SourceLocator
  ) {
    writer.object { writer in
      writer.field("rule", diagnostic.rule)
      writer.field("severity", diagnostic.severity.rawValue)
      writer.field("message", diagnostic.message)
      write(diagnostic.primary.range, to: &writer, locator: &locator)
      writer.field("label", diagnostic.primary.text)
      writer.array("secondary") { writer in
        for label in diagnostic.secondary { write(label, to: &writer, locator: &locator) }
      }
      writer.field("notes", diagnostic.notes)
      writer.field("help", diagnostic.help)
      writer.key("fix")
      if let fix = diagnostic.fix {
        write(fix, to: &writer, locator: &locator)
      } else {
        writer.value(String?.none)
      }
    }
  }

  private static func write(
    _ label: Label, to writer: inout JSONWriter, locator: inout SourceLocator
  ) {
    writer.object { writer in
      write(label.range, to: &writer, locator: &locator)
      writer.field("text", label.text)
    }
  }

  private static func write(
    _ fix: Fix, to writer: inout JSONWriter, locator: inout SourceLocator
  ) {
    writer.object { writer in
      writer.field("title", fix.title)
      writer.field("safety", fix.safety.rawValue)
      writer.array("edits") { writer in
        for edit in fix.edits {
          writer.object { writer in
            write(edit.range, to: &writer, locator: &locator)
            writer.field("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private static func write(
    _ range: SourceRange, to writer: inout JSONWriter, locator: inout SourceLocator
  ) {
    writer.field("file", locator.path(of: range.file))
    writer.object("start") { write(locator.position(of: range.start, in: range.file), to: &$0) }
    writer.object("end") { write(locator.position(of: range.end, in: range.file), to: &$0) }
  }

  private static func write(_ position: SourcePosition, to writer: inout JSONWriter) {
    writer.field("line", position.line)
    writer.field("column", position.column)
    writer.field("offset", position.offset)
  }

  private static func write(_ tally: DiagnosticTally, to writer: inout JSONWriter) {
    writer.field("errors", tally.errors)
    writer.field("warnings", tally.warnings)
    writer.field("notes", tally.notes)
    writer.field("fixable", tally.fixable)
  }
}
