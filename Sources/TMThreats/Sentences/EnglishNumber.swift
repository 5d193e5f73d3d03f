// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether English words stand for one thing or for several.
enum EnglishNumber {
  /// Whether a noun is a plural: "nurses", "staff", "APIs"; not "Kubernetes", "SMS", "diagnosis".
  static func isPlural(_ word: some StringProtocol) -> Bool {
    // Of a compound ("Wi-Fi-keys") the last part tells.
    let part = String(word).split { $0 == "-" || $0 == "/" }.last.map(String.init) ?? ""
    let lower = part.lowercased()
    if ProperNames.contains(lower) || ProperNames.isBare(lower) { return false }
    if irregularPlurals.contains(lower) { return true }
    guard let last = part.unicodeScalars.last, last == "s" else { return false }
    if isAbbreviation(part.dropLast()) { return true }
    if lower.utf8.count < 4 { return false }
    if singularsWithS.contains(lower) || singularEndings.contains(where: lower.hasSuffix) {
      return false
    }
    if lower.hasSuffix("ics") { return pluralsInIcs.contains(lower) }
    return true
  }

  /// Whether a word is a plural that no "s" gives away: "people".
  static func isIrregularPlural(_ word: some StringProtocol) -> Bool {
    irregularPlurals.contains(word.lowercased())
  }

  /// Capital letters and digits, two at least: "API", "ECG", "HL7".
  static func isAbbreviation(_ word: some StringProtocol) -> Bool {
    let scalars = word.unicodeScalars
    guard scalars.count > 1 else { return false }
    var letters = 0
    for scalar in scalars {
      if scalar.properties.isUppercase {
        letters += 1
      } else if !(scalar.properties.numericType != nil || "-/&.+".unicodeScalars.contains(scalar)) {
        return false
      }
    }
    return letters > 0
  }

  private static let irregularPlurals: Set<String> = [
    "people", "data", "metadata", "biodata", "staff", "personnel", "children", "men", "women",
    "criteria", "media", "police", "feet", "teeth", "mice", "phenomena", "bacteria", "indices",
    "vertices", "matrices", "appendices", "alumni", "stimuli", "spectra", "strata", "relatives",
    "headquarters", "grandchildren", "firemen", "midwives", "wives", "lives", "knives", "shelves",
    "vitals", "goods",
  ]

  /// Words that end in "s" without being a plural, and that no ending gives away.
  private static let singularsWithS: Set<String> = [
    "alias", "atlas", "bias", "canvas", "chaos", "christmas", "cosmos", "corps", "gas", "lens",
    "means", "news", "pancreas", "pathos", "rabies", "series", "species", "texas", "thermos",
    "tennis", "biogas", "herpes", "diabetes", "caries", "kudos", "ethos", "asbestos", "lotus",
    "yes", "plus", "his", "its", "this", "was", "does", "measles", "mumps", "innards",
  ]

  private static let singularEndings = ["ss", "us", "is", "'s", "’s"]

  private static let pluralsInIcs: Set<String> = [
    "metrics", "topics", "clinics", "fabrics", "mechanics", "medics", "paramedics", "critics",
    "statistics", "graphics", "optics", "lyrics", "specifics", "basics", "generics", "biometrics",
    "antibiotics", "traffics", "heuristics", "characteristics", "demographics", "infographics",
    "picnics", "epics", "comics", "mosaics", "relics", "orthotics", "prosthetics", "electronics",
  ]
}
