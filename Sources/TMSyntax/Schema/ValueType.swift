// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a property accepts.
package indirect enum ValueType: Sendable {
  /// A text in quotes.
  case text
  case number(ClosedRange<Double>)
  /// `yes` or `no`.
  case boolean
  case date
  case word(Vocabulary)
  /// A word of the author's own: an identifier of another file or tool, such as a test case.
  case identifier
  /// The name of, or the path to, a declaration of one of these kinds.
  case reference(KeywordSet)
  /// A condition over a subject, such as `crosses and source is external`.
  case condition(ConditionSubject)
  /// The first of several types that the value fits.
  case oneOf([ValueType])

  /// A category of threat: one of the methods', or one that the model declares.
  static let threatCategory = ValueType.oneOf([.word(.threatCategories), .reference([.category])])
  /// A hazard of the safety risk file, or `none`.
  static let harm = ValueType.oneOf([.word(.noHarm), .reference([.hazard])])
}

/// What a condition speaks about, and so which names it may use.
package enum ConditionSubject: Sendable {
  /// What `applies-to` of the same declaration says.
  case appliesTo
  /// Any element, flow, boundary, asset or interface.
  case anything
  case threat
}

/// A property of a declaration: one row of the schema.
///
/// A class, so that passing one around copies a reference.
package final class PropertySpec: Sendable {
  package let property: Property
  package let type: ValueType
  package let cardinality: Cardinality
  /// One sentence for hovers and the language reference.
  package let documentation: String

  package enum Cardinality: Sendable {
    case one
    case list
  }

  init(_ property: Property, _ type: ValueType, _ documentation: String) {
    self.property = property
    self.type = type
    self.cardinality = .one
    self.documentation = documentation
  }

  init(_ property: Property, listOf type: ValueType, _ documentation: String) {
    self.property = property
    self.type = type
    self.cardinality = .list
    self.documentation = documentation
  }
}
