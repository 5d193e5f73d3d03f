// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// A category of threat that a model declares: `category patient-safety "Patient safety" { … }`.
///
/// Two are the same where their names are, so that those of two versions of a model can be compared.
package final class OwnCategory: Sendable, Hashable {
  package let name: String
  package let title: String
  /// What stands at the head of a column; no other category of the model has the same.
  package let abbreviation: String
  /// The property that such a threat violates, if the model says it.
  package let violates: String?
  /// Whether such a threat can lead to the hazards of what it is about.
  package let endangersFunction: Bool

  fileprivate init(_ id: EntityID, _ model: Model, abbreviation: String) {
    name = model.name(id)
    title = model.title(id)
    self.abbreviation = abbreviation
    violates = model.text(id, .violates)
    endangersFunction = model.word(id, .harm) != "none"
  }

  package static func == (left: OwnCategory, right: OwnCategory) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The categories of a model: those of the methods, and those that it declares.
package struct CategoryTable: Sendable {
  private let model: Model
  /// Those that the model declares, by name.
  package let own: [ThreatCategory]
  private let byName: [String: ThreatCategory]

  package init(_ model: Model) {
    self.model = model
    var taken = Set(ThreatCategory.ofMethods.map(\.abbreviation))
    let declared = model.all(.category).filter { ThreatCategory(method: model.name($0)) == nil }
    let byName = declared.sorted { model.name($0) < model.name($1) }
    var own: [ThreatCategory] = []
    for id in byName where own.last?.rawValue != model.name(id) {
      let abbreviation = Self.abbreviation(of: model.name(id), unlike: taken)
      taken.insert(abbreviation)
      own.append(.own(OwnCategory(id, model, abbreviation: abbreviation)))
    }
    self.own = own
    self.byName = Dictionary(uniqueKeysWithValues: own.map { ($0.rawValue, $0) })
  }

  /// All, in the order of listings.
  package var all: [ThreatCategory] { ThreatCategory.ofMethods + own }

  /// The category that is written so.
  package func named(_ word: String) -> ThreatCategory? {
    ThreatCategory(method: word) ?? byName[word]
  }

  /// The `category` of a template or of a threat of the author's own.
  package func category(of id: EntityID) -> ThreatCategory? {
    model.word(id, .category).flatMap(named)
  }

  /// The categories that a property lists.
  package func categories(_ id: EntityID, _ property: Property) -> [ThreatCategory] {
    model.words(id, property).compactMap(named)
  }

  /// The first letters of the words of a name, or the first three of a single word: `PS` for
  /// `patient-safety`, `Abu` for `abuse`; with a number where another category has the same.
  private static func abbreviation(of name: String, unlike taken: Set<String>) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == "." }
    let letters =
      words.count > 1
      ? words.prefix(4).compactMap(\.first).map { $0.uppercased() }.joined()
      : name.prefix(1).uppercased() + name.dropFirst().prefix(2).lowercased()
    if !taken.contains(letters) { return letters }
    // There are fewer taken ones than numbers to try.
    let numbered = (2...taken.count + 2).lazy.map { "\(letters)\($0)" }
    return numbered.first { !taken.contains($0) } ?? letters
  }
}
