// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Forms of English verbs.
enum EnglishVerb {
  /// The plural of a verb in the third person: "sends" makes "send"; nil for what is none.
  static func plural(of verb: some StringProtocol) -> String? {
    let word = String(verb)
    if let irregular = irregular[word] { return irregular }
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !others.contains(word),
      word.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) })
    else { return nil }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    let hissing = ["sses", "shes", "xes", "zzes", "oes", "tches"]
    if hissing.contains(where: word.hasSuffix) || softCh.contains(word) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// What a word with an "s" may be a form of.
  static func bases(of verb: String) -> [String] {
    plural(of: verb).map { [$0, String(verb.dropLast())] } ?? []
  }

  private static let irregular = [
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "dies": "die",
    "lies": "lie", "ties": "tie", "vies": "vie", "isn't": "aren't", "doesn't": "don't",
    "hasn't": "haven't",
  ]

  /// Verbs in "ches" that have no "e" of their own, as "caches" has.
  private static let softCh: Set<String> = [
    "reaches", "approaches", "attaches", "searches", "launches", "teaches", "touches", "breaches",
    "detaches", "launches", "branches", "benches",
  ]

  /// Words behind a name that end in "s" and are no verbs.
  private static let others: Set<String> = [
    "across", "afterwards", "always", "as", "besides", "its", "less", "others", "ours", "perhaps",
    "plus", "sometimes", "theirs", "this", "those", "thus", "towards", "unless", "upwards",
    "versus",
    "yours", "his", "hers", "us", "yes", "whereas",
  ]
}
