// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A way on which no channel of a network runs, so that TLS, a VPN or SSH has nothing to secure there.
package enum ChannellessMedium: Hashable, Sendable {
  /// Files on a stick or card that somebody carries.
  case stick(name: String)
  /// A tag that is held to a reader.
  case tag(name: String)
  /// A line or bus between parts.
  case wire(name: String)
  /// Hands, eyes and ears, or a signal of the physical world.
  case senses(name: String)

  /// The word of the model that says it.
  package var name: String {
    switch self {
    case .stick(let name), .tag(let name), .wire(let name), .senses(let name): name
    }
  }

  fileprivate init?(protocol name: String, byHand isByHand: Bool) {
    switch name {
    case "nfc", "rfid": self = .tag(name: name)
    case "can", "uart", "serial", "i2c", "spi", "jtag": self = .wire(name: name)
    case "human", "analog": self = .senses(name: name)
    // Between two programs, a network can run over USB.
    case "usb" where isByHand: self = .stick(name: name)
    default: return nil
    }
  }

  fileprivate init?(kind name: String, byHand isByHand: Bool) {
    switch name {
    case "removable-media": self = .stick(name: name)
    case "keypad", "touchscreen", "display", "audio", "sensor", "actuator", "consumable":
      self = .senses(name: name)
    default: self.init(protocol: name, byHand: isByHand)
    }
  }
}

extension Model {
  /// What a flow goes over, where that is nothing a channel could run on; nil for a network, and where it
  /// is not said.
  package func channellessMedium(of flow: Flow) -> ChannellessMedium? {
    let isByHand = [flow.source, flow.target].contains { boolean($0, .human) == true }
    let names = protocols(of: flow.entity)
    var found: ChannellessMedium?
    for name in names {
      guard let medium = ChannellessMedium(protocol: name, byHand: isByHand) else { return nil }
      found = found ?? medium
    }
    if found != nil { return found }
    for kind in interfaces(of: flow.entity).flatMap({ words($0, .kind) }) {
      guard let medium = ChannellessMedium(kind: kind, byHand: isByHand) else {
        // What a port is for says nothing of how it is reached.
        if ["service", "update", "user-interface"].contains(kind) { continue }
        return nil
      }
      found = found ?? medium
    }
    return found
  }
}
