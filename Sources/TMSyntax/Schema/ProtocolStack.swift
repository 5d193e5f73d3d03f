// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The protocols that a flow names together, and which of them protect all of it.
///
/// `hl7, tls` is HL7 inside TLS. `http, oauth2` is not HTTP inside OAuth, and `hl7, wpa2-enterprise` is encrypted as
/// far as the air goes: a word protects what runs inside it, or itself.
package struct ProtocolStack {
  /// The words that say how all that is sent is protected on its way.
  package let securing: [String]
  /// The words that say who proves an identity to the partner at the other end.
  package let proving: [String]

  package init(_ words: [String]) {
    let known = words.filter { ProtocolFacts.named($0) != nil }
    let named = known.filter { !Self.transports.contains($0) }
    guard named.count > 1 else {
      (securing, proving) = (known, known)
      return
    }
    let tunnels = named.filter(Self.tunnels.contains)
    if !tunnels.isEmpty {
      (securing, proving) = (tunnels, tunnels)
      return
    }
    let radio = named.filter(ProtocolFacts.wireless.contains)
    let rest = named.filter { !ProtocolFacts.wireless.contains($0) }
    let channels = rest.map { ProtocolFacts.named($0)?.channel }
    if rest.isEmpty || channels.allSatisfy({ $0 == .encrypted }) {
      let speaking = rest.isEmpty ? named : rest
      (securing, proving) = (speaking, speaking)
    } else if channels.contains(.clearText) {
      (securing, proving) = ([], [])
    } else {
      // What runs there does not say how it is protected; the air may, and Kerberos lets others prove who they are.
      (securing, proving) = (radio, rest.filter { $0 == "kerberos" })
    }
  }

  private static let transports: Set = ["tcp", "udp"]
  /// What others run in.
  private static let tunnels: Set = [
    "tls", "mtls", "dtls", "quic", "ssh", "vpn", "ipsec", "wireguard", "https", "websocket-tls",
  ]
}
