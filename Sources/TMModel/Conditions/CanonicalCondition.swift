// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Writes conditions so that those which ask the same are equal texts, whatever their layout, their
/// parentheses and the order of what `and`, `or` and lists join.
package struct CanonicalCondition {
  private let symbols: SymbolTable
  private let name: (EntityID) -> String?

  /// - Parameter name: what stands for a declaration; nil leaves it out of the condition.
  package init(_ model: Model, name: @escaping (EntityID) -> String?) {
    symbols = model.symbols
    self.name = name
  }

  /// The text of a condition; nil where nothing is left of it.
  package func text(_ condition: Condition) -> String? { text(condition.root) }

  private func text(_ node: ConditionNode) -> String? {
    switch node {
    case .all(let parts): joined(parts.flatMap(conjuncts), "and")
    case .any(let parts): joined(parts.flatMap(disjuncts), "or")
    case .not(let part): text(part).map { "not(\($0))" }
    case .truth(let access): text(access)
    case .isKind(let access, let kinds):
      "\(text(access)) is \(kinds.members.map(\.word).joined(separator: "|"))"
    case .isWord(let access, let words):
      "\(text(access)) is \(list(words.map { symbols[$0] }))"
    case .isEntity(let access, let entities): isEntity(access, entities)
    case .compare(let access, let sign, let number): "\(text(access)) \(sign) \(number)"
    case .compareRank(let access, let sign, let rank, _): "\(text(access)) \(sign) #\(rank)"
    case .compareDate(let access, let sign, let date): "\(text(access)) \(sign) \(date)"
    case .compareText(let access, let sign, let text): "\(self.text(access)) \(sign) \"\(text)\""
    case .quantified(let part):
      "\(part.quantifier)(\(text(part.access)): \(part.condition.flatMap(text) ?? ""))"
    case .implies(let first, let second):
      "(\(text(first) ?? "") on \(text(second) ?? ""))"
    }
  }

  private func isEntity(_ access: Access, _ entities: [EntityID]) -> String? {
    let names = entities.compactMap(name)
    return names.isEmpty ? nil : "\(text(access)) is \(list(names))"
  }

  private func conjuncts(_ node: ConditionNode) -> [ConditionNode] {
    if case .all(let parts) = node { parts.flatMap(conjuncts) } else { [node] }
  }

  private func disjuncts(_ node: ConditionNode) -> [ConditionNode] {
    if case .any(let parts) = node { parts.flatMap(disjuncts) } else { [node] }
  }

  private func joined(_ parts: [ConditionNode], _ word: String) -> String? {
    let texts = parts.compactMap(text).sorted()
    if texts.count < 2 { return texts.first }
    return "(\(texts.joined(separator: " \(word) ")))"
  }

  private func list(_ words: [String]) -> String { Set(words).sorted().joined(separator: "|") }

  private func text(_ access: Access) -> String {
    let steps = access.steps.map { attribute in
      switch attribute {
      case .property(let property): property.word
      case .computed(let computed): "\(computed.rawValue)°"
      case .threat(.stated(let property)): property.word
      case .threat(.computed(let computed)): "\(computed.rawValue)°"
      }
    }
    return "\(access.level):\(steps.joined(separator: "."))"
  }
}
