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
  /// How the content of a flow or store is encrypted. An explicit property wins over the protocol, and
  /// both over the connection that a flow runs over.
  package func encryption(_ id: EntityID) -> Protection {
    if let value = values(id, .encrypted).first { return stated(value, .encryption) }
    let own = words(id, .protocol)
    if offersClearText(own) { return .absent }
    for name in own {
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

  private static func isClearText(_ name: String) -> Bool {
    ProtocolFacts.named(name)?.channel == .clearText
  }

  /// Whether a list of protocols names one beside its secured form, so that a partner may choose.
  private func offersClearText(_ protocols: [String]) -> Bool {
    protocols.contains { name in
      ProtocolFacts.securedForm(of: name).map(protocols.contains) ?? false
    }
  }

  /// What a control has to do so that it counts as the one or the other.
  private enum Purpose {
    case encryption
    case authentication

    /// Categories of which it mitigates one, if it names any.
    var categories: Set<String> {
      switch self {
      case .encryption:
        [
          "information-disclosure", "data-disclosure", "tampering", "linking", "identifying",
          "detecting", "confidentiality", "integrity",
        ]
      case .authentication:
        ["spoofing", "elevation-of-privilege", "confidentiality", "integrity"]
      }
    }

    /// Mechanisms that do neither, whatever the control is said to mitigate.
    var foreign: Set<String> {
      let others: Set = [
        "training", "review", "audit-log", "backup", "watchdog", "range-check", "rate-limit",
        "firewall", "segmentation", "address-allow-list", "application-allow-list",
        "role-based-access", "least-privilege", "tamper-seal",
      ]
      return self == .encryption ? others.union(["password", "mfa"]) : others
    }
  }

  private func stated(_ value: Value, _ purpose: Purpose) -> Protection {
    if case .entity(let control) = value.content {
      let categories = words(control, .mitigates)
      if !categories.isEmpty, !categories.contains(where: purpose.categories.contains) {
        return .absent
      }
      let mechanisms = words(control, .mechanism)
      if !mechanisms.isEmpty {
        if mechanisms.allSatisfy({ Weakness($0) != nil }) { return .weak(name(control)) }
        if mechanisms.allSatisfy({ purpose.foreign.contains($0) }) { return .absent }
      }
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

  /// Whether a control is done: its status says so, or it has none and nobody asks for it.
  package func isInPlace(control: EntityID) -> Bool {
    guard let status = word(control, .status) else { return statusIsWanted == nil }
    return status == "implemented" || status == "verified"
  }

  /// How far a control is: its status; without one `implemented`, or `unstated` where that counts for nothing.
  package func standing(ofControl control: EntityID) -> String {
    word(control, .status) ?? (statusIsWanted == nil ? "implemented" : "unstated")
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
    if end == prover(flow) {
      // An explicit property wins over the protocol.
      if entry(flow.entity, .authenticated) != nil { return statedAuthentication(flow.entity) }
    } else if words(flow.entity, .authenticated).contains("mutual") {
      return .stated("mutual")
    }
    let own = words(flow.entity, .protocol)
    if offersClearText(own) { return .absent }
    if !own.contains(where: Self.isClearText), let carrier = carrier(of: flow.entity),
      let opening = graph.flow(carrier)
    {
      let proof = authentication(of: end, on: opening)
      if proof.isPresent || own.isEmpty { return proof }
    }
    for name in own {
      guard let facts = ProtocolFacts.named(name) else { continue }
      if facts.authenticatesClient { return .implied(protocol: name) }
      if facts.authenticatesServer, serverEnd(of: flow) == end { return .implied(protocol: name) }
    }
    return .absent
  }

  /// The end that `authenticated` is about.
  private func prover(_ flow: Flow) -> EntityID {
    let isPerson =
      flow.isTwoWay && boolean(flow.target, .human) == true && boolean(flow.source, .human) != true
    return isPerson ? flow.target : flow.source
  }

  private func statedAuthentication(_ flow: EntityID) -> Protection {
    if denies(flow, .authenticated) { return .absent }
    var best = Protection.absent
    for value in values(flow, .authenticated) where !best.isPresent {
      let protection = stated(value, .authentication)
      if protection != .absent { best = protection }
    }
    return best
  }
}
