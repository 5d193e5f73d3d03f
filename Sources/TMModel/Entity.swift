// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Identifies a declaration of a model.
package struct EntityID: Hashable, Comparable, Sendable {
  package let index: UInt32

  init(_ index: Int) { self.index = UInt32(index) }

  package static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

/// A declaration: its kind, id, place and properties. Plain numbers, so that a copy costs nothing; its title
/// stands beside it, ``Model/ownTitle(_:)``.
package struct Entity: Sendable {
  package let keyword: Keyword
  /// The id; of a flow without one, its name after its ends.
  package internal(set) var name: Symbol
  /// The declaration that it lies in, or nil at the top level.
  package let parent: EntityID?
  package let file: FileID
  /// The node of the declaration in the tree of its file.
  package let node: UInt32
  /// The token that names the declaration: its id, or its keyword where it has none.
  let nameNode: UInt32
  /// The rows of the model's property table that belong to it.
  var properties: Range<Int32>
}

/// A property as it was written.
package struct PropertyEntry: Sendable {
  package let property: Property
  package let node: UInt32
  /// The values, in the model's table of values.
  let values: Range<Int32>
}

/// A value of a property, after names were resolved and types checked.
package struct Value: Sendable {
  package let content: Content
  package let node: UInt32

  package enum Content: Sendable {
    case word(Symbol)
    case text(String)
    case number(Double)
    case boolean(Bool)
    case date(CalendarDate)
    case entity(EntityID)
    /// An index into the model's table of conditions.
    case condition(Int)
    /// A value that was reported.
    case invalid
  }
}

/// One severity of a policy: `missing-boundary: error`.
package struct PolicySetting: Sendable {
  package let name: String
  /// Nil for `off`.
  package let severity: Severity?
  package let range: SourceRange
}

/// `@allow(rule, "reason", until: date)` in front of a declaration.
package struct Excuse: Sendable {
  package let rule: String
  package let reason: String
  package let until: CalendarDate?
  package let entity: EntityID
  /// The whole attribute.
  package let range: SourceRange
  package let ruleRange: SourceRange
}
