// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A statement at the top level of a file, for tests that put statements elsewhere.
package struct TopLevelStatement: Sendable {
  package let kind: SyntaxKind
  /// Its text, with its attributes and the `///` lines in front of it.
  package let text: String

  /// Whether it is an import of a file, rather than of a library.
  package var isFileImport: Bool { kind == .importStatement && text.contains("\"") }

  /// Declarations, flows and imports, in their order.
  package static func all(in text: String) -> [TopLevelStatement] {
    let file = SourceFile(id: FileID(index: 0), path: "a.tm", bytes: Array(text.utf8))
    var statements: [TopLevelStatement] = []
    var end = 0
    for child in Parser.parse(file).root.children {
      let offsets = child.range.offsets
      let between = String(decoding: file.bytes[end..<offsets.lowerBound], as: UTF8.self)
      end = offsets.upperBound
      guard [.declaration, .flow, .importStatement].contains(child.kind) else { continue }
      let lines = between.split(separator: "\n").filter { $0.hasPrefix("///") }
      statements.append(
        TopLevelStatement(
          kind: child.kind, text: (lines + [Substring(child.text)]).joined(separator: "\n")))
    }
    return statements
  }
}
