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
  /// Named where it does nothing: counts for nothing.
  case unfit(String, UnfitProtection)
  /// By a control that is not in place yet: counts for nothing.
  case planned(String)

  /// Whether it protects now.
  package var isPresent: Bool {
    switch self {
    case .stated, .implied: true
    case .absent, .weak, .unfit, .planned: false
    }
  }
}

/// Why a protection that would do something elsewhere does nothing where it is named.
package enum UnfitProtection: Hashable, Sendable {
  /// It encrypts a medium, and this is on its way.
  case forStorage
  /// It secures a channel of a network, and this goes another way.
  case noChannel(ChannellessMedium)
  /// It encrypts a way, and this rests.
  case forTheWay
  /// It does not encrypt.
  case noEncryption
  /// It does not prove who somebody is.
  case noProof
  /// It is a secret that everybody on the way reads along: the protocol.
  case readable(protocol: String)
  /// It is such a secret, and the flow says that nothing encrypts it.
  case sentInClear
  /// The protocol is one in clear text, and this does not say what secures it.
  case contradicted(protocol: String)
  /// It proves persons, and this is a program.
  case forPersons

  /// The reason, after the name of what is unfit.
  package var reason: String {
    switch self {
    case .forStorage: "encrypts what rests, and nothing on its way"
    case .noChannel(let medium):
      "secures connections of a network, and `\(medium.name)` is none"
    case .forTheWay: "encrypts what is on its way, and nothing that rests"
    case .noEncryption: "encrypts nothing"
    case .noProof: "proves nobody"
    case .readable(let name):
      "goes in clear text over `\(name)`, so that whoever reads it can use it"
    case .sentInClear:
      "goes in the clear, as `encrypted: no` says, so that whoever reads it can use it"
    case .contradicted(let name): "does not say what secures `\(name)`, which is clear text"
    case .forPersons: "proves a person, and this is a program"
    }
  }
}

extension Model {
  /// How the content of a flow or store is encrypted. An explicit property wins over the protocol, and
  /// both over the connection that a flow runs over.
  package func encryption(_ id: EntityID) -> Protection {
    protections.encryption(id) { foundEncryption(id) }
  }

  private func foundEncryption(_ id: EntityID) -> Protection {
    if let value = values(id, .encrypted).first { return statedEncryption(value, of: id) }
    let own = words(id, .protocol)
    if offersClearText(own) { return .absent }
    for name in ProtocolStack(own).securing {
      if ProtocolFacts.named(name)?.channel == .encrypted { return .implied(protocol: name) }
    }
    // What is readable by its own protocol takes nothing from the connection it runs over.
    if own.contains(where: Self.isClearText) { return .absent }
    return carrier(of: id).map(encryption) ?? .absent
  }

  /// How the end of a flow that `authenticated` is about proves who it is: the source, or a person
  /// whom a program talks with.
  package func sourceAuthentication(_ flow: EntityID) -> Protection {
    guard let flow = graph.flow(flow) else { return .absent }
    return authentication(of: prover(flow), on: flow)
  }

  /// How the other end of a flow proves who it is.
  package func targetAuthentication(_ flow: EntityID) -> Protection {
    guard let flow = graph.flow(flow) else { return .absent }
    let other = prover(flow) == flow.source ? flow.target : flow.source
    return authentication(of: other, on: flow)
  }

  /// The clear-text protocol of a flow that nothing encrypts, if it names one.
  package func clearTextProtocol(_ flow: EntityID) -> String? {
    if encryption(flow).isPresent { return nil }
    return protocols(of: flow).first { ProtocolFacts.named($0)?.channel == .clearText }
  }

  static func isClearText(_ name: String) -> Bool {
    ProtocolFacts.named(name)?.channel == .clearText
  }

  /// Whether a list of protocols names one beside its secured form, so that a partner may choose.
  func offersClearText(_ protocols: [String]) -> Bool {
    protocols.contains { name in
      ProtocolFacts.securedForm(of: name).map(protocols.contains) ?? false
    }
  }

  /// Whether a flow or store says `no` to a way of protection, which neither a control nor a protocol
  /// can undo.
  package func denies(_ id: EntityID, _ property: Property) -> Bool {
    values(id, property).contains { word($0) == "no" }
  }

  /// Whether a control is done: its status says so, or it has none and nobody asks for it, and no
  /// verification of it failed.
  package func isInPlace(control: EntityID) -> Bool {
    ["implemented", "verified"].contains(standing(ofControl: control))
  }

  /// The first verification of a control, or of a requirement that it satisfies, that failed.
  ///
  /// What was tried and does not work protects nobody, whatever its status says.
  package func failedVerification(ofControl control: EntityID) -> EntityID? {
    ([control] + references(control, .satisfies)).lazy.flatMap { self.references($0, .verifiedBy) }
      .first { self.word($0, .status) == "failed" }
  }

