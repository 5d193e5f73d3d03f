// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the kind of an interface says of it.
extension Model {
  /// Whether an interface works through the air.
  package func isWireless(interface id: EntityID) -> Bool {
    words(id, .kind).contains(where: ProtocolFacts.wireless.contains)
  }

  /// Whether a flow goes through the air, by its protocols or its interfaces.
  package func isWireless(flow id: EntityID) -> Bool {
    protocols(of: id).contains(where: ProtocolFacts.wireless.contains)
      || interfaces(of: id).contains { isWireless(interface: $0) }
  }

  /// Whether somebody at the device can touch the interface, as stated or by its kind.
  package func isPhysical(interface id: EntityID) -> Bool {
    if let stated = boolean(id, .physical) { return stated }
    return words(id, .kind).contains(where: WordSets.physical.contains)
  }

  /// Whether the interface is a port for debugging.
  package func isDebugPort(_ id: EntityID) -> Bool {
    words(id, .kind).contains { ["jtag", "swd"].contains($0) }
  }

  /// Whether the interface is a port that a device could be plugged into.
  package func isPort(_ id: EntityID) -> Bool {
    words(id, .kind).contains(where: WordSets.ports.contains)
  }

  /// Whether physical signals rather than data go through the interface.
  package func carriesSignals(interface id: EntityID) -> Bool {
    let kinds = words(id, .kind)
    return !kinds.isEmpty && kinds.allSatisfy(WordSets.signals.contains)
  }

  /// Whether the interface is reached over a network or through the air.
  package func isNetwork(interface id: EntityID) -> Bool {
    isWireless(interface: id) || words(id, .kind).contains(where: WordSets.networks.contains)
  }
}

/// Words that say the same of an interface or a flow, each set made once.
private enum WordSets {
  static let physical: Set<String> = [
    "usb", "removable-media", "serial", "jtag", "swd", "can", "internal-bus", "ethernet",
    "user-interface", "display", "audio", "sensor", "actuator", "power",
  ]
  static let ports: Set<String> = [
    "usb", "removable-media", "serial", "jtag", "swd", "can", "ethernet", "internal-bus",
  ]
  static let signals: Set<String> = ["display", "audio", "sensor", "actuator", "power"]
  static let networks: Set<String> = ["ethernet", "service", "update", "api", "web"]
}
