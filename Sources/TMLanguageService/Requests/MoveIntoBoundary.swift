// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension ModelSnapshot {
  /// Puts an element, or a boundary, into a new trust boundary where it stands; its flows state the new
  /// crossing.
  ///
  /// Nothing is offered for a model with errors, nor where a name would mean something else afterwards.
  func movingIntoBoundary(_ id: EntityID) -> CodeAction? {
    let isMovable: KeywordSet = [.process, .store, .external, .boundary]
    guard isMovable.contains(model[id].keyword), !hasErrors else { return nil }
    let name = unusedName(for: "\(model.name(id))-boundary")
    let edits = wrapping(id, in: name) + crossings(of: name, around: id)
    guard let after = declarations(after: edits), !after.hasErrors,
      after.model.entities.count == model.entities.count + 1,
      meanings(of: after.model, besides: name) == meanings(of: model, besides: name)
    else { return nil }
    return CodeAction(
      title: "move `\(model.path(id))` into a new boundary", kind: .refactor, edits: edits,
      diagnostic: nil, isPreferred: false)
  }

  private func wrapping(_ id: EntityID, in name: String) -> [Edit] {
    let node = model.syntax(id)
    let bytes = node.tree.bytes
    let file = node.tree.file
    let start = Int(DeclarationEdit.startWithComments(node))
    let range = SourceRange(file: file, start: UInt32(start), end: node.range.end)
    let indentation = SourceLines.indentation(of: range, in: bytes) ?? ""
    let end = SourceLines.lineEnding(of: bytes)
    let title = StringLiteral.literal("Boundary of \(model.ownTitle(id) ?? model.name(id))")
    let source = text(file)
    let lines = source.line(of: start)...source.line(of: Int(node.range.end) - 1)
    // A text over several lines keeps its lines as they are.
    let deeper = lines.dropFirst().map { source.content(ofLine: $0) }
      .filter { !$0.isEmpty && !isInsideText($0.lowerBound, node) }
      .map {
        Edit(
          SourceRange(file: file, start: UInt32($0.lowerBound), end: UInt32($0.lowerBound)), "  ")
      }
    return [
      Edit(range.startPoint, "boundary \(name) \(title) {\(end)\(indentation)  ")
    ] + deeper + [Edit(range.endPoint, "\(end)\(indentation)}")]
  }

  private func isInsideText(_ offset: Int, _ node: SyntaxNode) -> Bool {
    let tree = node.tree
    return tree.entries[node.index..<(node.index + Int(tree.entries[node.index].size))].contains {
      $0.kind == .string && Int($0.start) < offset && offset < Int($0.end)
    }
  }

  /// The new boundary in what the flows with one end in it state, in the order of their way.
  private func crossings(of name: String, around id: EntityID) -> [Edit] {
    let isInside = { (other: EntityID) in
      other == id || self.model.ancestors(other).contains(id)
    }
    return model.graph.flows.flatMap { flow -> [Edit] in
      let leaves = isInside(flow.source)
      guard leaves != isInside(flow.target) else { return [] }
      let values = model.values(flow.entity, .crosses)
      var stated = values.map { model.sources.text(model.range(of: $0, in: flow.entity)) }
      let inner = values.count { value in
        guard case .entity(let boundary) = value.content else { return false }
        return isInside(boundary)
      }
      stated.insert(name, at: leaves ? inner : stated.count - inner)
      var edit = DeclarationEdit(model.syntax(flow.entity))
      edit.set("crosses", to: stated.joined(separator: ", "), after: ["carries", "via"])
      return edit.edits
    }
  }
}
