// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The visible table: everything the program believes of a protocol. Ports are those of the IANA
/// registry of service names and port numbers.
extension ProtocolFacts {
  /// All rows, group after group.
  package static let known: [ProtocolFacts] = groups.flatMap(\.protocols)

  /// Protocols of one field of use.
  package struct Group: Sendable {
    package let title: String
    package let protocols: [ProtocolFacts]
  }

  package static let groups: [Group] = [
    Group(title: "Health care", protocols: healthCare),
    Group(title: "Web and messages", protocols: web),
    Group(title: "Data and files", protocols: data),
    Group(title: "Remote access, tunnels and mail", protocols: remote),
    Group(title: "Services of a network", protocols: services),
    Group(title: "Machines and buildings", protocols: machines),
    Group(title: "Radio", protocols: radio),
    Group(title: "Wires and buses", protocols: wires),
  ]

  /// The names of what goes through the air; kinds of interfaces bear the same ones.
  package static let wireless = Set(radio.map(\.name)).union(["ieee-11073-ble", "wirelesshart"])

  /// The names of what controls machines: registers and set points rather than queries.
  package static let industrial = Set(machines.map(\.name)).union(["can"])

  /// The names of what is spoken in a network where others are, rather than on a wire or in the air between two.
  package static let networked = Set(
    (healthCare + web + data + remote + services + machines).map(\.name)
  )
  .subtracting([
    "astm", "poct1-a", "ieee-11073", "ieee-11073-ble", "sms", "matter", "modbus-rtu", "profibus",
    "hart", "wirelesshart",
  ])

  private static let healthCare: [ProtocolFacts] = [
    .init("hl7", "HL7 version 2 over MLLP", .clearText, ports: [2575]),
    .init("hl7-tls", "HL7 version 2 over MLLP and TLS", .encrypted, proves: .server),
    .init("astm", "ASTM or CLSI LIS messages of laboratories; the line is not said", .unstated),
    .init("poct1-a", "POCT1-A of point-of-care testing; the channel is not said", .unstated),
    .init("fhir", "HL7 FHIR; over which HTTP is not said", .unstated),
    .init("fhir-https", "HL7 FHIR over HTTPS", .encrypted, proves: .server, ports: [443]),
    .init(
      "dicom", "DICOM upper layer; files can carry signatures", .clearText, messages: .optional,
      ports: [104, 11112]),
    .init("dicom-tls", "DICOM over TLS", .encrypted, proves: .server, ports: [2762]),
    .init("dicomweb", "DICOMweb; over which HTTP is not said", .unstated),
    .init("dicomweb-https", "DICOMweb over HTTPS", .encrypted, proves: .server, ports: [443]),
    .init("ieee-11073", "IEEE 11073 exchange with devices; the transport is not said", .unstated),
    .init(
      "ieee-11073-ble", "IEEE 11073 data over Bluetooth LE profiles; as safe as the pairing",
      .unstated),
  ]

  private static let web: [ProtocolFacts] = [
    .init("https", "HTTP over TLS", .encrypted, proves: .server, ports: [443]),
    .init("http", "HTTP", .clearText, ports: [80]),
    .init("websocket", "WebSocket over HTTP", .clearText, ports: [80]),
    .init("websocket-tls", "WebSocket over TLS", .encrypted, proves: .server, ports: [443]),
    .init("webrtc", "WebRTC, media over DTLS", .encrypted),
    .init("xmpp", "XMPP; over which channel is not said", .unstated, ports: [5222]),
    .init("grpc", "gRPC; over which channel is not said", .unstated),
    .init("grpc-tls", "gRPC over TLS", .encrypted, proves: .server),
    .init("oauth", "OAuth 2.0 and OpenID Connect over HTTPS", .encrypted, proves: .server),
    .init("oauth2", "OAuth 2.0 over HTTPS", .encrypted, proves: .server),
    .init("oidc", "OpenID Connect over HTTPS", .encrypted, proves: .server),
    .init("saml", "SAML 2.0 over HTTPS; assertions are signed", .encrypted, proves: .server),
    .init("scim", "SCIM, accounts over HTTPS", .encrypted, proves: .server),
    .init("soap", "SOAP; over which HTTP is not said", .unstated),
    .init("graphql", "GraphQL; over which HTTP is not said", .unstated),
    .init("push", "push service of a phone's maker", .encrypted, proves: .server),
    .init("mqtt", "MQTT", .clearText, ports: [1883]),
    .init("mqtts", "MQTT over TLS", .encrypted, proves: .server, ports: [8883]),
    .init("amqp", "AMQP", .clearText, ports: [5672]),
    .init("amqps", "AMQP over TLS", .encrypted, proves: .server, ports: [5671]),
    .init("coap", "CoAP", .clearText, ports: [5683]),
    .init("coaps", "CoAP over DTLS", .encrypted, proves: .server, ports: [5684]),
    .init("kafka", "Kafka; over which channel is not said", .unstated),
    .init(
      "matter", "Matter, with certificates of both ends", .encrypted, proves: .both, ports: [5540]),
    .init("dds", "DDS, as ROS 2 uses it; its security is not said", .unstated, ports: [7400]),
  ]

