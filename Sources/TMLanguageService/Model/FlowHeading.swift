// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The parts of `flow id: source -> target "Title"`.
struct FlowHeading {
  let source: SyntaxNode
  let target: SyntaxNode
  let arrow: SyntaxNode

  init?(_ node: SyntaxNode) {
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
}
