// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let weakMechanism = Rule(
    "weak-mechanism", .error,
    "A broken or outdated mechanism, or one that protects nothing, is named as a protection.",
    reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.allEntities {
      for property in mechanismProperties(model[id].keyword) {
        for value in model.values(id, property) {
          guard let word = model.word(value), let weakness = Weakness(word) else { continue }
          findings.report(
            "`\(word)` \(weakness.verdict)", about: id, at: model.range(of: value, in: id),
            label: "`\(model.path(id))` rests on it", notes: [weakness.reason],
            help: property == .encrypted ? weakness.encryptionHelp : weakness.help)
        }
      }
    }
  }

  /// The properties that name mechanisms.
  private static func mechanismProperties(_ keyword: Keyword) -> [Property] {
    switch keyword {
    case .flow: [.authenticated, .encrypted]
    case .store: [.encrypted]
    case .control: [.mechanism]
    case .model, .import, .zone, .category, .asset, .hazard, .boundary, .external, .process,
      .interface,
      .component, .requirement, .verification, .threat, .threatTemplate, .decision, .matrix, .row,
      .assumption, .document, .view, .rule, .policy, .exempt:
      []
    }
  }
}

/// What is said of a weak mechanism.
extension Weakness {
  fileprivate var verdict: String {
    switch self {
    case .outdatedChannel: "is outdated: TLS 1.2 is the oldest version to use"
    case .wep, .brokenHash, .brokenCipher: "is broken"
    case .errorDetection: "finds accidents, not attacks"
    case .concealment: "is no protection: whoever knows the method undoes it"
    }
  }

  fileprivate var reason: String {
    switch self {
    case .outdatedChannel: "a partner that accepts it can be made to use it"
    case .wep: "its key can be computed from the traffic"
    case .brokenHash: "two texts with the same value can be made"
    case .brokenCipher: "its keys or blocks are too small, or its key stream is biased"
    case .errorDetection: "whoever alters the content computes the value anew, without any key"
    case .concealment: "it has no key"
    }
  }

  fileprivate var help: String {
    switch self {
    case .outdatedChannel: "use `tls-1.3` or `tls-1.2`"
    case .wep: "use `wpa3` or `wpa2`"
    case .brokenHash: "use `sha-256`, or `mac` or `signature` where somebody could alter it"
    case .brokenCipher: "use `aead` or `aes-256`"
    case .errorDetection: "use `mac`, `aead` or `signature`"
    case .concealment: "name what protects by a key, such as `aead`, or delete it"
    }
  }

  fileprivate var encryptionHelp: String {
    switch self {
    case .outdatedChannel, .wep: help
    case .brokenHash, .brokenCipher, .errorDetection, .concealment:
      "use `aes-256`, or write `encrypted: no`"
    }
  }
}
