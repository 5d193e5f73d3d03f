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
    guard phrase.isAction || namesContent(id) else { return phrase.text }
    if !phrase.isAction { return "the interface “\(oneLine(model.title(id)))”" }
    switch model[id].keyword {
    case .process, .store, .interface, .boundary, .flow:
      return "the \(model[id].keyword.word) \(phrase.text)"
    default: return phrase.text
    }
  }

  /// Whether an interface has the name of what comes through it, which is no place: "Code from the CDN".
  private func namesContent(_ id: EntityID) -> Bool {
    guard model[id].keyword == .interface else { return false }
    return Self.contents.contains(TitleHead(NounPhrase.words(model.title(id))).noun.lowercased())
  }

  private func oneLine(_ title: String) -> String {
    let text = NounPhrase.words(title).joined(separator: " ")
    return text.count > NounPhrase.limit ? text.prefix(NounPhrase.limit - 1) + "…" : text
  }

  private static let contents: Set = [
    "code", "firmware", "software", "update", "updates", "data", "content",
  ]

  /// Whether the verb of a title is a plural.
  func isPlural(_ id: EntityID) -> Bool { nounPhrase(id).isPlural && !namesContent(id) }

  /// The title of a flow without assets, if it names what is sent: "the ADT messages" of "ADT
  /// messages"; nil for "HTTPS", "Connection" or "Sends glucose values".
  func content(ofFlow id: EntityID) -> String? {
    guard let title = model.ownTitle(id) else { return nil }
    let phrase = nounPhrase(id)
    return !phrase.isAction && FlowTitle.isContent(title) ? phrase.text : nil
  }

  private func nounPhrase(_ id: EntityID) -> NounPhrase {
    if let known = phrases[Int(id.index)] { return known }
    let isPart = [.process, .store, .interface, .boundary].contains(model[id].keyword)
    let phrase = NounPhrase(model.title(id), isOneThing: isPart)
    phrases[Int(id.index)] = phrase
    return phrase
  }
}
