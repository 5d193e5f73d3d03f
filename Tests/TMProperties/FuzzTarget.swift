// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A part of the program that takes what strangers wrote, with what must hold of any bytes.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Lexer and parser: the tree holds every byte.
  case parser
  /// Conditions: compiled and evaluated, with the same answer in other words.
  case conditions
  /// Formatter: once is twice, comments stay, threats stay.
  case formatter
  /// Fixes: they end, and leave no more errors than there were.
  case fixes
  /// Bills of materials, advisories, VEX, lists and baselines as JSON.
  case documents
  /// Score vectors.
  case vectors
  /// Models of other tools: what they become compiles.
  case importers
  /// Versions and their ranges: an order is an order.
  case versions

  /// What some bytes break, in one line; nil where everything holds.
  package func violation(_ bytes: [UInt8]) -> String? {
    switch self {
    case .parser: ParserProperty.violation(bytes)
    case .conditions: ConditionProperty.violation(bytes)
    case .formatter: FormatterProperty.violation(bytes)
    case .fixes: FixProperty.violation(bytes)
    case .documents: DocumentProperty.violation(bytes)
    case .vectors: VectorProperty.violation(bytes)
    case .importers: ImportProperty.violation(bytes)
    case .versions: VersionProperty.violation(bytes)
    }
  }

  /// Whether its inputs are in the language, so that changing tokens and lines reaches deeper than
  /// changing bytes.
  package var takesModels: Bool {
    switch self {
    case .parser, .conditions, .formatter, .fixes: true
    case .documents, .vectors, .importers, .versions: false
    }
  }
}

/// The tree holds the text.
enum ParserProperty {
  static func violation(_ bytes: [UInt8]) -> String? {
    let tree = parsed(bytes)
    if let violation = tree.violation { return violation }
    let outside = tree.diagnostics.first { Int($0.primary.range.end) > bytes.count }
    return outside.map { "a finding lies outside of the file: \($0.message)" }
  }
}

/// Parses bytes as a file of its own.
func parsed(_ bytes: [UInt8]) -> SyntaxTree {
  Parser.parse(SourceFile(id: FileID(index: 0), path: "model.tm", bytes: bytes))
}