  private static let data: [ProtocolFacts] = [
    .init("sql", "connection to a database", .clearText),
    .init("sql-tls", "connection to a database over TLS", .encrypted, proves: .server),
    .init("mongodb", "MongoDB; over which channel is not said", .unstated, ports: [27017]),
    .init("redis", "Redis", .clearText, ports: [6379]),
    .init("nfs", "NFS", .clearText, messages: .optional, ports: [2049]),
    .init(
      "smb", "SMB; signing and encryption depend on version and settings", .unstated, ports: [445]),
    .init("ftp", "FTP", .clearText, ports: [21]),
    .init("ftps", "FTP over TLS", .encrypted, proves: .server, ports: [990]),
    .init("sftp", "files over SSH", .encrypted, proves: .server, ports: [22]),
    .init("tftp", "TFTP", .clearText, ports: [69]),
    .init("webdav", "WebDAV; over which HTTP is not said", .unstated),
  ]

  private static let remote: [ProtocolFacts] = [
    .init("ssh", "SSH", .encrypted, proves: .server, ports: [22]),
    .init("telnet", "Telnet", .clearText, ports: [23]),
    .init("rdp", "Remote Desktop", .encrypted, ports: [3389]),
    .init("vnc", "VNC (RFB)", .clearText, ports: [5900]),
    .init("vpn", "a tunnel, its kind not said", .encrypted, proves: .server),
    .init("ipsec", "IPsec with IKE", .encrypted, proves: .both, ports: [500, 4500]),
    .init("wireguard", "WireGuard", .encrypted, proves: .both),
    .init("tls", "TLS, the application not said", .encrypted, proves: .server),
    .init("mtls", "TLS with certificates of both ends", .encrypted, proves: .both),
    .init("dtls", "DTLS, the application not said", .encrypted, proves: .server),
    .init("quic", "QUIC, the application not said", .encrypted, proves: .server),
    .init("smtp", "mail between servers", .clearText, ports: [25]),
    .init("smtps", "mail submission over TLS", .encrypted, proves: .server, ports: [465]),
    .init("imap", "IMAP", .clearText, ports: [143]),
    .init("imaps", "IMAP over TLS", .encrypted, proves: .server, ports: [993]),
    .init("pop3", "POP3", .clearText, ports: [110]),
    .init("pop3s", "POP3 over TLS", .encrypted, proves: .server, ports: [995]),
    .init("sms", "text message", .clearText),
  ]

  private static let services: [ProtocolFacts] = [
    .init(
      "dns", "DNS; DNSSEC signs answers", .clearText, messages: .optional, ports: [53]),
    .init("dns-tls", "DNS over TLS", .encrypted, proves: .server, ports: [853]),
    .init("dns-https", "DNS over HTTPS", .encrypted, proves: .server, ports: [443]),
    .init("ntp", "NTP; can have keys", .clearText, messages: .optional, ports: [123]),
    .init("nts", "NTP with Network Time Security", .encrypted, proves: .server, ports: [4460]),
    .init("snmp", "SNMP version 1 or 2c", .clearText, ports: [161]),
    .init("snmp-v3", "SNMP version 3; the level of security is not said", .unstated, ports: [161]),
    .init("syslog", "syslog over UDP", .clearText, ports: [514]),
    .init("syslog-tls", "syslog over TLS", .encrypted, proves: .server, ports: [6514]),
    .init("ldap", "LDAP", .clearText, ports: [389]),
    .init("ldaps", "LDAP over TLS", .encrypted, proves: .server, ports: [636]),
    .init("kerberos", "Kerberos", .encrypted, proves: .both, ports: [88]),
    .init("radius", "RADIUS over UDP", .clearText, messages: .optional, ports: [1812]),
    .init("radsec", "RADIUS over TLS", .encrypted, proves: .both, ports: [2083]),
    .init("tcp", "TCP, the application not said", .clearText),
    .init("udp", "UDP, the application not said", .clearText),
    .init("dhcp", "DHCP", .clearText, ports: [67, 68]),
    .init("rmi", "Java RMI; over which channel is not said", .unstated, ports: [1099]),
    .init("dcom", "DCOM; its level of authentication is not said", .unstated, ports: [135]),
    .init("sip", "SIP", .clearText, ports: [5060]),
    .init("rtsp", "RTSP, streams of video", .clearText, ports: [554]),
  ]

