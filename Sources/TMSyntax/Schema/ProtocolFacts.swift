// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the name of a protocol implies; an explicit property of a flow wins over it.
package struct ProtocolFacts: Sendable {
  package let name: String
  package let channel: Channel
  /// Whether the side that is called proves its identity.
  package let authenticatesServer: Bool

  /// How the protocol treats content on its way.
  package enum Channel: Sendable {
    /// Encrypted and protected against changes.
    case encrypted
    /// Readable and changeable by whoever is on the path.
    case clearText
    /// The name alone does not say.
    case unstated
  }

  init(_ name: String, _ channel: Channel, authenticatesServer: Bool = false) {
    self.name = name
    self.channel = channel
    self.authenticatesServer = authenticatesServer
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
    .init("https", .encrypted, authenticatesServer: true),
    .init("http", .clearText),
    .init("websocket", .clearText),
    .init("websocket-tls", .encrypted, authenticatesServer: true),
    .init("grpc", .unstated),
    .init("grpc-tls", .encrypted, authenticatesServer: true),
    .init("mqtt", .clearText),
    .init("mqtts", .encrypted, authenticatesServer: true),
    .init("amqp", .clearText),
    .init("amqps", .encrypted, authenticatesServer: true),
    .init("kafka", .unstated),
    .init("coap", .clearText),
    .init("coaps", .encrypted, authenticatesServer: true),
    .init("sql", .clearText),
    .init("sql-tls", .encrypted, authenticatesServer: true),
    .init("redis", .clearText),
    .init("nfs", .clearText),
    .init("smb", .unstated),
    .init("ftp", .clearText),
    .init("ftps", .encrypted, authenticatesServer: true),
    .init("sftp", .encrypted, authenticatesServer: true),
    .init("ssh", .encrypted, authenticatesServer: true),
    .init("telnet", .clearText),
    .init("rdp", .encrypted),
    .init("vnc", .clearText),
    .init("vpn", .encrypted, authenticatesServer: true),
    .init("ipsec", .encrypted, authenticatesServer: true),
    .init("wireguard", .encrypted, authenticatesServer: true),
    .init("smtp", .clearText),
    .init("smtps", .encrypted, authenticatesServer: true),
    .init("imap", .clearText),
    .init("imaps", .encrypted, authenticatesServer: true),
    .init("push", .encrypted, authenticatesServer: true),
    .init("sms", .clearText),
    .init("dns", .clearText),
    .init("ntp", .clearText),
    .init("nts", .encrypted, authenticatesServer: true),
    .init("snmp", .clearText),
    .init("syslog", .clearText),
    .init("syslog-tls", .encrypted, authenticatesServer: true),
    .init("ldap", .clearText),
    .init("ldaps", .encrypted, authenticatesServer: true),
    .init("kerberos", .encrypted, authenticatesServer: true),
    .init("radius", .clearText),
    .init("oauth", .encrypted, authenticatesServer: true),
    .init("hl7", .clearText),
    .init("hl7-tls", .encrypted, authenticatesServer: true),
    .init("fhir", .unstated),
    .init("fhir-https", .encrypted, authenticatesServer: true),
    .init("dicom", .clearText),
    .init("dicom-tls", .encrypted, authenticatesServer: true),
    .init("dicomweb", .unstated),
    .init("dicomweb-https", .encrypted, authenticatesServer: true),
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
    .init("tls", .encrypted, authenticatesServer: true),
    .init("mtls", .encrypted, authenticatesServer: true),
    .init("analog", .clearText),
    .init("human", .unstated),
  ]
}
