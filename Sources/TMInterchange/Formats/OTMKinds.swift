// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What components of the Open Threat Model format are, whose types are free words.
enum OTMKinds {
  /// The types that this program writes, which say the kind and no technology.
  static let own: [String: Keyword] = [
    "process": .process, "data-store": .store, "external-system": .external,
    "external-human": .external,
  ]

  /// The kind of a component by the words of its type and name.
  static func kind(_ type: String, _ name: String) -> Keyword {
    if let kind = own[type] { return kind }
    let plain = "\(type) \(name)".lowercased()
    let stores = [
      "database", "-db", "postgres", "mysql", "mongo", "redis", "sql", "storage", "bucket", "s3",
      "dynamodb",
      "rds", "datastore", "data-store", "data store", "cache", "vault", "elasticsearch",
      "filesystem", "file-system", "blob",
    ]
    let externals = ["external", "third-party", "third party", "actor", "end-user", "human"]
    // A user service is a service: only what is called one is a user.
    let isUser =
      type.lowercased().split { !$0.isLetter && !$0.isNumber }.contains("user")
      || SketchedKind.isPerson(name)
    if stores.contains(where: plain.contains) { return .store }
    if externals.contains(where: plain.contains) || isUser { return .external }
    return .process
  }

  /// The level of a rating from 0 to 100.
  static func level(_ number: Double) -> String {
    switch number {
    case ...0: "none"
    case ...33: "low"
    case ...66: "medium"
    default: "high"
    }
  }

  /// How a control stands by the state that one of its threats gives it; the word is free.
  static func status(_ state: String) -> String {
    switch ImportedStatus.named(state) {
    case .mitigated: "implemented"
    case .open where state.lowercased() == "required": "planned"
    default: "proposed"
    }
  }

  /// Whether a threat's mitigation is one that nobody wants any more.
  static func isRejected(_ state: String) -> Bool {
    ["rejected", "notapplicable", "retired", "withdrawn"].contains(
      state.lowercased().filter(\.isLetter))
  }

  /// How an export says that a control stands; the states that its threats give it follow from that.
  static func ownStatus(_ mitigation: SourceCursor?) throws(SourceFault) -> String? {
    guard let field = try mitigation?.field("attributes")?.field("status"),
      case .scalar(let status) = field.node.content, Vocabulary.controlStatuses.contains(status)
    else { return nil }
    field.ignore()
    return status
  }
}
