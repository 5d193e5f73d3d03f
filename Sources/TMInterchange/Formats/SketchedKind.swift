// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a shape of a drawing stands for, by its form and by the words in it.
///
/// Drawings use squares for everything: so the last word of a title, which says what a thing is in English ("user
/// service" is a service, "end user" is a person), goes before the habit of data-flow diagrams.
struct SketchedKind {
  let keyword: Keyword
  let isHuman: Bool
  /// Whether the words decided it.
  let isByName: Bool

  /// - Parameter drawsRound: whether the drawing draws processes round, so that a square is an external entity.
  init(_ node: Sketch.Node, drawsRound: Bool) {
    let word = Self.word(node.title)
    let isPerson = Self.isPerson(node.title)
    switch node.shape {
    case .container: (keyword, isHuman, isByName) = (.boundary, false, false)
    case .drum: (keyword, isHuman, isByName) = (.store, false, false)
    case .person: (keyword, isHuman, isByName) = (.external, true, false)
    case .outside: (keyword, isHuman, isByName) = (.external, isPerson, isPerson)
    case .round:
      (keyword, isHuman, isByName) = (isPerson ? .external : .process, isPerson, isPerson)
    case .work: (keyword, isHuman, isByName) = (.process, false, false)
    case .square:
      if isPerson {
        (keyword, isHuman, isByName) = (.external, true, true)
      } else if Self.isExternal(node.title) {
        (keyword, isHuman, isByName) = (.external, false, true)
      } else if Self.stores.contains(word) {
        (keyword, isHuman, isByName) = (.store, false, true)
      } else if Self.processes.contains(word) {
        (keyword, isHuman, isByName) = (.process, false, true)
      } else {
        // What has no shape says nothing, and what lies in a frame is part of something. Whoever takes a process for
        // an external entity asks less of it.
        let isOutside = drawsRound && node.look != "id" && node.parent == nil
        (keyword, isHuman, isByName) = (isOutside ? .external : .process, false, false)
      }
    }
  }

  /// Whether a title names a person, by its last word or by a picture of one.
  static func isPerson(_ title: String?) -> Bool {
    guard let title else { return false }
    if title.unicodeScalars.contains(where: { portraits.contains($0.value) }) { return true }
    return persons.contains(word(title))
  }

  /// Whether a title is that of the circle where a flowchart begins or ends, which is no process.
  static func isTerminal(_ title: String?) -> Bool {
    let plain = (title ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    return ["", "start", "end", "stop", "begin", "finish", "done", "exit"].contains(plain)
  }

  private static func isExternal(_ title: String?) -> Bool {
    let plain = (title ?? "").lowercased().drop { !$0.isLetter && !$0.isNumber }
    return ["external ", "third-party ", "third party ", "3rd party ", "3rd-party "]
      .contains(where: plain.hasPrefix)
  }

  /// The last word outside of brackets, without the ending of a plural.
  private static func word(_ title: String?) -> String {
    var plain = ""
    var depth = 0
    for sign in (title ?? "").lowercased() {
      if "([{".contains(sign) { depth += 1 }
      if depth == 0 { plain.append(sign) }
      if ")]}".contains(sign) { depth = max(0, depth - 1) }
    }
    let last = plain.split { !$0.isLetter && !$0.isNumber }.last { $0.contains(where: \.isLetter) }
    guard let last else { return "" }
    return last.count > 3 && last.hasSuffix("s") && !last.hasSuffix("ss") && !kept.contains(last)
      ? String(last.dropLast()) : String(last)
  }

  private static let kept: Set<Substring> = ["redis", "dns", "postgres"]

  /// Busts, men, women, doctors and the like.
  private static let portraits: Set<UInt32> = [
    0x1F464, 0x1F465, 0x1F468, 0x1F469, 0x1F9D1, 0x1F474, 0x1F475, 0x1F9D4,
  ]

  private static let persons: Set<String> = [
    "user", "customer", "patient", "nurse", "doctor", "physician", "clinician", "radiologist",
    "technician", "admin", "administrator", "operator", "developer", "engineer", "person",
    "employee", "visitor", "attacker", "buyer", "seller", "caregiver", "clerk", "human", "people",
    "staff", "actor", "member", "manager", "auditor", "analyst", "surgeon", "pharmacist",
  ]

  private static let stores: Set<String> = [
    "database", "db", "store", "storage", "cache", "bucket", "archive", "vault", "redis",
    "postgres", "postgresql", "mysql", "mongodb", "dynamodb", "s3", "datastore", "filesystem",
    "warehouse", "lake", "repository", "datenbank",
  ]

  private static let processes: Set<String> = [
    "service", "server", "api", "gateway", "app", "application", "engine", "worker", "proxy",
    "backend", "frontend", "function", "lambda", "process", "handler", "controller", "sdk",
    "firmware", "module", "broker", "daemon", "job", "pipeline", "balancer", "microservice",
    "scheduler", "agent", "client", "router", "dispatcher", "waf", "firewall", "portal", "ui",
    "extension", "container", "cluster", "webserver", "dienst",
  ]
}
