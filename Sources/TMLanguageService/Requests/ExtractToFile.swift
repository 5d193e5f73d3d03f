// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension ModelSnapshot {
  /// Moves a declaration at the top of a file, with the comments above it, into a new file beside it
  /// that the old one imports.
  ///
  /// Nothing is offered for a model with errors, where a file of that name is there, or where a name
  /// would mean something else afterwards.
  func extractingToFile(_ id: EntityID) -> CodeAction? {
    let node = model.syntax(id)
    let file = node.tree.file
    guard model[id].keyword != .model, model.hasOwnName(id), !hasErrors,
      let home = identity(file),
      tree(file).root.children.contains(where: { $0.index == node.index })
    else { return nil }
    let name = "\(model.name(id)).tm"
    guard !isThere(name, beside: home) else { return nil }
    let bytes = node.tree.bytes
    let end = SourceLines.lineEnding(of: bytes)
    let start = DeclarationEdit.startWithComments(node)
    let range = SourceRange(file: file, start: start, end: node.range.end)
    let moved = String(decoding: bytes[range.offsets], as: UTF8.self) + end
    let removed =
      SourceLines.lineIfAlone(range, in: bytes) ?? SourceLines.statement(range, in: bytes)
    let edits = [importing(name, in: file, end), Edit(removed, "")]
    let folder = home.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let new = NewFile(
      identity: (folder + [Substring(name)]).joined(separator: "/"), name: name, home: home,
      text: moved)
    guard let after = declarations(after: edits, with: new), !after.hasErrors,
      meanings(of: after.model) == meanings(of: model)
    else { return nil }
    return CodeAction(
      title: "move `\(model.name(id))` into the file `\(name)`", kind: .refactor, edits: edits,
      diagnostic: nil, isPreferred: false, newFile: new)
  }

  /// `import` behind the last one, else behind `model`, else in front of all declarations.
  private func importing(_ name: String, in file: FileID, _ end: String) -> Edit {
    let line = "import \(StringLiteral.literal(name))"
    let nodes = tree(file).root.children.filter { $0.kind == .declaration }
    let anchor =
      nodes.last { $0.first(.name)?.isWord("import") == true }
      ?? nodes.last { $0.first(.name)?.isWord("model") == true }
    if let anchor { return Edit(anchor.range.endPoint, end + line) }
    let start = nodes.first.map(DeclarationEdit.startWithComments) ?? 0
    return Edit(SourceRange(file: file, start: start, end: start), line + end + end)
  }
}