  /// How far a control is: its status; without one `implemented`, or `unstated` where that counts for
  /// nothing; `failed` where it is said to be there, and a verification of it failed.
  package func standing(ofControl control: EntityID) -> String {
    let stated = word(control, .status) ?? (statusIsWanted == nil ? "implemented" : "unstated")
    guard stated == "implemented" || stated == "verified" else { return stated }
    return failedVerification(ofControl: control) == nil ? stated : "failed"
  }

  /// Why a control that is not in place does not count, after its name: "is only planned".
  package func shortfall(ofControl control: EntityID) -> String {
    if standing(ofControl: control) == "failed",
      let failed = failedVerification(ofControl: control)
    {
      return "does not work: `\(path(failed))` failed"
    }
    return word(control, .status).map { "is only \($0)" } ?? "has no status"
  }

  /// What makes a control count only once its status says that it is in place; nil in a model that nobody
  /// signs.
  package enum StatusDemand: Sendable {
    /// The report is laid out for a regulator.
    case profile(String)
    /// A policy says what is acceptable, what a decision must carry or what has to be approved.
    case policy
  }

  package var statusIsWanted: StatusDemand? {
    if let system, let profile = word(system, .profile) { return .profile(profile) }
    let asking: [Property] = [.accept, .require, .approve]
    let asks = all(.policy).contains { id in asking.contains { entry(id, $0) != nil } }
    return asks ? .policy : nil
  }

  /// The controls of which nothing says whether they are done.
  package var controlsWithoutStatus: [EntityID] {
    all(.control).filter { entry($0, .status) == nil }
  }

  /// What proves one end of a flow to the other.
  ///
  /// `authenticated` is about the source; of a two-way flow between a program and a person it is about
  /// the person, whichever end it was written at. A protocol proves the end that answers its calls.
  package func authentication(of end: EntityID, on flow: Flow) -> Protection {
    protections.authentication(of: end, on: flow) { foundAuthentication(of: end, on: flow) }
  }

  private func foundAuthentication(of end: EntityID, on flow: Flow) -> Protection {
    if end == prover(flow) {
      // An explicit property wins over the protocol.
      if entry(flow.entity, .authenticated) != nil { return statedAuthentication(flow) }
    } else if let mutual = mutualAuthentication(flow) {
      return mutual
    }
    let own = words(flow.entity, .protocol)
    if offersClearText(own) { return .absent }
    if !own.contains(where: Self.isClearText), let carrier = carrier(of: flow.entity),
      let opening = graph.flow(carrier)
    {
      let proof = authentication(of: end, on: opening)
      if proof.isPresent || own.isEmpty { return proof }
    }
    for name in ProtocolStack(own).proving {
      guard let facts = ProtocolFacts.named(name) else { continue }
      if facts.authenticatesClient { return .implied(protocol: name) }
      if facts.authenticatesServer, serverEnd(of: flow) == end { return .implied(protocol: name) }
    }
    return repliesAuthentication(of: end, over: flow)
  }

  /// What proves the end that answers over the connection of a flow, as each of its answers states it.
  private func repliesAuthentication(of end: EntityID, over flow: Flow) -> Protection {
    if flow.isTwoWay || end != flow.target { return .absent }
    let replies = flowsOver(flow.entity).compactMap(graph.flow).filter { $0.source == end }
    let proofs = replies.map { reply in
      entry(reply.entity, .authenticated) != nil && prover(reply) == end
        ? statedAuthentication(reply) : .absent
    }
    return proofs.first { !$0.isPresent } ?? proofs.first ?? .absent
  }

  /// The end that `authenticated` is about.
  func prover(_ flow: Flow) -> EntityID {
    let isPerson =
      flow.isTwoWay && boolean(flow.target, .human) == true && boolean(flow.source, .human) != true
    return isPerson || isLoginAtSource(flow) ? flow.target : flow.source
  }

  /// Whether what a flow states proves whoever logs in at its source: a worker takes a job out of a queue with
  /// a password, and the queue proves nothing by it.
  private func isLoginAtSource(_ flow: Flow) -> Bool {
    let values = values(flow.entity, .authenticated)
    guard !values.isEmpty, self[flow.target].keyword != .store,
      boolean(flow.source, .human) != true, serverEnd(of: flow) == flow.source
    else { return false }
    return values.allSatisfy { value in
      if let word = self.word(value) { return Self.clientProofs.contains(word) }
      guard case .entity(let control) = value.content else { return false }
      let families = words(control, .mechanism).flatMap(Mechanisms.families)
      return !families.isEmpty && families.allSatisfy(Self.clientProofs.contains)
    }
  }

  private static let clientProofs: Set = ["password", "pin", "token", "mfa", "passkey"]
}
