// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The switches that pytm calls controls: properties where the language has one, else one shared control for each.
struct PytmControls {
  private let model: ImportedModel
  /// The ids of those that are in the model, by their names in pytm.
  private var known: [String: String] = [:]

  init(_ model: ImportedModel) { self.model = model }

  /// Whether a control is one that nobody has.
  static func isOff(_ control: SourceCursor) -> Bool {
    guard case .scalar(let text) = control.node.content else { return false }
    return text.isEmpty || text.lowercased() == "false"
  }

  /// The controls of an element or flow.
  mutating func read(
    _ element: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    guard let set = try element.field("controls") else { return }
    for (key, value) in try set.fields() {
      guard case .scalar(let text) = value.node.content else { continue }
      let written = try value.scalar()
      if Self.isOff(value) { continue }
      switch key {
      case "isEncrypted", "isEncryptedAtRest":
        let isOwn = declaration.keyword == (key == "isEncrypted" ? .flow : .store)
        if isOwn {
          // What it is encrypted with says more.
          if !declaration.has(.encrypted) { declaration.add(.encrypted, "yes") }
        } else {
          // Of an element `isEncrypted` is a demand: pytm says no more than that flows to it have to be encrypted.
          model.keep(
            key, written,
            as: key == "isEncrypted"
              ? "Flows to it have to be encrypted." : "Encrypted at rest, as pytm has it.",
            at: value.path, line: value.line, in: declaration,
            why: key == "isEncrypted"
              ? "of an element pytm means what flows to it: state it at these"
              : "only a store holds what is at rest")
        }
        continue
      case "usesMFA":
        if declaration.takes(.authenticated), !declaration.has(.authenticated) {
          declaration.add(.authenticated, "mfa")
          continue
        }
      case "usesVPN":
        if declaration.takes(.encrypted), !declaration.has(.encrypted) {
          declaration.add(.encrypted, "vpn")
          continue
        }
      default: break
      }
      guard text.lowercased() == "true" else {
        declaration.document("\(key): \(written)")
        model.losses.add(
          .keptAsText, "control \(key)", at: value.path, line: value.line, written,
          target: declaration.id ?? "", why: "its value has no counterpart")
        continue
      }
      declaration.add(.controls, control(key, value, declaration))
    }
  }

  /// One control for each switch of pytm.
  private mutating func control(
    _ key: String, _ value: SourceCursor, _ declaration: ImportedDeclaration
  ) -> String {
    if let id = known[key] { return id }
    let words = Self.words(key)
    let id = model.names.id("c \(words)", orElse: "control")
    let control = ImportedDeclaration(
      .control, id, words.prefix(1).uppercased() + words.dropFirst())
    let categories = Self.categories(key)
    if !categories.isEmpty { control.add(.mitigates, words: categories) }
    control.add(.status, "implemented")
    model.add(control)
    known[key] = id
    model.losses.add(
      .guessed, "control", at: value.path, line: value.line, key, target: id,
      why: categories.isEmpty
        ? "pytm does not say which category it answers, and its name does not either: it mitigates nothing until "
          + "somebody states `mitigates`"
        : "pytm does not say which category it answers; \(categories.joined(separator: ", ")) is taken from its name"
    )
    return id
  }

  /// The words of a name such as `usesVPN` or `implementsCSRFToken`; abbreviations stay in capitals.
  private static func words(_ key: String) -> String {
    let signs = Array(key)
    var words: [String] = [""]
    for (place, sign) in signs.enumerated() {
      let before = place > 0 ? signs[place - 1] : nil
      let after = place + 1 < signs.count ? signs[place + 1] : nil
      if sign.isUppercase, before?.isLowercase == true || after?.isLowercase == true, before != nil
      {
        words.append("")
      }
      words[words.count - 1].append(sign)
    }
    return words.map { word in
      word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber } ? word : word.lowercased()
    }.joined(separator: " ")
  }

  private static func categories(_ key: String) -> [String] {
    let name = key.lowercased()
    if name.contains("authenticat") || name.contains("mfa") || name.contains("nonce")
      || name.contains("csrf")
    {
      return ["spoofing"]
    }
    if name.contains("vpn") || name.contains("encrypt") || name.contains("confidential")
      || name.contains("cookies")
    {
      return ["information-disclosure"]
    }
    if name.contains("access") || name.contains("authoriz") || name.contains("polp")
      || name.contains("hardened")
    {
      return ["elevation-of-privilege"]
    }
    if name.contains("crash") || name.contains("resource") || name.contains("resilient")
      || name.contains("timeout") || name.contains("interruption")
    {
      return ["denial-of-service"]
    }
    if name.contains("log") || name.contains("tracks") { return ["repudiation"] }
    let guards = [
      "saniti", "validat", "escap", "encod", "checksinput", "integrity", "sign", "hash", "hmac",
      "parameteri", "preparedstatement", "strict", "dtd", "iframe", "filter", "securefunction",
      "session",
      "revocation", "tamper", "checksum",
    ]
    return guards.contains(where: name.contains) ? ["tampering"] : []
  }
}
