// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the ends, interfaces and protocols of a flow say of its way.
extension Model {
  /// Whether what flows is a signal of the physical world, such as a pressure, a drug or a sound,
  /// which can neither be encrypted nor prove where it comes from.
  package func isPhysicalSignal(_ flow: Flow) -> Bool {
    var namesProtocol = false
    for value in values(statement(of: .protocol, for: flow.entity), .protocol) {
      guard let name = word(value) else { continue }
      if name != "analog" { return false }
      namesProtocol = true
    }
    if namesProtocol { return true }
    let interfaces = interfaces(of: flow.entity)
    if interfaces.contains(where: { reachesBody(interface: $0) }),
      boolean(flow.target, .human) == true
    {
      return true
    }
    return !interfaces.isEmpty && interfaces.allSatisfy { carriesSignals(interface: $0) }
  }

  /// Whether a force, a substance or a current leaves through an interface: what gets to a person that way is no
  /// message, whatever else it passes.
  private func reachesBody(interface: EntityID) -> Bool {
    words(interface, .kind).contains { ["actuator", "consumable"].contains($0) }
  }

  /// Whether a person presses, sees, hears or says it: a sensor or actuator treats the body instead.
  package func isInPerson(_ flow: Flow) -> Bool {
    isUserInterface(flow)
      && !interfaces(of: flow.entity).contains { interface in
        words(interface, .kind).contains { ["sensor", "actuator", "consumable"].contains($0) }
      }
  }

  /// Whether a flow stops something in an emergency: by its function, or that of an interface of it.
  package func isEmergencyStop(_ flow: Flow) -> Bool {
    ([flow.entity] + interfaces(of: flow.entity)).contains {
      words($0, .function).contains("emergency-stop")
    }
  }

  /// Whether a person stands at the other end and uses hands, eyes and ears: no protocol and no
  /// interface speaks of a network between them.
  package func isUserInterface(_ flow: Flow) -> Bool {
    let hasPerson = [flow.source, flow.target].contains { boolean($0, .human) == true }
    return hasPerson
      && protocols(of: flow.entity).allSatisfy { $0 == "human" }
      && !interfaces(of: flow.entity).contains { isNetwork(interface: $0) }
  }
}
