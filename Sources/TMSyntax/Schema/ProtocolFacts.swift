// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the name of a protocol implies; an explicit property of a flow wins over it.
package struct ProtocolFacts: Sendable {
  package let name: String
  package let channel: Channel
  /// Whether the side that is called proves its identity.
  package let authenticatesServer: Bool
  /// Whether the side that calls proves its identity too.
  package let authenticatesClient: Bool

  /// How the protocol treats content on its way.
  package enum Channel: Sendable {
    /// Encrypted and protected against changes.
    case encrypted
    /// Readable and changeable by whoever is on the path.
    case clearText
    /// The name alone does not say.
    case unstated
  }

  /// Which sides of a connection prove their identity.
  enum Proof {
    case nobody
    case server
    case both
  }

  init(_ name: String, _ channel: Channel, proves proof: Proof = .nobody) {
    self.name = name
    self.channel = channel
    authenticatesServer = proof != .nobody
    authenticatesClient = proof == .both
  }

  private static let byName = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

  /// The facts of a known protocol.
  package static func named(_ name: String) -> ProtocolFacts? { byName[name] }

  /// The protocol to use instead of a clear-text one, if the table has it.
  package static func securedForm(of name: String) -> String? {
    let others = ["telnet": "ssh", "ntp": "nts", "vnc": "rdp"]
    return [others[name], name + "s", name + "-tls"].compactMap { $0 }
      .first { named($0)?.channel == .encrypted }
  }

  /// The visible table: everything the program believes of a protocol.
  package static let known: [ProtocolFacts] = [
    .init("https", .encrypted, proves: .server),
    .init("http", .clearText),
    .init("websocket", .clearText),
    .init("websocket-tls", .encrypted, proves: .server),
    .init("grpc", .unstated),
    .init("grpc-tls", .encrypted, proves: .server),
    .init("mqtt", .clearText),
    .init("mqtts", .encrypted, proves: .server),
    .init("amqp", .clearText),
    .init("amqps", .encrypted, proves: .server),
    .init("kafka", .unstated),
    .init("coap", .clearText),
    .init("coaps", .encrypted, proves: .server),
    .init("sql", .clearText),
    .init("sql-tls", .encrypted, proves: .server),
    .init("redis", .clearText),
    .init("nfs", .clearText),
    .init("smb", .unstated),
    .init("ftp", .clearText),
    .init("ftps", .encrypted, proves: .server),
    .init("sftp", .encrypted, proves: .server),
    .init("ssh", .encrypted, proves: .server),
    .init("telnet", .clearText),
    .init("rdp", .encrypted),
    .init("vnc", .clearText),
    .init("vpn", .encrypted, proves: .server),
    .init("ipsec", .encrypted, proves: .both),
    .init("wireguard", .encrypted, proves: .both),
    .init("smtp", .clearText),
    .init("smtps", .encrypted, proves: .server),
    .init("imap", .clearText),
    .init("imaps", .encrypted, proves: .server),
    .init("push", .encrypted, proves: .server),
    .init("sms", .clearText),
    .init("dns", .clearText),
    .init("ntp", .clearText),
    .init("nts", .encrypted, proves: .server),
    .init("snmp", .clearText),
    .init("syslog", .clearText),
    .init("syslog-tls", .encrypted, proves: .server),
    .init("ldap", .clearText),
    .init("ldaps", .encrypted, proves: .server),
    .init("kerberos", .encrypted, proves: .both),
    .init("radius", .clearText),
    .init("oauth", .encrypted, proves: .server),
    .init("hl7", .clearText),
    .init("hl7-tls", .encrypted, proves: .server),
    .init("fhir", .unstated),
    .init("fhir-https", .encrypted, proves: .server),
    .init("dicom", .clearText),
    .init("dicom-tls", .encrypted, proves: .server),
    .init("dicomweb", .unstated),
    .init("dicomweb-https", .encrypted, proves: .server),
    .init("ieee-11073", .unstated),
    .init("modbus", .clearText),
    .init("opc-ua", .unstated),
    .init("ble", .unstated),
    .init("bluetooth", .unstated),
    .init("wifi", .unstated),
    .init("cellular", .unstated),
    .init("nfc", .clearText),
    .init("rfid", .clearText),
    .init("infrared", .clearText),
    .init("radio", .unstated),
    .init("can", .clearText),
    .init("uart", .clearText),
    .init("serial", .clearText),
    .init("i2c", .clearText),
    .init("spi", .clearText),
    .init("usb", .clearText),
    .init("jtag", .clearText),
    .init("ethernet", .clearText),
    .init("tcp", .clearText),
    .init("udp", .clearText),
    .init("tls", .encrypted, proves: .server),
    .init("mtls", .encrypted, proves: .both),
    .init("analog", .clearText),
    .init("human", .unstated),
  ]
}
