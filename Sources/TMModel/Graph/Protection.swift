// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Whether a flow or store is protected in some way, and what says so.
package enum Protection: Equatable, Sendable {
  case absent
  /// By a property of the declaration, with the word or control as it is written.
  case stated(String)
  /// By what the named protocol implies.
  case implied(protocol: String)

  package var isPresent: Bool { self != .absent }
}

extension Model {
  /// How the content of a flow or store is encrypted. An explicit property wins over the protocol.
  package func encryption(_ id: EntityID) -> Protection {
    if let value = values(id, .encrypted).first { return stated(value) }
    for name in words(id, .protocol) {
      if ProtocolFacts.named(name)?.channel == .encrypted { return .implied(protocol: name) }
    }
    return .absent
  }

  /// How the source of a flow proves to the target who it is.
  package func sourceAuthentication(_ flow: EntityID) -> Protection {
    for value in values(flow, .authenticated) {
      let protection = stated(value)
      if protection.isPresent { return protection }
    }
    // An explicit property wins over the protocol.
    if entry(flow, .authenticated) != nil { return .absent }
    for name in words(flow, .protocol) {
      if ProtocolFacts.named(name)?.authenticatesClient == true {
        return .implied(protocol: name)
      }
    }
    return .absent
  }

  /// How the target of a flow proves to the source who it is.
  package func targetAuthentication(_ flow: EntityID) -> Protection {
    let mutual = words(flow, .authenticated).first { $0 == "mutual" }
    if let mutual { return .stated(mutual) }
    for name in words(flow, .protocol) {
      if ProtocolFacts.named(name)?.authenticatesServer == true {
        return .implied(protocol: name)
      }
    }
    return .absent
  }

  /// The clear-text protocol of a flow that nothing encrypts, if it names one.
  package func clearTextProtocol(_ flow: EntityID) -> String? {
    if encryption(flow).isPresent { return nil }
    return words(flow, .protocol).first { ProtocolFacts.named($0)?.channel == .clearText }
  }

  private func stated(_ value: Value) -> Protection {
    if case .entity(let control) = value.content { return .stated(name(control)) }
    guard let word = word(value), word != "no" else { return .absent }
    return .stated(word)
  }
}
