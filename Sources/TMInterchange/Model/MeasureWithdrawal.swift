// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a text takes back the measure that it names, or says that there is none: "We considered MFA but did not add it",
/// "Encrypt. Was removed in 2.3.", "No TLS in place yet", "Kein Schutz vorhanden".
enum MeasureWithdrawal {
  static func isIn(_ text: String) -> Bool {
    let plain = ImportedText.condensed(text).lowercased().replacing("’", with: "'")
    let parts = plain.replacing(" but ", with: ". ").replacing(" however ", with: ". ")
      .replacing(" aber ", with: ". ").split { ".;!?,".contains($0) }
    for (place, part) in parts.enumerated() {
      let words = part.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
      let row = " " + words.joined(separator: " ") + " "
      if isNone(words) { return true }
      if refusals.contains(where: row.contains) { return true }
      // Without a subject of its own it is about what stands before.
      if place > 0, retractions.contains(where: row.hasPrefix) { return true }
    }
    return false
  }

  /// "No … in place", "no … yet", "kein … vorhanden".
  private static func isNone(_ words: [String]) -> Bool {
    guard let start = words.firstIndex(where: { ["no", "kein", "keine", "keinen"].contains($0) })
    else { return false }
    let rest = words[(start + 1)...]
    guard let last = rest.last, rest.count <= 8 else { return false }
    if ["yet", "vorhanden", "umgesetzt", "implementiert"].contains(last) { return true }
    return rest.count > 2 && rest.suffix(2) == ["in", "place"]
  }

  /// What nobody did.
  private static let refusals = [
    " did not implement ", " didn't implement ", " did not add ", " didn't add ",
    " did not deploy ",
    " did not enable ", " did not introduce ", " did not fix ", " didn't fix ", " decided against ",
    " won't fix ", " wontfix ", " will not fix ", " was never implemented ",
    " were never implemented ",
    " never got implemented ", " wurde verworfen ", " wurde entfernt ",
  ]

  /// What takes back what was said before.
  private static let retractions = [
    " was removed ", " were removed ", " has been removed ", " have been removed ", " removed ",
    " was disabled ", " were disabled ", " has been disabled ", " disabled ", " was reverted ",
    " reverted ", " was rolled back ", " rolled back ", " was turned off ", " turned off ",
    " not implemented ", " not done ", " not yet ", " not enabled ", " not deployed ",
    " noch nicht ",
    " is missing ", " is not in place ", " is not implemented ", " isn't implemented ",
  ]
}
