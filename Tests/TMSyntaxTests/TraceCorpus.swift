// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMSyntax
import TMTestSupport

extension SyntaxTrace {
  /// The words that a grammar for an editor spells out.
  private struct Words: Encodable {
    let keywords: [String]
    let properties: [String]
  }

  /// The words of the schema on the first line; then a trace a line, as JSON: the examples, the libraries, every `tm` block
  /// of the tests and of the documentation, and examples with one or two tokens changed.
  static func lines() throws -> [UInt8] { try cachedLines.get() }

  private static let cachedLines = Result { try makeLines() }

  private static func makeLines() throws -> [UInt8] {
    let encoder = JSONEncoder()
    let words = Words(keywords: Schema.keywords, properties: Property.allCases.map(\.word))
    var lines = try encoder.encode(words) + [0x0A]
    for trace in try all() { lines += try encoder.encode(trace) + [0x0A] }
    return Array(lines)
  }

  private static func all() throws -> [SyntaxTrace] {
    var traces = try GrammarCase.handWritten().map { SyntaxTrace(origin: $0.origin, text: $0.text) }
    for path in ["Tests", "docs"].flatMap({ Repository.files(under: $0, extension: "md") }) + [
      "README.md"
    ] {
      traces += MarkdownBlock.blocks(in: try Repository.text(path)).filter { $0.language == "tm" }
        .map { SyntaxTrace(origin: "\(path):\($0.lines.lowerBound + 1)", text: $0.text) }
    }
    // The samples as they are come first.
    traces += GrammarCase.changed(count: 400).map { SyntaxTrace(origin: $0.origin, text: $0.text) }
    var texts: Set<String> = []
    // A text that nests too deep is none of a grammar's business, and most tools' undoing.
    return traces.filter {
      $0.text.count { $0 == "(" } < Parser.maximumDepth && texts.insert($0.text).inserted
    }
  }

  /// The corpus of `tree-sitter test`: each accepted case of `grammar/cases.md` without a comment, and its tree.
  static func corpus() throws -> String {
    var result = ""
    for example in try GrammarCase.handWritten() {
      let trace = SyntaxTrace(origin: example.origin, text: example.text)
      let hasComment = trace.tokens.contains { $0.role == .comment || $0.role == .documentation }
      guard trace.isAccepted, !hasComment, !trace.text.contains("\n---") else { continue }
      let rule = String(repeating: "=", count: 18)
      result += "\(rule)\n\(trace.origin)\n\(rule)\n\n\(trace.text)\n\n---\n\n\(trace.tree)\n\n"
    }
    return result
  }
}
