// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

/// What is shown in a text that its author did not write.
package struct InlayHint: Equatable, Sendable {
  package let offset: Int
  package let text: String
  package let tooltip: String
}

/// A line above a declaration that says what is known of it.
package struct CodeLens: Equatable, Sendable {
  package let range: SourceRange
  package let text: String
  /// The view that it shows a picture of: the id of a view, or the empty text for the whole model.
  package let view: String?
}

/// A text that leads to another file.
package struct DocumentLink: Equatable, Sendable {
  package let range: SourceRange
  package let identity: String
}

extension ModelSnapshot {
  /// The crossings of flows that state none, what protocols imply, and scores of vectors.
  package func hints(in range: Range<Int>, of file: FileID) -> [InlayHint] {
    var hints: [InlayHint] = []
    for id in model.allEntities where model[id].file == file && model[id].keyword != .import {
      let node = model.syntax(id)
      guard Int(node.range.start) <= range.upperBound, range.lowerBound <= Int(node.range.end)
      else { continue }
      hints += crossingHint(id, node)
      for property in [Property.protocol, .score, .residual] {
        for value in model.values(id, property) {
          guard let text = hint(value, property, of: id) else { continue }
          let end = Int(model.range(of: value, in: id).end)
          guard range.contains(end) || range.upperBound == end else { continue }
          hints.append(InlayHint(offset: end, text: text.0, tooltip: text.1))
        }
      }
    }
    return hints.sorted { ($0.offset, $0.text) < ($1.offset, $1.text) }
  }

  private func crossingHint(_ id: EntityID, _ node: SyntaxNode) -> [InlayHint] {
    guard let flow = model.graph.flow(id), model.entry(id, .crosses) == nil,
      let heading = FlowHeading(node)
    else { return [] }
    let names = model.graph.crossings(of: flow).map { model.path($0.boundary) }
    guard !names.isEmpty else { return [] }
    return [
      InlayHint(
        offset: Int(heading.target.range.end), text: "crosses \(names.joined(separator: ", "))",
        tooltip: "the boundaries that lie between the ends of the flow")
    ]
  }

  private func hint(_ value: Value, _ property: Property, of id: EntityID) -> (String, String)? {
    switch value.content {
    case .word(let symbol) where property == .protocol:
      guard let facts = ProtocolFacts.named(model.symbols[symbol]) else { return nil }
      return (WordMeaning.properties(facts), "what the name of the protocol implies")
    case .text(let text) where property != .protocol:
      guard let vector = try? ScoreVector(parsing: text) else { return nil }
      return ("\(vector.score) \(vector.severity.rawValue)", vector.scheme.title)
    default: return nil
    }
  }

  /// How many threats each element and flow has, and the pictures of views.
  package func lenses(of file: FileID) -> [CodeLens] {
    var lenses: [CodeLens] = []
    for id in model.allEntities where model[id].file == file {
      switch model[id].keyword {
      case .external, .process, .store, .flow, .interface, .asset:
        guard let text = threats.tally(id) else { continue }
        lenses.append(CodeLens(range: model.nameRange(id), text: text, view: nil))
      case .view where model.text(id, .omitted) == nil:
        lenses.append(
          CodeLens(range: model.nameRange(id), text: "show the diagram", view: model.path(id)))
      case .model:
        lenses.append(CodeLens(range: model.nameRange(id), text: "show the diagram", view: ""))
      default: break
      }
    }
    return lenses
  }

  /// The imports of a file whose file is part of the model.
  package func links(of file: FileID, _ resolve: (String) -> String?) -> [DocumentLink] {
    tree(file).root.children.compactMap { node in
      guard node.kind == .importStatement, let path = node.first(.string),
        let identity = resolve(StringLiteral.value(of: path.bytes))
      else { return nil }
      return DocumentLink(range: path.range, identity: identity)
    }
  }

  /// The view around an offset, by its path; nil outside of views.
  package func view(at offset: Int, in file: FileID) -> String? {
    guard let id = model.declaration(at: offset, in: file), model[id].keyword == .view else {
      return nil
    }
    return model.path(id)
  }
}