  /// What controls machines, plants and buildings: registers and set points rather than queries.
  private static let machines: [ProtocolFacts] = [
    .init("modbus", "Modbus over TCP", .clearText, ports: [502]),
    .init("modbus-tls", "Modbus over TLS", .encrypted, proves: .both, ports: [802]),
    .init("opc-ua", "OPC UA; the security mode is not said", .unstated, ports: [4840]),
    .init(
      "opc-ua-secure", "OPC UA in mode SignAndEncrypt", .encrypted, proves: .both, ports: [4840]),
    .init("dnp3", "DNP3; can have keys", .clearText, messages: .optional, ports: [20000]),
    .init("bacnet", "BACnet over IP", .clearText, ports: [47808]),
    .init("profinet", "PROFINET", .clearText, ports: [34964]),
    .init("ethercat", "EtherCAT", .clearText, ports: [34980]),
    .init("bacnet-sc", "BACnet Secure Connect", .encrypted, proves: .both),
    .init("s7", "S7 communication of Siemens controllers", .clearText, ports: [102]),
    .init(
      "ethernet-ip", "EtherNet/IP; CIP Security protects it", .clearText, messages: .optional,
      ports: [2222, 44818]),
    .init(
      "iec-104", "IEC 60870-5-104; IEC 62351 protects it", .clearText, messages: .optional,
      ports: [2404]),
    .init(
      "iec-61850", "IEC 61850 MMS; IEC 62351 protects it", .clearText, messages: .optional,
      ports: [102]),
    .init("goose", "IEC 61850 GOOSE; IEC 62351 signs it", .clearText, messages: .optional),
    .init("modbus-rtu", "Modbus on a serial line", .clearText),
    .init("profibus", "PROFIBUS", .clearText),
    .init("hart", "HART on a current loop", .clearText),
    .init("wirelesshart", "WirelessHART; as safe as its join key", .unstated),
  ]

  private static let radio: [ProtocolFacts] = [
    .init("ble", "Bluetooth LE; as safe as the pairing, which the name does not say", .unstated),
    .init("bluetooth", "Bluetooth classic; as safe as the pairing", .unstated),
    .init("wifi", "wireless LAN; its protection is not said", .unstated),
    .init("wep", "wireless LAN, WEP, which is broken", .clearText),
    .init("wpa2", "wireless LAN, WPA2 with a shared password", .encrypted),
    .init("wpa3", "wireless LAN, WPA3 with a shared password", .encrypted),
    .init("wpa2-enterprise", "wireless LAN, WPA2 with EAP-TLS", .encrypted, proves: .both),
    .init("wpa3-enterprise", "wireless LAN, WPA3 with EAP-TLS", .encrypted, proves: .both),
    .init("cellular", "mobile network", .unstated),
    .init("zigbee", "Zigbee; as safe as its network key", .unstated),
    .init("thread", "Thread; as safe as its network key", .unstated),
    .init("z-wave", "Z-Wave; as safe as its keys and the way they are given out", .unstated),
    .init("ant", "ANT and ANT+; profiles go in the clear", .clearText),
    .init("lorawan", "LoRaWAN; as safe as its keys", .unstated),
    .init("uwb", "ultra-wideband; its protection is not said", .unstated),
    .init("medradio", "MedRadio (MICS) of implants; its protection is not said", .unstated),
    .init("wmts", "Wireless Medical Telemetry Service; its protection is not said", .unstated),
    .init("radio", "other radio", .unstated),
    .init("nfc", "near-field communication", .clearText, messages: .optional),
    .init("rfid", "RFID tags", .clearText, messages: .optional),
    .init("infrared", "infrared light", .clearText),
  ]

  private static let wires: [ProtocolFacts] = [
    .init("can", "CAN bus", .clearText, messages: .optional),
    .init("uart", "UART lines on a board", .clearText),
    .init("serial", "RS-232 and other serial lines", .clearText),
    .init("i2c", "I²C bus", .clearText),
    .init("spi", "SPI bus", .clearText),
    .init("usb", "USB", .clearText),
    .init("jtag", "JTAG or SWD", .clearText),
    .init("ethernet", "frames on Ethernet", .clearText, messages: .optional),
    .init("analog", "a signal of the physical world", .clearText),
    .init("human", "a person sees, hears, speaks or presses", .unstated),
  ]
}
