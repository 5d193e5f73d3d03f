// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Condition {
  /// Whether a condition asks for a value of its subject, or of something that it leads to.
  package func speaks(of attribute: Attribute) -> Bool { root.speaks(of: attribute) }

  /// Whether it names what it is about: a declaration, a threat by its name or its id.
  ///
  /// What is only excluded by name does not count: the rest can be anything.
  package var isPinned: Bool { root.isPinned }
}

extension ConditionNode {
  /// Whether its answer depends on what an evaluator sees of a connection: what the flows over it carry and are
  /// for, and in which directions they go.
  var dependsOnSight: Bool {
    let seen: [Attribute] = [
      .property(.carries), .property(.function), .property(.format), .computed(.twoWay),
      .computed(.actedOn),
    ]
    return seen.contains(where: speaks)
  }

  fileprivate func speaks(of attribute: Attribute) -> Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains { $0.speaks(of: attribute) }
    case .not(let node): node.speaks(of: attribute)
    case .truth(let access), .isKind(let access, _), .isWord(let access, _),
      .isEntity(let access, _), .compare(let access, _, _), .compareRank(let access, _, _, _),
      .compareDate(let access, _, _), .compareText(let access, _, _):
      access.passes(attribute)
    case .quantified(let quantified):
      quantified.access.passes(attribute)
        || quantified.condition?.speaks(of: attribute) == true
    case .implies(let left, let right):
      left.speaks(of: attribute) || right.speaks(of: attribute)
    }
  }

  fileprivate var isPinned: Bool {
    switch self {
    case .all(let nodes): nodes.contains(where: \.isPinned)
    case .any(let nodes): !nodes.isEmpty && nodes.allSatisfy(\.isPinned)
    case .isEntity(let access, _): access.passes(.threat(.computed(.about)))
    case .isWord(let access, _): access.isOnly(.threat(.computed(.name)))
    case .compareText(let access, .equal, _): access.isOnly(.threat(.computed(.id)))
    case .not, .truth, .isKind, .compare, .compareRank, .compareDate, .compareText, .quantified,
      .implies:
      false
    }
  }
}
