// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a free text of another tool says about the protocol of a flow.
struct ImportedProtocol: Equatable {
  /// A protocol of the language.
  var word: String?
  var port: Int?
  var encrypted: String?
  /// The text, where it says a version of the protocol that the word does not.
  var version: String?
  /// What of the text is in none of these.
  var rest: String?
  /// Whether the text says more than that, such as the number of a step, or what goes over the protocol.
  var saysMore = false
  /// One line.
  private var text: String

  /// Reads texts such as `HTTPS`, `HTTP/S`, `TCP 1235`, `DICOM DIMSE`, `TLS 1.2`, `MQTT 5`.
  init(_ text: String) {
    let condensed = ImportedText.condensed(text)
    self.text = condensed
    let plain = condensed.lowercased()
    if let word = Self.known(plain) {
      self.word = word
      saysMore = Self.narrower.contains(plain)
      return
    }
    if let tls = Self.tls(plain) {
      encrypted = tls
      return
    }
    if let word = Self.versioned(plain) {
      (self.word, version) = (word, ImportedText.condensed(text))
      return
    }
    if readParts(plain.split { " :/,()".contains($0) }) { return }
    // The steps of a drawing are numbered: `2. HTTPS`.
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let step = plain.dropFirst(digits.count)
    if (1...2).contains(digits.count), let sign = step.first, ".)".contains(sign),
      step.dropFirst().first == " "
    {
      let read = ImportedProtocol(
        String(ImportedText.condensed(text).dropFirst(digits.count + 1)))
      if read.rest == nil {
        self = read
        (saysMore, self.text) = (true, condensed)
        return
      }
    }
    rest = text
  }

  /// Reads a protocol with a port, or with what it runs over: `HTTP (8080)`, `REST (HTTPS)`, `HTTP/TLS`.
  ///
  /// - Returns: whether nothing of it is left.
  private mutating func readParts(_ parts: [Substring]) -> Bool {
    var names = parts.map(String.init).filter { !["rest", "over", "via"].contains($0) }
    saysMore = parts.contains("rest") || parts.contains { Self.narrower.contains(String($0)) }
    var number: Int?
    if names.count > 1, let last = names.last.flatMap({ Int($0) }), (1...65535).contains(last) {
      number = last
      names.removeLast()
    }
    let isSecured = names.count == 2 && ["tls", "ssl"].contains(names[1])
    if isSecured { names.removeLast() }
    if names.count == 2, number != nil, let found = Self.versioned(names.joined(separator: " ")) {
      (word, version, port) = (found, "\(names[0].uppercased()) \(names[1])", number)
      return true
    }
    guard names.count == 1, let found = Self.known(names[0])
    else { return false }
    if isSecured, ProtocolFacts.named(found)?.channel != .encrypted {
      let secured = ["\(found)s", "\(found)-tls", "\(found)-https"].first {
        ProtocolFacts.named($0)?.channel == .encrypted
      }
      if secured == nil { encrypted = "yes" }
      word = secured ?? found
    } else {
      word = found
    }
    port = number
    return true
  }

  /// What the word of the language says less than.
  private static let narrower: Set<String> = [
    "jdbc", "odbc", "tds", "mysql", "postgresql", "mllp", "scp", "ssh-tunnel",
  ]

  private static func known(_ plain: String) -> String? {
    if let word = synonyms[plain] { return word }
    let hyphened = plain.split(whereSeparator: { " _".contains($0) }).joined(separator: "-")
    return ProtocolFacts.named(hyphened) == nil ? nil : hyphened
  }

  /// A protocol with a version: `HTTP/3`, `MQTT 5`, `SNMP v3`, `HTTP/1.1`. What stands behind a colon, or behind `TCP` and
  /// `UDP`, is a port, and so is a number that is too large for a version.
  private static func versioned(_ plain: String) -> String? {
    guard let place = plain.lastIndex(where: { " /".contains($0) }) else { return nil }
    let name = plain[..<place]
    var number = plain[plain.index(after: place)...]
    let isNamed = number.first == "v"
    if isNamed { number = number.dropFirst() }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy {
      (1...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard isNumber, parts.count > 1 || isNamed || number.count == 1, !["tcp", "udp"].contains(name)
    else { return nil }
    // The third version of HTTP is never in the clear.
    if name == "http", parts.first == "3" { return "https" }
    return known(String(name))
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
    "http/s": "https", "http(s)": "https", "https/tls": "https",
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

  /// Whether a title says that a flow is an answer, for which the source is the server.
  static func isAnswer(_ title: String?) -> Bool {
    let plain = (title ?? "").lowercased()
    return plain.contains("response") || plain.hasPrefix("answer") || plain.contains("reply")
  }

  /// Adds what was read to a flow. A protocol proves the end that is called, which is the source of an answer: of
  /// that only the encryption holds.
  func add(to flow: ImportedDeclaration) {
    if let word, Self.isAnswer(flow.title), ProtocolFacts.named(word)?.authenticatesServer == true {
      if !flow.has(.encrypted) { flow.add(.encrypted, "yes") }
    } else if let word {
      flow.add(.protocol, word)
    }
    if let port { flow.add(.port, String(port)) }
    if let encrypted, !flow.has(.encrypted) { flow.add(.encrypted, encrypted) }
    if let version { flow.add(.version, text: version) }
    if saysMore, rest == nil, flow.title?.contains(text) != true {
      flow.document("Protocol: \(text)")
    }
  }
}
