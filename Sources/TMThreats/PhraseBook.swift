// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The titles of a model as parts of a sentence, each made once: a large register names the same
/// elements thousands of times.
final class PhraseBook {
  private let model: Model
  private var phrases: [NounPhrase?]

  init(_ model: Model) {
    self.model = model
    phrases = Array(repeating: nil, count: model.entities.count)
  }

  /// The title with its article, in the middle of a sentence.
  ///
  /// One that says what is done has what does it before: "the process “Validate order”".
  func phrase(_ id: EntityID) -> String {
    let phrase = nounPhrase(id)
    guard phrase.isAction else { return phrase.text }
    switch model[id].keyword {
    case .process, .store, .interface, .boundary, .flow:
      return "the \(model[id].keyword.word) \(phrase.text)"
    default: return phrase.text
    }
  }

  /// Whether the verb of a title is a plural.
  func isPlural(_ id: EntityID) -> Bool { nounPhrase(id).isPlural }

  /// The title of a flow without assets, if it names what is sent: "the ADT messages" of "ADT
  /// messages"; nil for "HTTPS", "Connection" or "Sends glucose values".
  func content(ofFlow id: EntityID) -> String? {
    guard let title = model.ownTitle(id) else { return nil }
    let phrase = nounPhrase(id)
    return !phrase.isAction && FlowTitle.isContent(title) ? phrase.text : nil
  }

  private func nounPhrase(_ id: EntityID) -> NounPhrase {
    if let known = phrases[Int(id.index)] { return known }
    let phrase = NounPhrase(model.title(id))
    phrases[Int(id.index)] = phrase
    return phrase
  }
}
