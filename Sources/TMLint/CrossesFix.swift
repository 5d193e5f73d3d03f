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
    let truth = model.graph.crossings(of: flow).map { model.path($0.boundary) }
    let text = "crosses: \(truth.joined(separator: ", "))"
    if let entry = model.entry(flow.entity, .crosses) {
      let property = model.syntax(entry, of: flow.entity)
      if truth.isEmpty {
        return Fix(
          "delete `crosses`", safety: .safe,
          edits: [Edit(lineOrStatement(property), "")])
      }
      return Fix("write `\(text)`", safety: .safe, edits: [Edit(property.range, text)])
    }
    guard !truth.isEmpty else { return nil }
    return Fix("add `\(text)`", safety: .safe, edits: [addition(of: text, to: flow)])
  }

  private func addition(of text: String, to flow: Flow) -> Edit {
    let node = model.syntax(flow.entity)
    guard let body = node.first(.body), let brace = body.first(.leftBrace) else {
      return Edit(node.range.endPoint, " { \(text) }")
    }
    let bytes = node.tree.bytes
    let items = body.children.filter { $0.kind != .leftBrace && $0.kind != .rightBrace }
    guard let first = items.first else {
      return Edit(brace.range.endPoint, " \(text) ")
    }
    if let indentation = SourceLines.indentation(of: first.range, in: bytes) {
      let lineStart = SourceRange(
        file: first.range.file, start: first.range.start, end: first.range.start)
      return Edit(lineStart, "\(text)\n\(indentation)")
    }
    return Edit(first.range.startPoint, "\(text); ")
  }

  /// The whole line of a property that stands alone on it, else the property and its `;`.
  private func lineOrStatement(_ node: SyntaxNode) -> SourceRange {
    SourceLines.lineIfAlone(node.range, in: node.tree.bytes)
      ?? SourceLines.statement(node.range, in: node.tree.bytes)
  }
}
