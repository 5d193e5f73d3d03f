// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What of a flow or store is encrypted: by its property, its protocol, or a control in place.
enum EncryptionCover {
  case everything
  /// Only these assets, by controls of their own.
  case only([EntityID])

  func covers(_ asset: EntityID) -> Bool {
    switch self {
    case .everything: true
    case .only(let assets): assets.contains(asset)
    }
  }
}

extension LintContext {
  /// What is encrypted on the way of a flow.
  ///
  /// A control that secures a channel counts wherever it applies; one that encrypts content counts
  /// where the flow, an interface or the asset names it, since at an end it may be about data at
  /// rest.
  func encryptionCover(_ flow: Flow) -> EncryptionCover {
    if isStatedEncrypted(flow.entity) { return .everything }
    if model.entry(flow.entity, .encrypted) != nil { return .only([]) }
    var assets: [EntityID] = []
    let hasChannel = model.channellessMedium(of: flow) == nil
    for application in controls.applications(to: flow.entity)
    where controls.isInPlace(application.control) {
      let place = model[application.place].keyword
      let isOnWay = place == .flow || place == .interface || place == .asset
      guard
        hasChannel && securesChannel(application.control)
          || isOnWay && encrypts(application.control)
      else {
        continue
      }
      guard place == .asset else { return .everything }
      assets.append(application.place)
    }
    let carried = model.carried(on: flow.entity)
    let coversAll = !carried.isEmpty && carried.allSatisfy(assets.contains)
    return coversAll ? .everything : .only(assets)
  }

  /// Whether a control that is in place keeps others from a way without channels, or from altering what
  /// goes there unseen: a seal, a signature or code of each message.
  func isGuardedWithoutChannel(_ flow: Flow) -> Bool {
    guard model.channellessMedium(of: flow) != nil else { return false }
    return controls.applications(to: flow.entity).contains { application in
      let place = model[application.place].keyword
      return controls.isInPlace(application.control)
        && (place == .flow || place == .interface || place == .asset)
        && model.words(application.control, .mechanism).contains { word in
          Mechanisms.families(of: word).contains(where: Self.guards.contains)
        }
    }
  }

  private static let guards: Set = ["signature", "mac", "aead", "tamper-seal"]

  /// What is encrypted at rest in a store; a vault is encrypted by its nature.
  func encryptionCover(store: EntityID) -> EncryptionCover {
    if isStatedEncrypted(store) { return .everything }
    if model.entry(store, .encrypted) != nil { return .only([]) }
    if model.word(store, .kind) == "vault" { return .everything }
    var assets: [EntityID] = []
    for application in controls.applications(to: store)
    where controls.isInPlace(application.control) {
      let isStorage = model.words(application.control, .capability).contains("STCF")
      guard isStorage || encrypts(application.control) else { continue }
      guard model[application.place].keyword == .asset else { return .everything }
      assets.append(application.place)
    }
    return .only(assets)
  }

  /// Whether a flow or store says that it is encrypted. A weak mechanism counts here, and one that does
  /// nothing there: `weak-mechanism` and `misplaced-protection` say what is wrong.
  private func isStatedEncrypted(_ id: EntityID) -> Bool {
    switch model.encryption(id) {
    case .stated, .implied, .weak, .unfit: true
    case .absent, .planned: false
    }
  }

  /// Whether a control makes a channel confidential. A weak mechanism counts here: `weak-mechanism`
  /// says what is wrong with it.
  private func securesChannel(_ control: EntityID) -> Bool {
    let channels = ["tls-", "dtls-", "ssl-", "wpa", "wep", "ipsec", "ssh", "ble-lesc"]
    return model.words(control, .capability).contains("TXCF")
      || model.words(control, .mechanism).contains { word in
        word == "tls" || channels.contains { word.hasPrefix($0) }
      }
  }

  /// Whether a control encrypts content, on a channel or at rest.
  private func encrypts(_ control: EntityID) -> Bool {
    let others: Set<String> = ["aead", "aes", "chacha20", "des", "triple-des", "rc4"]
    return model.words(control, .mechanism).contains { word in
      others.contains(word) || word.hasPrefix("aes-")
    }
  }
}
