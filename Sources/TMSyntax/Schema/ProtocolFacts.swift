// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the name of a protocol implies; an explicit property of a flow wins over it.
///
/// A class, so that looking one up copies a reference.
package final class ProtocolFacts: Sendable {
  package let name: String
  /// What the name stands for, for the table in the documentation.
  package let meaning: String
  package let channel: Channel
  /// Whether the side that is called proves its identity.
  package let authenticatesServer: Bool
  /// Whether the side that calls proves its identity too.
  package let authenticatesClient: Bool
  /// Whether single messages can be shown to be genuine, whatever the way they took.
  package let messages: Messages
  /// The ports that IANA registers for it; empty where there are none, or where the name says too
  /// little.
  package let ports: [Int]

  /// How the protocol treats content on its way.
  package enum Channel: Sendable {
    /// Encrypted and protected against changes.
    case encrypted
    /// Readable and changeable by whoever is on the path.
    case clearText
    /// The name alone does not say.
    case unstated
  }

  /// Whether the receiver can tell a genuine message.
  package enum Messages: Sendable {
    /// Each one is authenticated.
    case authenticated
    /// The protocol has a way, which the name alone does not promise.
    case optional
    case unauthenticated
  }

  /// Which sides of a connection prove their identity.
  enum Proof {
    case nobody
    case server
    case both
  }

  /// - Parameter messages: as the channel says if left out: what is encrypted is authenticated, clear
  ///   text is not.
  init(
    _ name: String, _ meaning: String, _ channel: Channel, proves proof: Proof = .nobody,
    messages: Messages? = nil, ports: [Int] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.channel = channel
    self.ports = ports
    authenticatesServer = proof != .nobody
    authenticatesClient = proof == .both
    switch channel {
    case .encrypted: self.messages = messages ?? .authenticated
    case .clearText: self.messages = messages ?? .unauthenticated
    case .unstated: self.messages = messages ?? .optional
    }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

  /// The facts of a known protocol.
  package static func named(_ name: String) -> ProtocolFacts? { byName[name] }

  /// The protocol to use instead of a clear-text one, if the table has it.
  package static func securedForm(of name: String) -> String? { securedForms[name] }

  /// By the name of the clear-text one: what has another name, then `https` for `http`, then `sql-tls` for
  /// `sql`.
  private static let securedForms: [String: String] = {
    let encrypted = known.filter { $0.channel == .encrypted }.map(\.name)
    let renamed = ["telnet": "ssh", "ntp": "nts", "vnc": "rdp", "radius": "radsec"]
    var forms = renamed.filter { encrypted.contains($0.value) }
    for ending in ["s", "-tls"] {
      for name in encrypted where name.hasSuffix(ending) {
        let plain = String(name.dropLast(ending.count))
        if forms[plain] == nil { forms[plain] = name }
      }
    }
    return forms
  }()
}
