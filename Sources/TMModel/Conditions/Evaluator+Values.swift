// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Numbers, dates and texts that a condition compares.
extension Evaluator {
  func number(_ access: Access, _ subjects: SubjectStack) -> Double? {
    guard let (subject, attribute) = base(access, subjects) else { return nil }
    switch attribute {
    case .computed(.trust): return model.trust(subject.entity)
    case .computed: return nil
    case .property(let property): return model.number(subject.entity, property)
    case .threat(.stated(let property)):
      return stating(property).flatMap { model.number($0, property) }
    case .threat(.computed(let computed)): return threat?.number(computed)
    }
  }

  func date(_ access: Access, _ subjects: SubjectStack) -> CalendarDate? {
    guard let (subject, attribute) = base(access, subjects) else { return nil }
    switch attribute {
    case .property(let property): return model.date(subject.entity, property)
    case .threat(.stated(let property)):
      return stating(property).flatMap { model.date($0, property) }
    case .computed, .threat(.computed): return nil
    }
  }

  func text(_ access: Access, _ subjects: SubjectStack) -> String? {
    guard let (subject, attribute) = base(access, subjects) else { return nil }
    switch attribute {
    case .computed(.id): return model.name(subject.entity)
    case .computed(.title): return model.title(subject.entity)
    case .computed: return nil
    case .property(let property): return model.text(subject.entity, property)
    case .threat(.stated(let property)):
      return stating(property).flatMap { model.text($0, property) }
    case .threat(.computed(.id)): return threat?.id
    case .threat(.computed): return nil
    }
  }
}
