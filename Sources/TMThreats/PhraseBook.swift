// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The titles of a model as parts of a sentence, each made once: a large register names the same
/// elements thousands of times.
final class PhraseBook {
  private let model: Model
  private var phrases: [EntityID: String] = [:]

  init(_ model: Model) { self.model = model }

  /// The title with its article, in the middle of a sentence.
  func phrase(_ id: EntityID) -> String {
    if let known = phrases[id] { return known }
    let phrase = NounPhrase.definite(model.title(id))
    phrases[id] = phrase
    return phrase
  }
}
