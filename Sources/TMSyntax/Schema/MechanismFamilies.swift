// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a mechanism is, whatever its version: the word that tables of reach know.
extension Mechanisms {
  /// What encrypts a medium, and nothing that leaves it.
  package static let storage = "storage-encryption"

  /// The families of a mechanism: `tls-1.3`, `ipsec` and `wpa3` are `tls`; with certificates of both
  /// ends it is two. None for a broken word, one that means several things, and one that is not known.
  package static func families(of word: String) -> [String] {
    knownFamilies[word] ?? foundFamilies(of: word)
  }

  /// Rules and conditions ask for the same few words again and again.
  private static let knownFamilies: [String: [String]] = {
    let words = Set(Vocabulary.mechanisms.words).union(synonyms.keys).union(atRest)
      .union(mutualChannels).union(["yes", "no", "mutual", "token"])
    return Dictionary(uniqueKeysWithValues: words.map { ($0, foundFamilies(of: $0)) })
  }()

  private static func foundFamilies(of word: String) -> [String] {
    if Weakness(word) != nil || isUnclear(word) { return [] }
    if atRest.contains(word) { return [storage] }
    if mutualChannels.contains(word) { return ["tls", "certificate"] }
    // Both ends know a key of their own; of TLS alone, only the server proves itself.
    if ["ble-lesc", "wpa2", "wpa3", "ssh"].contains(word) { return ["tls", "mac"] }
    if isChannel(word) { return ["tls"] }
    let known = known(word)
    if known == "aes" || known.hasPrefix("aes-") || known == "chacha20" { return ["aes"] }
    if ["s-mime", "openpgp", "end-to-end"].contains(known) { return ["aead"] }
    return Vocabulary.mechanisms.words.contains(known) ? [known] : []
  }

  /// Whether the program does not know what a word does: nothing can be said of it.
  package static func isUnknown(_ word: String) -> Bool {
    families(of: word).isEmpty && Weakness(word) == nil && !isUnclear(word)
  }

  /// Whether a way of encryption works while data is on its way.
  package static func encryptsOnTheWay(_ word: String) -> Bool {
    word == "yes" || families(of: word).contains { ["tls", "aes", "aead"].contains($0) }
  }

  /// Whether a way of encryption works while data rests.
  package static func encryptsAtRest(_ word: String) -> Bool {
    word == "yes" || families(of: word).contains { ["aes", "aead", "hsm", storage].contains($0) }
  }

  /// Whether a mechanism proves who somebody is, or who made something.
  package static func proves(_ word: String) -> Bool {
    families(of: word).contains { proofs.contains($0) }
  }

  /// Whether what is sent under this way of encryption cannot be sent a second time.
  ///
  /// A bare cipher does not look at when a message was made (CWE-294).
  package static func refusesRepeats(_ word: String) -> Bool {
    families(of: word).contains { ["tls", "freshness", "sequence-number"].contains($0) }
  }

  /// Whether a way of encryption hides what is sent, and lets it be changed: a cipher without a mode or a
  /// code that authenticates (CWE-353).
  package static func isBareCipher(_ word: String) -> Bool { families(of: word) == ["aes"] }

  private static let proofs: Set<String> = [
    "signature", "mac", "aead", "tls", "certificate", "password", "mfa", "passkey", "freshness",
    "distance-bounding",
  ]

  private static let atRest: Set<String> = [
    "disk-encryption", "full-disk-encryption", "encryption-at-rest", "database-encryption",
    "storage-encryption", "tde",
  ]

  private static let mutualChannels: Set<String> = [
    "mtls", "mutual-tls", "ipsec", "wireguard", "wpa2-enterprise", "wpa3-enterprise",
  ]

  private static func isChannel(_ word: String) -> Bool {
    ["tls", "vpn", "https", "quic"].contains(word)
      || ["tls-", "dtls"].contains { word.hasPrefix($0) }
  }
}
