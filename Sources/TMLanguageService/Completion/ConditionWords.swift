// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The names and operators of a condition.
struct ConditionWords {
  private let subject: ConditionSubject
  private let model: Model
  private let context: CursorContext

  init(_ subject: ConditionSubject, _ model: Model, _ context: CursorContext) {
    self.subject = subject
    self.model = model
    self.context = context
  }

  private static let operators = [
    "and", "or", "not", "is", "has", "in", "any", "all", "where", "on",
  ]

  var items: [CompletionItem] {
    attributes + Self.operators.map { CompletionItem($0, .keyword) } + declarations
  }

  private var attributes: [CompletionItem] {
    switch subject {
    case .threat:
      let computed = ComputedThreatAttribute.allCases.map {
        CompletionItem($0.rawValue, .property, $0.documentation)
      }
      let known = Set(computed.map(\.label))
      return computed
        + Schema.spec(of: .threat).properties.filter { !known.contains($0.property.word) }.map {
          CompletionItem($0.property.word, .property, $0.documentation)
        }
    case .anything, .appliesTo:
      let computed = ComputedAttribute.allCases.map {
        CompletionItem($0.rawValue, .property, $0.documentation)
      }
      var known = Set(computed.map(\.label))
      var items = computed
      for spec in KeywordSet.subjects.members.map(Schema.spec) {
        for row in spec.properties where known.insert(row.property.word).inserted {
          items.append(CompletionItem(row.property.word, .property, row.documentation))
        }
      }
      return items
    }
  }

  private var declarations: [CompletionItem] {
    var items: [CompletionItem] = []
    let kinds: KeywordSet = [.external, .process, .store, .interface, .boundary, .asset]
    for id in model.allEntities where kinds.contains(model[id].keyword) && !model.isBuiltIn(id) {
      items.append(
        CompletionItem(model.path(id), .entity(model[id].keyword.word), model.caption(id)))
    }
    return items
  }
}
