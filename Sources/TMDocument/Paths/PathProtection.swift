// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// How the ends of a path prove who they are, and how its content is encrypted, in words.
struct PathProtection {
  private let flow: Flow
  private let book: PathBook
  private let model: Model
  private let id: EntityID

  init(_ flow: Flow, _ book: PathBook) {
    self.flow = flow
    self.book = book
    model = book.model
    id = flow.entity
  }

  /// How each end proves itself, with the strength; empty where the model says nothing.
  var authentication: [ReportText] {
    let source = model.sourceAuthentication(id)
    let target = model.targetAuthentication(id)
    if source == .absent, target == .absent {
      return absence(.authenticated, Self.authenticationRules)
    }
    let ends = [(flow.source, source), (flow.target, target)].map { end, protection in
      [book.title(end), .words(": ")] + words(protection)
    }
    return Array(ends.joined(separator: [.words("; ")])) + [.words("; \(strength(source, target))")]
  }

  /// How the content is encrypted; empty where the model says nothing.
  var encryption: [ReportText] {
    let protection = model.encryption(id)
    guard protection == .absent else { return words(protection) }
    let stated = absence(.encrypted, Self.encryptionRules)
    if !stated.isEmpty { return stated }
    return model.clearTextProtocol(id).map { [.words("none: \($0) is clear text")] } ?? []
  }

  private static let authenticationRules = ["unauthenticated-crossing"]
  private static let encryptionRules = [
    "unencrypted-crossing", "clear-text-protocol", "sensitive-in-clear",
  ]

  /// "none", with the reason if one is stated.
  private func absence(_ property: Property, _ rules: [String]) -> [ReportText] {
    let reason = book.excuse(rules, for: id)
    if let reason { return [.words("none: \(reason)")] }
    return model.word(id, property) == "no" ? [.words("none, as stated")] : []
  }

  private func words(_ protection: Protection) -> [ReportText] {
    switch protection {
    case .absent: [.words("not proven")]
    case .stated("yes"): [.words("yes; by what, is not said")]
    case .stated(let name) where ["tls", "aes"].contains(name):
      [named(name), .words(" (which, is not said)")]
    case .stated(let name): [named(name)]
    case .implied(let name): [.words("by \(name)")]
    case .weak(let name): [named(name), .words(" (broken or outdated)")]
    case .unfit(let name, let why): [named(name), .words(" (which \(why.reason))")]
    case .planned(let name): [named(name), .words(" (planned)")]
    }
  }

  /// A word, or the control of that name.
  private func named(_ name: String) -> ReportText {
    for property in [Property.authenticated, .encrypted] {
      for control in model.references(id, property) where model.name(control) == name {
        return book.id(control)
      }
    }
    return .words(name)
  }

  /// The strength of authentication in words.
  private func strength(_ source: Protection, _ target: Protection) -> String {
    let words = model.words(id, .authenticated)
    if words.contains("mfa") || usesMechanism("mfa") { return "more than one factor" }
    if !source.isPresent, !target.isPresent { return "no strength" }
    if !source.isPresent { return "one end only" }
    if words.contains("mutual") { return "mutual" }
    let factor = words.contains("pin") ? "one factor of few digits" : "one factor"
    return target.isPresent ? "both ends, \(factor)" : "one end, \(factor)"
  }

  private func usesMechanism(_ word: String) -> Bool {
    model.references(id, .authenticated).contains { model.words($0, .mechanism).contains(word) }
  }
}
