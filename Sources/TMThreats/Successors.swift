// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Which threat asks now what a triage answers whose own threat no longer exists.
struct Successors {
  private let model: Model
  private let ids: Set<String>

  init(_ model: Model, _ threats: [Threat]) {
    self.model = model
    ids = Set(threats.map(\.id))
  }

  /// The id of the threat that asks it now, if the register has one.
  func successor(of triage: EntityID) -> String? {
    guard let subject = model[triage].parent else { return nil }
    return candidates(model.name(triage), subject).first(where: ids.contains)
  }

  private func candidates(_ name: String, _ subject: EntityID) -> [String] {
    guard let flow = model.graph.flow(subject) else {
      return (Self.heirs[name] ?? []).flatMap { heir in
        places(of: heir, insteadOf: subject).map { "\(model.path($0)).\(heir.name)" }
      }
    }
    let suffix = "-reverse"
    let isReverse = name.hasSuffix(suffix)
    let base = isReverse ? String(name.dropLast(suffix.count)) : name
    if let other = model.sharedPath(of: subject), let opening = model.graph.flow(other) {
      return connection(base, isReverse, flow, opening)
    }
    if let place = Self.places.first(where: { base.hasSuffix($0.suffix) }) {
      let start = isReverse ? flow.target : flow.source
      let element = place.isSource ? start : (start == flow.source ? flow.target : flow.source)
      let category = base.dropLast(place.suffix.count)
      let kind = model[element].keyword.word
      return ["\(model.path(element)).\(kind)-\(category)"]
    }
    // What a person does with hands and eyes, or a signal, is asked of the interface that it goes
    // through.
    let askedNow = [subject] + model.interfaces(of: subject) + [flow.target, flow.source]
    let here = (Self.handled[base] ?? []).flatMap { name in
      askedNow.map { "\(model.path($0)).\(name)" }
    }
    guard model.isServerSide(flow) else { return here }
    // What a stranger does to servers is asked where strangers are; of two servers, of the one that calls.
    let edge = edge(of: isReverse ? flow.target : flow.source)
    return ["\(model.path(subject)).spoofing"].filter { _ in base.hasPrefix("spoof") } + here
      + edge.flatMap { ["\(model.path($0)).\(base)", "\(model.path($0)).\(base)-reverse"] }
  }

  /// The flows by which others reach the servers from which something gets to one of them, the nearest first.
  private func edge(of server: EntityID) -> [EntityID] {
    var found: [EntityID] = []
    var seen: Set = [server]
    var waiting = [server]
    var index = 0
    while index < waiting.count {
      let element = waiting[index]
      index += 1
      for flow in model.graph.incoming(element) {
        let other = flow.source == element ? flow.target : flow.source
        if !model.isServerSide(flow) {
          found.append(flow.entity)
        } else if seen.insert(other).inserted {
          waiting.append(other)
        }
      }
    }
    return found
  }

  /// The flows of an element, or of the element that an interface belongs to.
  private func flows(of subject: EntityID) -> [Flow] {
    let isInterface = model[subject].keyword == .interface
    let element = isInterface ? model[subject].parent ?? subject : subject
    return Array(model.graph.incoming(element)) + Array(model.graph.outgoing(element))
  }

  private func places(of heir: Heir, insteadOf subject: EntityID) -> [EntityID] {
    switch heir.place {
    case .same: [subject]
    case .held: model.references(subject, .holds)
    case .holders: model.stores(of: subject)
    case .neighbours: flows(of: subject).flatMap { [$0.source, $0.target] }
    case .behind:
      flows(of: subject).flatMap { model.children($0.target, .interface) + [$0.entity] }
    case .edge:
      (model[subject].parent.map(edge) ?? []).flatMap { model.interfaces(of: $0) }
    }
  }

  /// A threat that asks now what another one asked.
  private struct Heir {
    let name: String
    let place: Place

    /// What it is about, seen from what the other one was about.
    enum Place {
      case same
      /// The assets that a store holds.
      case held
      /// The stores that hold an asset.
      case holders
      /// What an element exchanges data with.
      case neighbours
      /// What an element passes requests on to: flows and interfaces.
      case behind
      /// The interfaces by which others reach the servers of which this is one.
      case edge
    }
  }

  /// Questions about elements and assets that others ask now.
  private static let heirs: [String: [Heir]] = [
    "fleet-update": [
      Heir(name: "planted-in-build", place: .same), Heir(name: "misused-signing", place: .same),
      Heir(name: "altered-at-rest", place: .held),
    ],
    "extracted-key": [Heir(name: "read-at-rest", place: .held)],
    "read-at-rest": [Heir(name: "stored-credentials", place: .holders)],
    "external-non-compliance": [Heir(name: "external-data-disclosure", place: .same)],
    "broken-access-control": [
      Heir(name: "broken-access-control", place: .behind),
      Heir(name: "object-access", place: .behind),
    ],
    "stolen-session": [Heir(name: "stolen-session", place: .edge)],
    "overload": [Heir(name: "overload", place: .edge)],
    "forgotten-version": [Heir(name: "forgotten-version", place: .edge)],
  ].merging(keptByStores) { first, _ in first }

  /// What LINDDUN asked of a program and of what it keeps data in, and now asks of the latter.
  private static let keptByStores: [String: [Heir]] = Dictionary(
    uniqueKeysWithValues: [
      "linking", "identifying", "non-repudiation", "detecting", "data-disclosure", "non-compliance",
    ].map { type in
      ("process-" + type, ["store-", "process-"].map { Heir(name: $0 + type, place: .neighbours) })
    })

  /// The same question about the connection that a flow runs over.
  private func connection(
    _ base: String, _ isReverse: Bool, _ flow: Flow, _ opening: Flow
  ) -> [String] {
    let sameWay = (flow.source == opening.source) != isReverse
    let path = model.path(opening.entity)
    // Who poses as the receiver of what is sent back poses as who opened the connection.
    let names = base == "spoofed-target" ? ["spoofed-target", "spoofing"] : [base]
    let ways = sameWay ? ["", "-reverse"] : ["-reverse", ""]
    return names.flatMap { name in
      (name == base ? ways : ways.reversed()).map { "\(path).\(name)\($0)" }
    }
  }

  /// Questions about what a person does, or about a signal, that are now asked of an interface or in
  /// other words.
  private static let handled: [String: [String]] = [
    "spoofing": ["borrowed-session"],
    "information-disclosure": ["shoulder-surfing"],
    "denial-of-service": ["locked-out", "locked-out-in-emergency", "login-outage"],
    "elevation-of-privilege": [
      "injection", "scripting-in-app", "scripting", "scripting-reverse", "believed-output",
    ],
    "exceeded-rights": ["menu-escape", "service-misuse"],
    "guessed-login": ["shared-service-account"],
    "tampering": ["forged-signal", "driven-actuator"],
    "lost-signal": ["silenced-alarm"],
    "repudiation": ["forged-entries"],
  ]

  /// Where LINDDUN asked at the ends of each flow, and now asks the element once.
  private static let places: [(suffix: String, isSource: Bool)] = [
    ("-at-source", true), ("-at-destination", false),
  ]
}
