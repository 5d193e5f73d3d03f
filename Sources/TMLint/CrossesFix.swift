// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// The repair of a flow's `crosses:`: states the boundaries that the flow does cross, and touches
/// nothing else.
struct CrossesFix {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// Rewrites, adds or deletes the `crosses` property of a flow.
  func fix(_ flow: Flow) -> Fix? {
    let list = crossings(of: flow).joined(separator: ", ")
    guard let entry = model.entry(flow.entity, .crosses) else {
      if list.isEmpty { return nil }
      return Fix(
        "add `crosses: \(list)`", safety: .safe, edits: [addition(of: "crosses: \(list)", to: flow)]
      )
    }
    let property = model.syntax(entry, of: flow.entity)
    return list.isEmpty
      ? Fix("delete `crosses`", safety: .safe, edits: deletion(of: property))
      : Fix("write `crosses: \(list)`", safety: .safe, edits: replacement(of: property, by: list))
  }

  /// The boundaries that a flow crosses, those that it declares as they are written there.
  private func crossings(of flow: Flow) -> [String] {
    var written: [EntityID: String] = [:]
    for value in model.values(flow.entity, .crosses) {
      guard case .entity(let boundary) = value.content else { continue }
      written[boundary] = model.sources.text(model.range(of: value, in: flow.entity))
    }
    return model.graph.crossings(of: flow).map { written[$0.boundary] ?? model.path($0.boundary) }
  }

  // MARK: - Changing the property

  private func replacement(of property: SyntaxNode, by list: String) -> [Edit] {
    let tokens = values(of: property)
    guard let first = tokens.first, let last = tokens.last else {
      return [Edit(property.range, "crosses: \(list)")]
    }
    if !holdsComment(property) { return [Edit(first.range.union(last.range), list)] }
    // A list over several lines with comments between: the comments stay where they are.
    return [Edit(first.range, list)] + tokens.dropFirst().map { Edit($0.range, "") }
  }

  private func deletion(of property: SyntaxNode) -> [Edit] {
    if holdsComment(property) { return property.children.map { Edit($0.range, "") } }
    let bytes = property.tree.bytes
    return [
      Edit(
        SourceLines.lineIfAlone(property.range, in: bytes)
          ?? SourceLines.statement(property.range, in: bytes), "")
    ]
  }

  /// The values of a property and the commas between them.
  private func values(of property: SyntaxNode) -> [SyntaxNode] {
    Array(property.children.drop { $0.kind != .colon && $0.kind != .assign }.dropFirst())
  }

  /// Whether a comment stands inside a property: between its tokens, since no value holds `//`.
  private func holdsComment(_ property: SyntaxNode) -> Bool {
    zip(property.bytes, property.bytes.dropFirst()).contains { $0 == 0x2F && $1 == 0x2F }
  }

  // MARK: - Adding the property

  /// Puts the property behind what the flow carries and goes through, else behind the last of its
  /// properties, in the layout that the body has.
  private func addition(of text: String, to flow: Flow) -> Edit {
    let node = model.syntax(flow.entity)
    guard let body = node.first(.body), let brace = body.first(.leftBrace) else {
      return Edit(node.range.endPoint, " { \(text) }")
    }
    let bytes = node.tree.bytes
    let items = body.children.filter { $0.kind != .leftBrace && $0.kind != .rightBrace }
    let properties = items.filter { $0.kind == .property }
    let anchor =
      properties.last { property in
        guard let name = property.first(.name) else { return false }
        return name.isWord("carries") || name.isWord("via")
      } ?? properties.last
    if let anchor {
      return SourceLines.newLine(text, below: anchor.range, in: bytes)
        ?? Edit(anchor.range.endPoint, "; \(text)")
    }
    guard let first = items.first else {
      let inner = SourceLines.indentation(of: node.range, in: bytes).map { $0 + "  " }
      if let edit = SourceLines.newLine(text, behind: brace.range, indent: inner, in: bytes) {
        return edit
      }
      let isSpaced = SourceLines.isFollowedBySpace(brace.range, in: bytes)
      return Edit(brace.range.endPoint, isSpaced ? " \(text)" : " \(text) ")
    }
    let inner = SourceLines.indentation(of: first.range, in: bytes)
    return SourceLines.newLine(text, behind: brace.range, indent: inner, in: bytes)
      ?? Edit(first.range.startPoint, "\(text); ")
  }
}
