// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The titles of a model as parts of a sentence, each made once: a large register names the same
/// elements thousands of times.
final class PhraseBook {
  private let model: Model
  private var phrases: [String?]

  init(_ model: Model) {
    self.model = model
    phrases = Array(repeating: nil, count: model.entities.count)
  }

  /// The title with its article, in the middle of a sentence.
  func phrase(_ id: EntityID) -> String {
    if let known = phrases[Int(id.index)] { return known }
    let phrase = NounPhrase.definite(model.title(id))
    phrases[Int(id.index)] = phrase
    return phrase
  }
}
