// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The flows of pytm, with the versions of TLS that they have or may have.
extension PytmReader {
  mutating func readFlows() throws(SourceFault) {
    for flow in try root.list("flows") {
      let name = try flow.text("name") ?? ""
      let ends = [try flow.text("source"), try flow.text("sink")].map { $0.flatMap { byName[$0] } }
      guard let source = ends[0], let target = ends[1], source.keyword.isElement,
        target.keyword.isElement, let from = source.id, let to = target.id
      else {
        model.losses.add(
          .dropped, "flow with a loose end", at: flow.path, line: flow.line, name,
          why: "an end names no element")
        continue
      }
      let declaration = declare(.flow, name, flow)
      declaration.ends = .init(from, to, isTwoWay: false)
      declaration.document(try flow.stated("note"))
      declaration.document(try flow.stated("description"))
      let isResponse = try flow.truth("isResponse") == true
      if let text = try flow.stated("protocol") {
        let read = ImportedProtocol(text)
        // A protocol proves the end that is called, which is the source of a response.
        if isResponse, let word = read.word, ProtocolFacts.named(word)?.authenticatesServer == true
        {
          declaration.add(.encrypted, "yes")
          model.losses.add(
            .guessed, "protocol of a response", at: "\(flow.path).protocol", line: flow.line, text,
            target: declaration.id ?? "",
            why: "it is encrypted as its request; the protocol stands there")
        } else {
          read.add(to: declaration)
          if let rest = read.rest {
            keep(
              "protocol", rest, flow, "protocol", "Protocol: \(rest)", declaration,
              "it is no protocol that is known here; it stands as a text")
          }
        }
      }
      for key in ["dstPort", "port"] {
        guard let port = try port(key, of: flow, declaration) else { continue }
        let isStated = declaration.properties(.port).contains(String(port))
        if !declaration.has(.port) {
          declaration.add(.port, String(port))
        } else if !isStated {
          keep("port", String(port), flow, key, "Port: \(port)", declaration)
        }
      }
      try addVersion(of: flow, to: declaration)
      declaration.add(.carries, words: try data(of: flow, declaration))
      if let request = try flow.stated("responseTo") {
        keep(
          "responseTo", request, flow, "responseTo", "Answer to “\(request)”.", declaration)
      }
      for file in try flow.texts("sourceFiles") { declaration.add(.link, text: file) }
      // A finding says what a response is, and a flow runs from boundary to boundary by its ends.
      try flow.ignore("__class__", "inBoundary", "inputs", "outputs", "response")
      if try flow.truth("inScope") == false {
        model.putOutOfScope(
          declaration, reason: nil, at: "\(flow.path).inScope", line: flow.line)
      }
      if try flow.truth("usesSessionTokens") == true {
        keep(
          "usesSessionTokens", "true", flow, "usesSessionTokens", "Uses session tokens.",
          declaration)
      }
      if let port = try port("srcPort", of: flow, declaration) {
        keep("source port", String(port), flow, "srcPort", "Source port: \(port)", declaration)
      }
      try controls.read(flow, declaration)
      try assumptions.read(flow, about: declaration)
      try nameOverrides(of: flow, declaration)
      model.add(declaration)
      try findings.read(flow, declaration)
    }
  }

  /// A version of TLS as the language has it; nil for none.
  static func version(_ text: String) -> String? {
    switch text.split(separator: ".").last {
    case "TLSv13": "tls-1.3"
    case "TLSv12": "tls-1.2"
    case "TLSv11": "tls-1.1"
    case "TLSv10": "tls-1.0"
    case "SSLv3", "SSLv2": "ssl-3"
    default: nil
    }
  }

  /// Adds the version of TLS of a flow, or else the least that it may have.
  private func addVersion(
    of flow: SourceCursor, to declaration: ImportedDeclaration
  ) throws(SourceFault) {
    for key in ["tlsVersion", "minTLSVersion"] {
      guard let version = try flow.word(key, as: Self.version) else { continue }
      if !declaration.has(.encrypted) {
        declaration.add(.encrypted, version)
        guard key == "minTLSVersion" else { continue }
        model.losses.add(
          .guessed, key, at: "\(flow.path).\(key)", line: flow.line, version,
          target: declaration.id ?? "", why: "the least version that it may have stands as its own")
      } else if declaration.properties(.encrypted) != [version] {
        let label = key == "tlsVersion" ? "Version of TLS" : "Least version of TLS"
        keep(key, version, flow, key, "\(label): \(version)", declaration)
      }
    }
  }
}
