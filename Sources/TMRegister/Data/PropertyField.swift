// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Fields that say what a property of a declaration says: name, values and documentation come from
/// the table of the language.
extension DataField where Subject == DataItem {
  /// Every property of some kinds of declaration, in the order of the table, but those that other
  /// fields say more exactly.
  static func properties(
    of keywords: [Keyword], but excluded: Set<Property> = []
  ) -> [DataField] {
    var fields: [DataField] = []
    for spec in keywords.flatMap({ Schema.spec(of: $0).properties })
    where !excluded.contains(spec.property)
      && !fields.contains(where: { $0.info.name == spec.property.word })
    {
      fields.append(property(spec))
    }
    return fields
  }

  private static func property(_ spec: PropertySpec) -> DataField {
    let (property, shape) = (spec.property, FieldShape(spec.type))
    switch spec.cardinality {
    case .list:
      return DataField(property.word, .list(shape), spec.documentation) { item in
        .list(item.model.values(item.id, property).compactMap { value($0, item, shape) })
      }
    case .one:
      return DataField(property.word, .optional(shape), spec.documentation) { item in
        item.model.values(item.id, property).first.flatMap { value($0, item, shape) } ?? .null
      }
    }
  }

  /// What stands in the model; a reference is its path where the property also takes other values.
  private static func value(_ value: Value, _ item: DataItem, _ shape: FieldShape) -> ReportValue? {
    switch value.content {
    case .word, .boolean:
      if case .boolean(let boolean) = value.content, case .boolean = shape {
        return .boolean(boolean)
      }
      return item.model.word(value).map(ReportValue.text)
    case .text(let text): return .text(text)
    case .number(let number):
      if case .text = shape { return .text(number.description) }
      return .init(stated: number)
    case .date(let date): return .date(date)
    case .entity(let id):
      if case .text = shape { return .text(item.book.path(id)) }
      return ReferenceRecord.record.value(item.book.item(id))
    case .condition:
      return .text(
        ConditionText.oneLine(item.model.range(of: value, in: item.id), in: item.model.sources))
    case .invalid: return nil
    }
  }
}

extension FieldShape {
  /// The shape of what a property accepts.
  fileprivate init(_ type: ValueType) {
    switch type {
    case .text, .identifier, .condition, .oneOf: self = .text
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .word(let vocabulary):
      self = vocabulary.isOpen || vocabulary.takesNumbers ? .text : .word(vocabulary.words)
    case .reference: self = .record(ReferenceRecord.record.info)
    }
  }
}

extension Vocabulary {
  /// Whether the number of a question can follow a word.
  fileprivate var takesNumbers: Bool { words.first.map { contains($0 + "-1") } ?? false }
}
