// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// Security levels of IEC 62443, 0 to 4, one for each foundational requirement FR1 to FR7.
package struct SecurityLevels: Hashable, Sendable {
  /// The levels for FR1 to FR7, in this order.
  package let levels: [Int]

  /// The levels that a declaration states: one for all, or seven.
  ///
  /// Nil where it states none, or states them wrongly, which `faults(_:)` reports.
  package init?(_ property: Property, of id: EntityID, in model: Model) {
    let numbers = model.values(id, property).compactMap { value -> Double? in
      guard case .number(let number) = value.content else { return nil }
      return number
    }
    guard numbers.allSatisfy({ $0 == $0.rounded() }) else { return nil }
    switch numbers.count {
    case 1: levels = Array(repeating: Int(numbers[0]), count: Self.count)
    case Self.count: levels = numbers.map { Int($0) }
    default: return nil
    }
  }

  /// The number of foundational requirements.
  package static let count = 7

  /// Levels that are neither one number nor seven, or no whole numbers.
  static func faults(_ model: Model) -> [Diagnostic] {
    model.allEntities.flatMap { id in
      [Property.securityLevel, .capabilityLevel].compactMap { property -> Diagnostic? in
        guard let entry = model.entry(id, property), Self(property, of: id, in: model) == nil
        else { return nil }
        let values = model.values(id, property)
        let isNumeric = values.allSatisfy { value in
          if case .number = value.content { true } else { false }
        }
        // Anything but a number is reported where values are checked.
        guard isNumeric else { return nil }
        let message =
          values.count == 1 || values.count == count
          ? "a security level is a whole number from 0 to 4"
          : "`\(property.word)` takes one level or seven, not \(values.count)"
        return Diagnostic(
          "wrong-level", .error, message, at: Label(model.syntax(entry, of: id).range),
          help: ["write one level for all, or seven, for FR1 to FR7"])
      }
    }
  }
}

/// The security level that a place asks for, and which declaration asks.
package struct TargetLevels: Sendable {
  package let levels: SecurityLevels
  /// The boundary or zone that states them.
  package let source: EntityID
  /// The innermost boundary that they hold for.
  package let boundary: EntityID
}

extension Model {
  /// The levels asked for where something lies: by the nearest boundary around it that states some
  /// itself or lies in a zone that does.
  package func targetLevels(around id: EntityID) -> TargetLevels? {
    for boundary in boundaries(around: id) {
      if let levels = SecurityLevels(.securityLevel, of: boundary, in: self) {
        return TargetLevels(levels: levels, source: boundary, boundary: boundary)
      }
      for zone in references(boundary, .zone) {
        if let levels = SecurityLevels(.securityLevel, of: zone, in: self) {
          return TargetLevels(levels: levels, source: zone, boundary: boundary)
        }
      }
    }
    return nil
  }
}
