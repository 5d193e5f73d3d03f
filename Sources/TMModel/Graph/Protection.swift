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
  /// Named, but broken, outdated or never meant to protect: counts for nothing.
  case weak(String)
  /// By a control that is not in place yet: counts for nothing.
  case planned(String)

  /// Whether it protects now.
  package var isPresent: Bool {
    switch self {
    case .stated, .implied: true
    case .absent, .weak, .planned: false
    }
  }
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
    var best = Protection.absent
    for value in values(flow, .authenticated) where !best.isPresent {
      let protection = stated(value)
      if protection != .absent { best = protection }
    }
    // An explicit property wins over the protocol.
    if entry(flow, .authenticated) != nil { return best }
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
    if case .entity(let control) = value.content {
      return isInPlace(control: control) ? .stated(name(control)) : .planned(name(control))
    }
    guard let word = word(value), word != "no" else { return .absent }
    return Weakness(word) == nil ? .stated(word) : .weak(word)
  }

  /// Whether a flow or store says `no` to a way of protection, which neither a control nor a protocol
  /// can undo.
  package func denies(_ id: EntityID, _ property: Property) -> Bool {
    values(id, property).contains { word($0) == "no" }
  }

  /// Whether a control is done: its status says so, or it has none.
  package func isInPlace(control: EntityID) -> Bool {
    guard let status = word(control, .status) else { return true }
    return status == "implemented" || status == "verified"
  }

  /// What proves one end of a flow to the other.
  ///
  /// `authenticated` is about the source; of a two-way flow between a program and a person it is about
  /// the person, whichever end it was written at.
  package func authentication(of end: EntityID, on flow: Flow) -> Protection {
    let provesTarget =
      flow.isTwoWay && boolean(flow.target, .human) == true && boolean(flow.source, .human) != true
    return end == (provesTarget ? flow.target : flow.source)
      ? sourceAuthentication(flow.entity) : targetAuthentication(flow.entity)
  }
}
