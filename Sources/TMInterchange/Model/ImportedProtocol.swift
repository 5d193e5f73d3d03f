// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a free text of another tool says about the protocol of a flow.
struct ImportedProtocol: Equatable {
  /// A protocol of the language.
  var word: String?
  var port: Int?
  var encrypted: String?
  /// What of the text is in none of these.
  var rest: String?

  /// Reads texts such as `HTTPS`, `HTTP/S`, `TCP 1235`, `DICOM DIMSE`, `TLS 1.2`.
  init(_ text: String) {
    let plain = ImportedText.condensed(text).lowercased()
    if let word = Self.known(plain) {
      self.word = word
      return
    }
    if let tls = Self.tls(plain) {
      encrypted = tls
      return
    }
    let parts = plain.split { " :/,".contains($0) }
    if parts.count == 2, let number = Int(parts[1]), (1...65535).contains(number),
      let word = Self.known(String(parts[0]))
    {
      self.word = word
      port = number
      return
    }
    rest = text
  }

  private static func known(_ plain: String) -> String? {
    if let word = synonyms[plain] { return word }
    let hyphened = plain.split(whereSeparator: { " _".contains($0) }).joined(separator: "-")
    return ProtocolFacts.named(hyphened) == nil ? nil : hyphened
  }

  private static func tls(_ plain: String) -> String? {
    switch plain.filter({ !" v-_".contains($0) }) {
    case "tls1.3": "tls-1.3"
    case "tls1.2": "tls-1.2"
    case "tls1.1": "tls-1.1"
    case "tls1.0": "tls-1.0"
    case "ssl3", "ssl3.0", "ssl": "ssl-3"
    default: nil
    }
  }

  private static let synonyms = [
    "http/s": "https", "http(s)": "https", "https/tls": "https", "http/2": "http",
    "http over tls": "https", "rest over https": "https", "https/rest": "https",
    "dicom dimse": "dicom", "dicom classic": "dicom", "dimse": "dicom", "hl7 classic": "hl7",
    "hl7 v2": "hl7", "mllp": "hl7", "hl7 fhir": "fhir", "canbus": "can", "can bus": "can",
    "ethernet frames": "ethernet", "wss": "websocket-tls", "ws": "websocket", "tds": "sql",
    "jdbc": "sql", "odbc": "sql", "mysql": "sql", "postgresql": "sql", "sql-access-protocol": "sql",
    "jdbc-encrypted": "sql-tls", "odbc-encrypted": "sql-tls",
    "sql-access-protocol-encrypted": "sql-tls",
    "reverse-proxy-web-protocol": "http", "reverse-proxy-web-protocol-encrypted": "https",
    "scp": "ssh", "ssh-tunnel": "ssh", "wi-fi": "wifi", "bluetooth le": "ble", "ssl": "tls",
    "smtp-encrypted": "smtps", "pop3-encrypted": "imaps", "imap-encrypted": "imaps",
    "rdp": "rdp", "mqtt over tls": "mqtts", "amqp over tls": "amqps",
  ]

  /// Adds what was read to a flow; whether anything was.
  func add(to flow: ImportedDeclaration) {
    if let word { flow.add(.protocol, word) }
    if let port { flow.add(.port, String(port)) }
    if let encrypted, !flow.has(.encrypted) { flow.add(.encrypted, encrypted) }
  }
}
