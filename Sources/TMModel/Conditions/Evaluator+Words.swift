// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Words that a condition looks for.
extension Evaluator {
  private func words(_ access: Access, _ subjects: SubjectStack) -> [Symbol] {
    guard let (subject, attribute) = base(access, subjects) else { return [] }
    return words(attribute, of: subject)
  }

  private func words(_ attribute: Attribute, of subject: Subject) -> [Symbol] {
    if let property = statedProperty(attribute) {
      if let members = members(subject, for: property) {
        return members.flatMap { words(property, of: $0.entity) }
      }
      return words(property, of: subject.entity)
    }
    switch attribute {
    case .threat(.stated(let property)):
      return stating(property).map { words(property, of: $0) } ?? []
    case .threat(.computed(let computed)):
      return (threat?.words(computed) ?? []).compactMap(model.symbols.find)
    case .computed(.zone):
      return Array(model.zoneNames(subject.entity))
    case .computed(.serves): return model.serves(subject.entity).compactMap(model.symbols.find)
    case .computed(.supplies): return model.supplies(subject.entity).compactMap(model.symbols.find)
    case .property, .computed: return []
    }
  }

  /// The property in which the words of an attribute are written.
  private func statedProperty(_ attribute: Attribute) -> Property? {
    switch attribute {
    case .property(let property): property
    case .computed(.encrypted): .encrypted
    case .computed(.authenticated): .authenticated
    case .computed, .threat: nil
    }
  }

  /// The flows of a connection, of which all words of a property count; nil where only the subject has them.
  private func members(_ subject: Subject, for property: Property) -> [Subject]? {
    switch property {
    case .function, .format: members(subject)
    default: nil
    }
  }

  private func words(_ property: Property, of id: EntityID) -> [Symbol] {
    var words: [Symbol] = []
    for value in model.values(stating(property, for: id), property) {
      if let word = word(value, of: property) { words.append(word) }
    }
    return words
  }

  /// Whether a value names a control that asks for a password and nothing else.
  private func isPassword(_ value: Value) -> Bool {
    guard case .entity(let control) = value.content else { return false }
    let mechanisms = model.words(control, .mechanism)
    return !mechanisms.isEmpty && mechanisms.allSatisfy { Mechanisms.known($0) == "password" }
  }

  private func word(_ value: Value, of property: Property) -> Symbol? {
    switch value.content {
    case .word(let symbol): symbol
    case .entity(let id) where property == .zone || model[id].keyword == .category: model[id].name
    case .entity where property == .authenticated && isPassword(value):
      model.symbols.find("password")
    case .text, .number, .boolean, .date, .entity, .condition, .invalid: nil
    }
  }

  /// The places of words in their order. A threat that leads to no hazard does less harm than any, so
  /// that `harm-severity < critical` holds for it; a hazard of unknown severity is as bad as can be.
  func ranks(
    _ access: Access, _ order: [Symbol], _ subjects: SubjectStack
  ) -> [Int] {
    let words = words(access, subjects)
    if words.isEmpty, access.last == .threat(.computed(.harmSeverity)) {
      return [threat?.entities(.harm).isEmpty == false ? order.count : -1]
    }
    return words.compactMap(order.firstIndex)
  }

  func isWord(
    _ access: Access, _ wanted: [Symbol], _ subjects: SubjectStack, _ run: inout EvaluationRun
  ) -> Bool {
    guard let (subject, attribute) = base(access, subjects) else { return false }
    if let property = statedProperty(attribute), members(subject, for: property) == nil {
      return isWord(property, of: subject.entity, wanted, &run)
    }
    let words = words(attribute, of: subject)
    run.step(words.count * wanted.count)
    return words.contains(where: wanted.contains)
  }

  /// The same for what is written in one declaration, of which no list is made.
  private func isWord(
    _ property: Property, of id: EntityID, _ wanted: [Symbol], _ run: inout EvaluationRun
  ) -> Bool {
    var count = 0
    var isFound = false
    for value in model.values(stating(property, for: id), property) {
      guard let word = word(value, of: property) else { continue }
      count += 1
      if !isFound { isFound = wanted.contains(word) }
    }
    run.step(count * wanted.count)
    return isFound
  }
}
