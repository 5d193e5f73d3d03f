// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax
import TMTestSupport

/// Edits that leave what a model means as it is.
enum Rearrangement: CaseIterable, Sendable {
  /// Comments and blank lines come in, and the code is indented.
  case moreLines
  /// The declarations of each file stand in the opposite order.
  case otherOrder
  /// Half of the declarations of each file move to a file of their own.
  case moreFiles
  /// Every title is another one.
  case otherTitles

  /// The files after the edit, the root still first.
  func applied(to files: [(path: String, text: String)]) -> [(path: String, text: String)] {
    switch self {
    case .moreLines:
      files.map { path, text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (
          path, "// one\n\n" + lines.map { "  \($0)" }.joined(separator: "\n") + "\n\n// end\n"
        )
      }
    case .otherOrder:
      files.map { path, text in
        let (imports, items) = Self.items(of: text)
        return (path, (imports + items.reversed()).map { "\($0)\n\n" }.joined())
      }
    case .moreFiles: files.flatMap(Self.halves)
    case .otherTitles: files.map { ($0.path, Self.retitled($0.text)) }
    }
  }

  private static func halves(_ file: (path: String, text: String)) -> [(path: String, text: String)]
  {
    let (imports, items) = items(of: file.text)
    guard items.count > 1 else { return [file] }
    let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
    let name = "half-" + (file.path.split(separator: "/").last ?? "")
    let half = items.count / 2
    let first = imports + items[half...] + ["import \"\(name)\""]
    return [
      (file.path, first.map { "\($0)\n" }.joined()),
      (folder.isEmpty ? name : "\(folder)/\(name)", items[..<half].map { "\($0)\n" }.joined()),
    ]
  }

  /// The statements at the top level of a file.
  private static func items(of text: String) -> (imports: [String], others: [String]) {
    let all = TopLevelStatement.all(in: text)
    let imports = all.filter { $0.kind == .importStatement }.map(\.text)
    return (imports, all.filter { $0.kind != .importStatement }.map(\.text))
  }

  private static func retitled(_ text: String) -> String {
    let file = SourceFile(id: FileID(index: 0), path: "a.tm", bytes: Array(text.utf8))
    var edits: [Edit] = []
    retitle(Parser.parse(file).root, &edits)
    return String(decoding: file.applying(edits), as: UTF8.self)
  }

  private static func retitle(_ node: SyntaxNode, _ edits: inout [Edit]) {
    if node.kind == .declaration || node.kind == .flow, let title = node.first(.string) {
      edits.append(Edit(title.range, "\"Title \(edits.count), `of` it\""))
    }
    for child in node.children { retitle(child, &edits) }
  }
}
