// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

/// A triage or decision that states a property, and those of its threats that a rule finds.
///
/// A decision about many threats gives one finding, not one for each of them.
struct RiskStatement {
  let entity: EntityID
  let property: Property
  /// At least one.
  private(set) var threats: [AssessedThreat]

  init(_ entity: EntityID, _ property: Property, _ threats: [AssessedThreat]) {
    self.entity = entity
    self.property = property
    self.threats = threats
  }

  mutating func add(_ assessed: AssessedThreat) { threats.append(assessed) }
}

extension LintContext {
  /// The declarations that state a property of threats, with the threats that a rule finds.
  func statements(
    of property: Property, where isFound: (AssessedThreat) -> Bool
  ) -> [RiskStatement] {
    var found: [RiskStatement] = []
    var places: [EntityID: Int] = [:]
    for assessed in stated {
      guard let entity = model.first(assessed.threat.statements, stating: property),
        isFound(assessed)
      else { continue }
      if let place = places[entity] {
        found[place].add(assessed)
      } else {
        places[entity] = found.count
        found.append(RiskStatement(entity, property, [assessed]))
      }
    }
    return found
  }

  /// Where a statement stands: its value.
  func range(of statement: RiskStatement) -> SourceRange {
    range(of: statement.property, orHeadingOf: statement.entity)
  }

  /// What a message calls the threats of a statement, with the verb that follows.
  func subject(of statement: RiskStatement, _ one: String, _ many: String) -> String {
    if statement.threats.count == 1, let only = statement.threats.first {
      return "\(named(only)) \(one)"
    }
    let place = "\(model[statement.entity].keyword.word) `\(model.path(statement.entity))`"
    return "\(statement.threats.count) threats of \(place) \(many)"
  }

  /// The threats of a statement about several, for a note.
  func members(of statement: RiskStatement) -> [String] {
    guard statement.threats.count > 1 else { return [] }
    let shown = statement.threats.prefix(4).map { "`\($0.threat.id)` (\($0.weight))" }
    let rest = statement.threats.count - shown.count
    let last = rest > 0 ? "\(rest) more" : shown.last ?? ""
    let list = (rest > 0 ? shown : shown.dropLast()).joined(separator: ", ")
    return ["they are \(list) and \(last)"]
  }

  /// A second label at a property of a threat, if somebody states it.
  func label(_ property: Property, of assessed: AssessedThreat, _ text: String) -> Label? {
    model.first(assessed.threat.statements, stating: property).map {
      Label(range(of: property, orHeadingOf: $0), text)
    }
  }
}
