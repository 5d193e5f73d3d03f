// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a word of a vocabulary stands for.
enum WordMeaning {
  static func text(_ word: String, in vocabulary: Vocabulary) -> String? {
    if let meaning = vocabulary.meaning(of: word) { return meaning }
    if vocabulary === Vocabulary.protocols { return ProtocolFacts.named(word).map(implied) }
    if vocabulary === Vocabulary.zones, let zone = Zone.builtIn.first(where: { $0.name == word }) {
      return "trust \(number(zone.trust)) — \(zone.documentation)"
    }
    return nil
  }

  /// What the name of a protocol implies: "HTTP over TLS; encrypted, the server proves itself".
  static func implied(_ facts: ProtocolFacts) -> String {
    "\(facts.meaning); \(properties(facts))"
  }

  static func properties(_ facts: ProtocolFacts) -> String {
    let channel =
      switch facts.channel {
      case .encrypted: "encrypted"
      case .clearText: "clear text"
      case .unstated: "encryption not stated"
      }
    let proof =
      facts.authenticatesClient
      ? "both sides prove themselves"
      : facts.authenticatesServer ? "the target proves itself" : "nobody proves who they are"
    return "\(channel), \(proof)"
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
