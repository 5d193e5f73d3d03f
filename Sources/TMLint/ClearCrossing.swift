// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What a crossing without encryption is reported as. Three rules look at it, and each flow is
/// reported by one of them: the gravest that applies and that no policy turns off.
enum ClearCrossing {
  /// Assets whose disclosure does harm travel on it.
  case sensitive([EntityID])
  /// It names a protocol that is readable on the way.
  case clearText(protocol: Value)
  /// Nothing says how it is encrypted.
  case unstated

  /// The rule that reports it.
  fileprivate var rule: String {
    switch self {
    case .sensitive: Rule.sensitiveInClear.name
    case .clearText: Rule.clearTextProtocol.name
    case .unstated: Rule.unencryptedCrossing.name
    }
  }
}

extension LintContext {
  /// How each flow that crosses a boundary is reported; not those that are encrypted, or where a person works at
  /// the element itself.
  func findClearCrossings() -> [EntityID: ClearCrossing] {
    var found: [EntityID: ClearCrossing] = [:]
    for flow in protectableConnections {
      if let crossing = clearCrossing(flow) { found[flow.entity] = crossing }
    }
    return found
  }

  private func clearCrossing(_ flow: Flow) -> ClearCrossing? {
    if model.isUserInterface(flow) || isInsideOneMachine(flow) { return nil }
    let cover = encryptionCover(flow)
    if case .everything = cover { return nil }
    let sensitive = model.carried(on: flow.entity)
      .filter { model.isSensitive($0) && !cover.covers($0) }
    var candidates: [ClearCrossing] = sensitive.isEmpty ? [] : [.sensitive(sensitive)]
    if sensitive.isEmpty, isGuardedWithoutChannel(flow) { return nil }
    if let value = clearTextProtocol(flow) { candidates.append(.clearText(protocol: value)) }
    candidates.append(.unstated)
    return candidates.first { !turnedOff.contains($0.rule) }
  }

  /// Whether a flow only goes from one program of a machine to another, and over no line of it.
  private func isInsideOneMachine(_ flow: Flow) -> Bool {
    let crossings = model.graph.crossings(of: flow)
    guard !crossings.isEmpty,
      crossings.allSatisfy({ model.words($0.boundary, .kind) == ["process"] })
    else { return false }
    return model.channellessMedium(of: flow) == nil && !model.isWireless(flow: flow.entity)
      && !model.protocols(of: flow.entity).contains { Self.lines.contains($0) }
      && !model.interfaces(of: flow.entity).contains { interface in
        model.words(interface, .kind).contains { Self.lines.contains($0) }
      }
  }

  private static let lines: Set = ["usb", "ethernet", "internal-bus", "can", "serial"]

  /// The first protocol of a flow that is readable on the way.
  func clearTextProtocol(_ flow: Flow) -> Value? {
    model.values(flow.entity, .protocol).first { value in
      model.word(value).flatMap(ProtocolFacts.named)?.channel == .clearText
    }
  }

  /// A second label at a protocol that is readable on the way.
  func clearTextLabel(_ value: Value, of flow: Flow) -> Label {
    Label(
      model.range(of: value, in: flow.entity),
      "`\(model.word(value) ?? "")` is readable and changeable on the way")
  }

  /// What to write so that a flow is encrypted.
  ///
  /// - Parameter secrets: what has to be hidden rather than only kept from being altered.
  func encryptionHelp(_ flow: Flow, hiding secrets: [EntityID] = []) -> String {
    if let medium = model.channellessMedium(of: flow) {
      return secrets.isEmpty ? medium.guardingHelp : medium.hidingHelp
    }
    let name = clearTextProtocol(flow).flatMap { model.word($0) }
    if let secured = name.flatMap(ProtocolFacts.securedForm(of:)) {
      return "use `\(secured)`, or write `encrypted:` with what encrypts it, such as `tls-1.3`"
    }
    return
      "write `encrypted:` with what encrypts it, such as `tls-1.3`, or name the control that does"
  }
}
