// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What one clause of a condition met in a model: for saying why it held or not.
package struct ClauseTrace: Sendable {
  /// Where the clause is written.
  package let range: SourceRange
  package let holds: Bool
  /// The values that it looks at, in the order of its text, each once.
  package let facts: [Fact]

  /// A name of the clause with its value for the subject.
  package struct Fact: Hashable, Sendable {
    /// As it is written: `target.human`.
    package let name: String
    /// For a reader, names of the model in backticks.
    package let value: String
  }
}

extension Evaluator {
  /// The clauses at the top level of a condition, each evaluated by itself.
  package func trace(_ condition: Condition, for subject: Subject) -> [ClauseTrace] {
    condition.clauses.map { clause in
      var facts: [ClauseTrace.Fact] = []
      let answer = model.effort.evaluating(
        clause.range, about: threat, remembers: clause.remembers
      ) { run in
        collect(clause.node, subject, &facts, &run)
        return holds(clause.node, SubjectStack(subject), &run)
      }
      return ClauseTrace(range: clause.range, holds: answer, facts: facts)
    }
  }

  private func collect(
    _ node: ConditionNode, _ subject: Subject, _ facts: inout [ClauseTrace.Fact],
    _ run: inout EvaluationRun
  ) {
    switch node {
    case .all(let nodes), .any(let nodes):
      for node in nodes { collect(node, subject, &facts, &run) }
    case .not(let inner): collect(inner, subject, &facts, &run)
    case .implies(let condition, let consequence):
      collect(condition, subject, &facts, &run)
      collect(consequence, subject, &facts, &run)
    case .truth(let access), .isKind(let access, _), .isWord(let access, _),
      .isEntity(let access, _), .compare(let access, _, _), .compareRank(let access, _, _, _),
      .compareDate(let access, _, _), .compareText(let access, _, _):
      add(name(access), value(access, subject), &facts)
    case .quantified(let quantified):
      let access = quantified.access
      guard let condition = quantified.condition else {
        return add(name(access), value(access, subject), &facts)
      }
      var members: [String] = []
      if let (start, attribute) = base(access, SubjectStack(subject)) {
        for id in entities(attribute, of: start) {
          let member = member(id, of: attribute, of: start.entity)
          let isFulfilled = holds(condition, SubjectStack(subject).pushing(member), &run)
          members.append("`\(model.path(id))`: \(isFulfilled ? "yes" : "no")")
        }
      }
      add(name(access), Self.list(members), &facts)
    }
  }

  private func add(_ name: String, _ value: String, _ facts: inout [ClauseTrace.Fact]) {
    let fact = ClauseTrace.Fact(name: name, value: value)
    if !facts.contains(fact) { facts.append(fact) }
  }

  private func name(_ access: Access) -> String {
    access.steps.map { step in
      switch step {
      case .property(let property): property.word
      case .computed(let computed): computed.rawValue
      case .threat(.stated(let property)): property.word
      case .threat(.computed(let computed)): computed.rawValue
      }
    }.joined(separator: ".")
  }

  private func value(_ access: Access, _ subject: Subject) -> String {
    guard let (place, attribute) = base(access, SubjectStack(subject)) else {
      return "nothing to look at"
    }
    switch attribute {
    case .property(let property): return value(property, of: place.entity)
    case .computed(let computed): return value(computed, of: place)
    case .threat(.stated(let property)):
      return stating(property).map { value(property, of: $0) } ?? "not stated"
    case .threat(.computed(let computed)): return value(computed)
    }
  }

  private func value(_ property: Property, of id: EntityID) -> String {
    let values = model.values(id, property).map { value in
      switch value.content {
      case .word, .boolean: model.word(value).map { "`\($0)`" } ?? ""
      case .text(let text): "\"\(text)\""
      case .number(let number): Self.number(number)
      case .date(let date): "\(date)"
      case .entity(let id): "`\(model.path(id))`"
      case .condition: "a condition"
      case .invalid: "a mistake"
      }
    }
    return values.isEmpty ? "not stated" : Self.list(values)
  }

  private func value(_ attribute: ComputedAttribute, of subject: Subject) -> String {
    let id = subject.entity
    switch attribute {
    case .id: return "`\(model.name(id))`"
    case .title: return "\"\(model.title(id))\""
    case .authenticated: return Self.protection(authentication(subject))
    case .recipientAuthenticated: return Self.protection(model.recipientAuthentication(subject))
    case .serverAuthenticated: return Self.protection(serverAuthentication(subject))
    case .encrypted: return Self.protection(model.encryption(id))
    case .clearText: return model.clearTextProtocol(id).map { "`\($0)`" } ?? "no"
    case .serves: return Self.list(model.serves(id).map { "`\($0)`" })
    case .supplies: return Self.list(model.supplies(id).map { "`\($0)`" })
    case .zone: return model.zone(id).map { "`\($0)`" } ?? "none"
    case .trust: return model.trust(id).map(Self.number) ?? "not stated"
    case .twoWay, .replayProof, .integrityProtected, .serverSide, .wireless, .networked,
      .industrial, .physical, .debug,
      .sensitive, .secret, .personal, .accountable,
      .actedOn, .fromOutside, .inPerson, .calls, .onBehalf:
      return isTrue(attribute, of: subject) ? "yes" : "no"
    case .source, .target, .boundary, .within, .element:
      let found = entities(.computed(attribute), of: subject)
      return Self.list(found.map { "`\(model.path($0))`, \(model[$0].keyword.phrase)" })
    case .crosses, .via, .flows, .flowsIn, .flowsOut, .interfaces, .components, .elements, .stores:
      return Self.list(entities(.computed(attribute), of: subject).map { "`\(model.path($0))`" })
    }
  }

  private static func protection(_ protection: Protection) -> String {
    switch protection {
    case .absent: "no"
    case .stated(let word): "`\(word)`"
    case .implied(let name): "implied by `\(name)`"
    case .weak(let word): "`\(word)`, which is no protection"
    case .unfit(let word, let why): "`\(word)`, which \(why.reason)"
    case .planned(let control): "`\(control)`, which is not in place yet"
    }
  }

  private static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  /// At most six of a list, and how many more there are.
  static func list(_ values: [String]) -> String {
    if values.isEmpty { return "none" }
    let shown = values.prefix(6).joined(separator: ", ")
    return values.count > 6 ? "\(shown) and \(values.count - 6) more" : shown
  }
}
