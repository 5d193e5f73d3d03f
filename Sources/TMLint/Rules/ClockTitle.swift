// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Titles that speak of the time of day.
enum ClockTitle {
  /// Whether the title of a flow says that it sets a clock: "Sets the clock", "Time synchronisation".
  static func setsClock(_ title: String) -> Bool {
    let words = words(title)
    if words.contains("clock") { return true }
    return words.contains("time") && words.contains(where: setting.contains)
  }

  /// Whether the title of an asset names the time of day and nothing else: "Date and time".
  static func isTime(_ title: String) -> Bool {
    let words = words(title)
    return (words.contains("time") || words.contains("clock")) && words.allSatisfy(parts.contains)
  }

  private static func words(_ title: String) -> [String] {
    title.lowercased().split { !($0.isLetter || $0 == "-") }.map(String.init)
  }

  private static let setting: Set<String> = [
    "set", "sets", "setting", "sync", "syncs", "synchronise", "synchronises", "synchronize",
    "synchronizes", "synchronisation", "synchronization", "adjust", "adjusts", "correct",
    "corrects",
  ]

  private static let parts: Set<String> = [
    "time", "clock", "date", "and", "of", "day", "the", "current", "system", "device", "network",
    "reference", "utc", "local",
  ]
}
