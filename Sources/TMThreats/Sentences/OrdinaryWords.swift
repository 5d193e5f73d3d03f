// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Words that a title of a system starts with or ends in and that are no names: what is not known
/// here keeps its capital letter, since a name in small letters is the worse mistake.
enum OrdinaryWords {
  /// Whether a word is an ordinary one, in any number; of a compound ("Follow-up") its first part.
  static func contains(_ word: some StringProtocol) -> Bool {
    let lower = word.lowercased()
    if isKnown(lower) { return true }
    guard let dash = lower.firstIndex(where: { $0 == "-" || $0 == "/" }) else { return false }
    return isKnown(String(lower[..<dash]))
  }

  private static func isKnown(_ word: String) -> Bool {
    if words.contains(word) || hasEndingOfNouns(word) { return true }
    // "Telemonitoring", "provisioning"
    if word.utf8.count > 9, word.hasSuffix("ing") { return true }
    return singulars(of: word).contains { words.contains($0) || hasEndingOfNouns($0) }
  }

  /// What a plural may be the plural of: "studies" of "study", "boxes" of "box" and "boxe".
  static func singulars(of word: String) -> [String] {
    guard word.hasSuffix("s"), word.utf8.count > 3, !word.hasSuffix("ss") else { return [] }
    var found = [String(word.dropLast())]
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    return found
  }

  /// Endings that names hardly have.
  private static func hasEndingOfNouns(_ word: String) -> Bool {
    word.utf8.count > 7 && endings.contains(where: word.hasSuffix)
  }

  private static let endings = [
    "tion", "sion", "ility", "ment", "ness", "ance", "ence", "graph", "graphy", "meter", "metry",
    "scope", "ologist", "ician", "ivity", "ality", "idity", "uity", "alysis", "therapy", "pathy",
    "ectomy", "ational", "itude", "ture", "phone", "ering", "ding", "ging", "king", "sing", "ating",
    "graphic", "metric", "matic", "netic", "ostic", "istic", "ologic",
    "ology", "ical", "able", "ible", "less", "ized", "ised", "ator", "ware", "board", "storage",
  ]

  private static let words = SortedWords(list)
}
