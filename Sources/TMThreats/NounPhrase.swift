// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Turns titles into parts of an English sentence: "Drug library" into "the drug library".
enum NounPhrase {
  /// A title with its article, in the middle of a sentence.
  static func definite(_ title: String) -> String {
    let words = words(title)
    guard let first = words.first else { return "the unnamed one" }
    let trimmed = words.joined(separator: " ")
    // "Dr. Smith" is a person, with neither article nor small letters.
    if first.count > 1, first.last == ".", words.count > 1 { return trimmed }
    if determiners.contains(first.lowercased()) { return lowercasedStart(trimmed, words) }
    let isPossessive = first.last == "s" && (first.hasSuffix("'s") || first.hasSuffix("’s"))
    return isPossessive && isName(first) && !commonPossessors.contains(first.lowercased())
      ? trimmed : "the " + lowercasedStart(trimmed, words)
  }

  /// Several titles: "the dose order, the drug library and 2 more".
  static func list(_ phrases: [String], limit: Int = 3) -> String {
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    if phrases.count <= limit {
      return phrases.dropLast().joined(separator: ", ") + " and " + last
    }
    return phrases.prefix(limit - 1).joined(separator: ", ")
      + " and \(phrases.count - limit + 1) more"
  }

  /// Whether a title names several things, as far as its last word tells.
  static func isPlural(_ title: String) -> Bool {
    guard let last = words(title).last?.lowercased() else {
      return false
    }
    let singular = ["ss", "us", "is"]
    return last.count > 3 && last.hasSuffix("s") && !singular.contains(where: last.hasSuffix)
  }

  /// The words of a title, between white space of any kind.
  static func words(_ title: String) -> [Substring] {
    // Most titles are ASCII, for which the tables of Unicode need not be asked.
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
      return title.split(whereSeparator: \.isWhitespace)
    }
    return title.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
  }

  /// A sentence that starts with a capital letter.
  static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, !isUppercase(first) else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "my", "our", "your", "his", "her", "its", "their", "this", "each", "every",
    "any", "all", "some",
  ]

  private static let commonPossessors: Set<String> = [
    "patient's", "patient’s", "user's", "user’s", "nurse's", "nurse’s", "clinician's",
    "clinician’s", "manufacturer's", "manufacturer’s", "customer's", "customer’s",
  ]

  /// Nouns that a title of one word often is; an "s" at their end makes the plural.
  private static let commonNouns: Set<String> = [
    "account", "accounting", "actuator", "adapter", "address", "administrator", "admin", "agent",
    "alarm", "alert", "analyst", "app", "application", "appointment", "archive", "attacker",
    "auditor", "backend", "backup", "battery", "bed", "body", "boiler", "booking", "boot", "bridge",
    "broker", "browser", "bus", "cable", "cache", "calibration", "camera", "card", "carrier",
    "cart",
    "catalogue", "certificate", "checkout", "client", "clinic", "clinician", "clock", "cloud",
    "command", "configuration", "console", "controller", "courier", "credential", "customer",
    "dashboard", "database", "deployer", "device", "diagnosis", "directory", "disk", "display",
    "doctor", "door", "dose", "drive", "driver", "edge", "editor", "engine", "engineer", "event",
    "factory", "file", "firewall", "firmware", "folder", "frontend", "gateway", "guest", "handler",
    "home", "hospital", "hub", "image", "implant", "interface", "internet", "invoice", "key",
    "keypad", "laboratory", "laptop", "library", "link", "listener", "log", "logger", "machine",
    "manager", "manufacturer", "measurement", "merchant", "message", "meter", "monitor", "motor",
    "network", "notifier", "nurse", "office", "operator", "order", "partner", "password", "patient",
    "payment", "perimeter", "pharmacist", "pharmacy", "phone", "physician", "portal", "port",
    "prescription", "pricing", "printer", "process", "processor", "profile", "proxy", "pump",
    "queue", "radio", "radiologist", "reader", "reading", "record", "registry", "relay", "reminder",
    "report", "reporter", "reporting", "request", "result", "router", "scanner", "scheduler",
    "screen", "secret", "sender", "sensor", "server", "service", "session", "setting", "shop",
    "shopper", "signal", "speaker", "station", "status", "storage", "store", "storefront",
    "supplier", "support", "surgeon", "switch", "system", "table", "tablet", "tag", "technician",
    "telemetry", "terminal", "token", "tool", "trolley", "update", "uploader", "user", "vault",
    "vendor", "viewer", "visitor", "ward", "warehouse", "watch", "wearable", "website", "worker",
    "workshop", "workstation",
  ]

  /// Lowers the first letter of an ordinary word; names and abbreviations keep theirs.
  private static func lowercasedStart(_ text: String, _ words: [Substring]) -> String {
    guard let first = words.first, isOrdinary(first) else { return text }
    if words.count > 1, isName(words[1]) { return text }
    // A word alone may be the name of a product ("Grafana"), so only nouns that are known are lowered.
    let noun = first.lowercased()
    if words.count == 1, !commonNouns.contains(noun), !commonNouns.contains(String(noun.dropLast()))
    {
      return text
    }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A capital letter and then only small ones: a word that a title starts with, not "OpenSSL".
  private static func isOrdinary(_ word: Substring) -> Bool {
    let scalars = word.unicodeScalars
    guard let first = scalars.first, isUppercase(first), word.count > 1 else { return false }
    return !scalars.dropFirst().contains { isUppercase($0) || isNumber($0) }
  }

  /// A capitalised word, as in the second word of "Active Directory".
  private static func isName(_ word: Substring) -> Bool { isOrdinary(word) && word.count > 2 }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }
}
