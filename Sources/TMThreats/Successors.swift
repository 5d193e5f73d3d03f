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
    return (Self.handled[base] ?? []).flatMap { name in
      askedNow.map { "\(model.path($0)).\(name)" }
    }
  }

  private func places(of heir: Heir, insteadOf subject: EntityID) -> [EntityID] {
    switch heir.place {
    case .same: [subject]
    case .held: model.references(subject, .holds)
    case .holders: model.stores(of: subject)
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
  ]

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
    "elevation-of-privilege": ["injection"],
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
