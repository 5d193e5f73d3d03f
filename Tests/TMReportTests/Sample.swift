// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import Testing

/// A set of source texts, and what the printers say about findings in them.
struct Sample {
  private(set) var sources = SourceSet()

  /// Adds a file and gives a finder of places in it.
  mutating func add(_ path: String, _ text: String) -> SampleFile {
    add(path, bytes: Array(text.utf8))
  }

  /// Adds a file whose bytes may be no text.
  mutating func add(_ path: String, bytes: [UInt8]) -> SampleFile {
    SampleFile(file: sources.add(path: path, bytes: bytes))
  }

  /// The human form without colours, without the line feed at its end.
  func human(_ diagnostics: Diagnostic...) -> String {
    String(HumanDiagnostics.text(of: diagnostics, in: sources, colouring: .plain).dropLast())
  }

  /// The human form without the summary.
  func snippet(_ diagnostic: Diagnostic) -> String {
    human(diagnostic).split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
      .joined(separator: "\n")
  }
}

/// One file of a sample.
struct SampleFile {
  let file: SourceFile

  /// The first place of a text in the file.
  func range(_ text: String) throws -> SourceRange {
    let wanted = Array(text.utf8)
    let start = try #require(
      file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) },
      "the sample holds `\(text)`")
    return range(start, start + wanted.count)
  }

  /// A range of byte offsets.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file.id, start: UInt32(start), end: UInt32(end))
  }

  /// The empty range at the end of the file.
  var end: SourceRange { range(file.bytes.count, file.bytes.count) }
}
