// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Which names a condition about some kinds of subject may use, and their types.
enum AttributeTable {
  struct Row {
    let attribute: Attribute
    let shape: Shape
  }

  /// The value that a name stands for, if at least one of the kinds has it.
  static func row(_ name: String, of subject: SubjectKinds) -> Row? {
    switch subject {
    case .threat:
      return ThreatAttribute.row(name)
    case .entities(let kinds):
      if let computed = ComputedAttribute(rawValue: name), computed.subjects.intersects(kinds) {
        return Row(attribute: .computed(computed), shape: computed.shape)
      }
      return property(name, of: kinds)
    }
  }

  /// All names that `row` knows, sorted.
  static func names(of subject: SubjectKinds) -> [String] {
    var names: Set<String> = []
    switch subject {
    case .threat:
      names = ThreatAttribute.names
    case .entities(let kinds):
      names = Set(specs(kinds).map(\.property.word))
      for computed in ComputedAttribute.allCases where computed.subjects.intersects(kinds) {
        names.insert(computed.rawValue)
      }
    }
    return names.sorted()
  }

  /// What a name stands for, in a sentence.
  static func documentation(_ name: String, _ row: Row, of subject: SubjectKinds) -> String {
    switch row.attribute {
    case .computed(let computed): return computed.documentation
    case .threat(.computed(let computed)): return computed.documentation
    case .threat(.stated(let property)):
      return Schema.spec(of: .threat).spec(of: property)?.documentation ?? ""
    case .property(let property):
      guard case .entities(let kinds) = subject else { return "" }
      return specs(kinds).first { $0.property == property }?.documentation ?? ""
    }
  }

  private static func specs(_ kinds: KeywordSet) -> [PropertySpec] {
    kinds.members.flatMap { Schema.spec(of: $0).properties } + Schema.common
  }

  private static func property(
    _ name: String, of kinds: KeywordSet
  ) -> Row? {
    guard let property = Property(word: name),
      let spec = specs(kinds).first(where: { $0.property == property })
    else { return nil }
    return Row(attribute: .property(property), shape: shape(spec.type))
  }

  static func shape(_ type: ValueType) -> Shape {
    switch type {
    case .text: .text
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .word(let vocabulary): .words(vocabulary, controls: false)
    case .identifier: .words(nil, controls: false)
    case .reference(let kinds): .entities(kinds)
    case .condition: .condition
    case .oneOf(let types): union(types)
    }
  }

  private static func union(_ types: [ValueType]) -> Shape {
    var vocabulary: Vocabulary?
    var hasReference = false
    for type in types {
      switch type {
      case .word(let words): vocabulary = words
      case .reference: hasReference = true
      case .number: return .number
      case .text, .boolean, .date, .identifier, .condition, .oneOf: break
      }
    }
    if vocabulary == nil, let first = types.first, !hasReference { return shape(first) }
    return .words(vocabulary, controls: hasReference)
  }
}
