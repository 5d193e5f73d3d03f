// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// A guidance or standard along which a report can be laid out: what it asks for, as data.
package struct Profile: Sendable {
  /// The word of `--profile` and of `profile` in a model.
  package let id: String
  package let title: String
  /// The edition whose elements these are.
  package let edition: String
  package let elements: [ProfileElement]
  /// The ids of chapters in the order of the profile; the others follow in their own.
  package let chapters: [String]

  /// All profiles.
  package static let all: [Profile] = [.fda, .mdr, .iec81001]

  /// The profile of a word.
  package static func named(_ id: String) -> Profile? { all.first { $0.id == id } }

  /// The profiles that a model states, each once, in its order.
  package static func stated(by model: Model) -> [Profile] {
    var found: [Profile] = []
    for word in model.profiles {
      guard let profile = named(word), !found.contains(where: { $0.id == word }) else { continue }
      found.append(profile)
    }
    return found
  }
}

/// One thing that a profile asks for.
package struct ProfileElement: Sendable {
  /// Unique in the profile; stable, for tools.
  package let id: String
  /// Its number in the table: ours, unless the source numbers it.
  package let number: String
  /// In our words.
  package let title: String
  /// Where it stands in the source.
  package let reference: String
  package let coverage: Coverage
  /// What the model has to say; each counts by itself.
  package let parts: [ProfilePart]
  /// The words of `covers` with which a document covers it.
  package let documents: [String]
  /// What no program can judge, as an instruction; nil where there is nothing of the kind.
  package let review: String?

  /// What can cover an element.
  package enum Coverage: Sendable {
    /// The model, if it says every part; or else a document.
    case modelOrDocument
    /// Only a document; what the model says is a part of it.
    case document
  }

  init(
    _ number: String, _ id: String, _ title: String, _ reference: String,
    coverage: Coverage = .modelOrDocument, parts: [ProfilePart] = [], documents: [String],
    review: String? = nil
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.reference = reference
    self.coverage = coverage
    self.parts = parts
    self.documents = documents
    self.review = review
  }
}

/// A part of an element that the model can say.
package struct ProfilePart: Sendable {
  /// What it is: "assumptions".
  let name: String
  /// How an author states it; words between backticks are pieces of a model.
  let remedy: String
  let find: @Sendable (ProfileFacts) -> Finding

  /// What the model says of a part.
  enum Finding: Sendable {
    case present(ProfileEvidence)
    /// Some of it, with how much is missing.
    case partial(ProfileEvidence, String)
    /// Nothing is asked as long as another part is missing.
    case idle
    /// Left out, with the reason.
    case explained(ProfileEvidence)
    /// The detail says how much of it, such as "3 of 40 controls"; nil for all of it.
    case missing(String?)
  }

  init(
    _ name: String, _ remedy: String, find: @escaping @Sendable (ProfileFacts) -> Finding
  ) {
    self.name = name
    self.remedy = remedy
    self.find = find
  }
}

/// What covers something, and where in the report it stands.
package struct ProfileEvidence: Hashable, Sendable {
  package let text: String
  /// Places of the report that show it, the best first; those that a report lacks are skipped.
  package let places: [ReportAnchor]

  init(_ text: String, _ places: ReportAnchor...) {
    self.text = text
    self.places = places
  }
}
