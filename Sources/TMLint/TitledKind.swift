// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a title says that something is, in words that leave little doubt.
///
/// Titles decide nothing: what they say and no property does is a question to the author.
enum TitledKind {
  /// The words of a title in small letters, without an article; nil where no list has its last one, as of
  /// most titles.
  private static func words(_ title: String) -> [String]? {
    guard let last = lastWord(title), lastWords.contains(last) else { return nil }
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.first == "the" ? Array(words.dropFirst()) : words
  }

  /// The last word of a title in small letters, read from its end.
  private static func lastWord(_ title: String) -> String? {
    var title = title
    return title.withUTF8 { text in
      guard
        let end = text.lastIndex(where: { isWordByte($0) })
      else { return nil }
      let start = text[..<end].lastIndex { !isWordByte($0) }.map { $0 + 1 } ?? 0
      // What is no ASCII is in none of the lists.
      guard text[start...end].allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(
        decoding: text[start...end].map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isCapital(byte & 0xDF) || (0x30...0x39).contains(byte)
  }

  private static func ends(_ words: [String], _ endings: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return endings.contains { text == $0 || text.hasSuffix(" " + $0) }
  }

  /// Whether a title is that of a person.
  static func isPerson(_ title: String) -> Bool {
    guard let words = words(title) else { return false }
    return words.count <= 2 && ends(words, persons)
  }

  /// Whether a title is that of what keeps data.
  static func isStore(_ title: String) -> Bool { words(title).map { ends($0, stores) } ?? false }

  /// Whether a title is that of the open internet.
  static func isInternet(_ title: String) -> Bool {
    words(title).map { internets.contains($0.joined(separator: " ")) } ?? false
  }

  /// The function of an element of this title.
  static func function(_ title: String) -> String? {
    guard let words = words(title) else { return nil }
    return functions.first { ends(words, $0.titles) }?.word
  }

  /// The zone of a boundary of this title.
  static func zone(_ title: String) -> String? {
    if isInternet(title) { return "internet" }
    guard let words = words(title) else { return nil }
    return zones.first { ends(words, $0.titles) }?.word
  }

  private static let lastWords = Set(
    (persons + stores + internets + functions.flatMap(\.titles) + zones.flatMap(\.titles))
      .compactMap { $0.split(separator: " ").last.map(String.init) })

  private static let internets = [
    "internet", "public internet", "open internet", "world wide web",
  ]

  private static let persons = [
    "nurse", "doctor", "physician", "surgeon", "clinician", "pharmacist", "patient", "caregiver",
    "operator", "user", "administrator", "technician", "customer", "visitor", "attacker",
    "employee",
    "hacker", "buyer", "staff", "personnel",
  ]

  private static let stores = [
    "database", "db", "data base", "datastore", "data store", "data warehouse", "data lake",
    "key store", "keystore", "key vault", "hard disk", "file share", "file system",
  ]

  private static let functions: [(word: String, titles: [String])] = [
    (
      "update",
      [
        "update server", "update service", "updater", "update client", "update manager",
        "firmware server", "ota server", "ota service",
      ]
    ),
    (
      "authentication",
      [
        "login service", "login server", "identity provider", "identity service",
        "authentication service", "authentication server", "sign on", "sso", "idp",
      ]
    ),
    ("browser", ["browser", "web browser"]),
    ("build", ["build server", "build service", "build pipeline", "ci server", "ci runner"]),
    ("signing", ["signing service", "signing server", "code signing"]),
    ("alarm", ["alarm handler", "alarm manager", "alarm service", "alarm system"]),
    ("language-model", ["language model", "llm"]),
  ]

  private static let zones: [(word: String, titles: [String])] = [
    ("cloud", ["cloud", "public cloud", "cloud account", "cloud service", "cloud services"]),
    ("hospital", ["hospital", "hospital network", "clinic network"]),
    ("home", ["home", "home of the patient", "home network", "patient s home"]),
    ("phone", ["phone", "smartphone", "phone of the patient", "mobile phone"]),
    ("dmz", ["dmz", "demilitarised zone", "demilitarized zone"]),
    ("guest", ["guest network", "guest wlan"]),
  ]
}
