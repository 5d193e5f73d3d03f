// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax
import TMThreats

/// The threat templates that are part of the program, as their text.
enum BuiltInThreats {
  struct Entry {
    let name: String
    let title: String
    let library: String
    /// The declaration as it is written.
    let text: String
  }

  /// All of them, by library and then in the order of its text.
  static let all: [Entry] = BuiltInLibrary.sources.keys.sorted().flatMap { library in
    let bytes = BuiltInLibrary.sources[library] ?? []
    let file = SourceFile(id: FileID(index: 0), path: "<\(library)>", bytes: bytes)
    return Parser.parse(file).root.children.compactMap { entry($0, library) }
  }

  private static func entry(_ node: SyntaxNode, _ library: String) -> Entry? {
    let words = node.children.filter { $0.kind == .name }
    guard node.kind == .declaration, words.count > 1, words[0].isWord("threat") else { return nil }
    let title = node.first(.string).map { StringLiteral.value(of: $0.bytes) } ?? ""
    return Entry(name: words[1].text, title: title, library: library, text: node.text)
  }
}
