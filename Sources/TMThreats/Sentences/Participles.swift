// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Forms of verbs that say how something is: "cached vitals", "cases kept offline".
enum Participles {
  /// Whether a word looks like one; names such as "Alfred" do not.
  static func contains(_ word: some StringProtocol) -> Bool {
    let lower = word.lowercased()
    if irregular.contains(lower) { return true }
    if lower.hasPrefix("un"), irregular.contains(String(lower.dropFirst(2))) { return true }
    return lower.utf8.count > 5 && lower.hasSuffix("ed") && !others.contains(lower)
  }

  /// Whether a word says where, when or by what, so that a participle before it describes the noun before
  /// that: of "kept offline" the cases, but of "hospital owned devices" the devices are owned.
  static func isCompletion(_ word: some StringProtocol) -> Bool {
    completions.contains(word.lowercased())
  }

  private static let irregular: Set<String> = [
    "kept", "held", "sent", "given", "taken", "made", "found", "shown", "seen", "written", "built",
    "known", "lost", "stored", "left", "bought", "sold", "lent", "drawn", "chosen", "hidden",
    "worn", "spoken", "bound",
  ]

  /// What ends like one and is none: names, and nouns.
  private static let others: Set<String> = [
    "alfred", "manfred", "wilfred", "winifred", "siegfried", "gottfried", "mohammed", "muhammed",
    "hundred", "kindred", "hatred", "embed", "biomed", "seabed", "infrared", "ahmed", "medmed",
    "unified", "united", "allied", "applied", "certified", "qualified",
  ]

  private static let completions: Set<String> = [
    "offline", "online", "locally", "remotely", "here", "there", "elsewhere", "abroad", "apart",
    "together", "outside", "inside", "upstairs", "downstairs", "daily", "weekly", "monthly",
    "yearly", "today", "once", "twice", "later", "before", "after", "out", "back", "away", "in",
    "on", "at", "by", "for", "from", "to", "with", "under", "over", "through", "between", "among",
    "as", "per", "via", "during", "until", "since", "without", "within", "near", "behind",
  ]
}
