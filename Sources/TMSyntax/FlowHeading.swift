// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The parts of `flow id: source -> target "Title"`.
package struct FlowHeading {
  package let source: SyntaxNode
  package let target: SyntaxNode
  private let arrow: SyntaxNode

  /// Nil for what is no flow, and where an end or the arrow is missing.
  package init?(_ node: SyntaxNode) {
    guard node.kind == .flow else { return nil }
    var source: SyntaxNode?
    var target: SyntaxNode?
    var arrow: SyntaxNode?
    for child in node.children {
      switch child.kind {
      case .arrow, .twoWayArrow, .wrongArrow: arrow = arrow ?? child
      case .name, .path:
        if arrow == nil { source = child } else { target = target ?? child }
      default: break
      }
    }
    guard let source, let target, let arrow else { return nil }
    (self.source, self.target, self.arrow) = (source, target, arrow)
  }

  /// Whether data goes both ways; of a wrong arrow, what was meant.
  package var isTwoWay: Bool {
    if arrow.kind == .twoWayArrow { return true }
    guard arrow.kind == .wrongArrow else { return false }
    let text = arrow.text
    return text.hasPrefix("<") && text.hasSuffix(">") || text == "↔" || text == "⇔"
  }
}
