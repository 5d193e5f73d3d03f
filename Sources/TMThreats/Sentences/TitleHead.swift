// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The words of a title up to the noun that says what it is, and whether that are several: of
/// "Images of a patient (anonymous)" the word "Images".
struct TitleHead {
  /// The words up to and with the noun.
  let words: [Substring]
  /// What stands behind the noun to tell it from others: "2" in "Pump 2".
  let designator: Substring?
  let isPlural: Bool
  /// Whether it is the name of a firm with "&" in it.
  let isFirm: Bool

  /// - Parameters:
  ///   - words: of the whole title; at least one.
  ///   - isOneThing: whether it is the title of a part of a system: "Payment and notification worker"
  ///     is one worker, where "Password and session token" are two things.
  init(_ all: [Substring], isOneThing: Bool = false) {
    let region = Self.region(all, isOneThing: isOneThing)
    var words = region.words
    var designator: Substring?
    if words.count > 1, let last = words.last, Self.isDesignator(last) {
      designator = last
      words.removeLast()
    }
    self.words = words
    self.designator = designator
    isFirm = Self.isFirm(all)
    isPlural = !isFirm && (region.isList || Self.isPlural(words, startsTitle: all))
  }

  /// The noun.
  var noun: Substring { words.last.map(Self.bare) ?? "" }

  /// A word without the punctuation around it.
  static func bare(_ word: Substring) -> Substring {
    func isInner(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard let start = word.firstIndex(where: isInner), let end = word.lastIndex(where: isInner)
    else { return word }
    return word[start...end]
  }

  /// The words before whatever only says more about the noun, and whether they list several things.
  private static func region(
    _ all: [Substring], isOneThing: Bool = false
  ) -> (words: [Substring], isList: Bool) {
    var words: [Substring] = []
    var index = 0
    while index < all.count {
      let word = all[index]
      let lower = word.lowercased()
      if index > 0 {
        // "Bill of materials" has its noun at the start, a "point of care device" at the end.
        if let length = idiom(at: index, lower, in: all), index + length < all.count {
          words += all[index..<index + length]
          index += length
          continue
        }
        if word.first.map({ "([{–—-|:".contains($0) }) ?? false { break }
        if closers.contains(lower) { break }
        // "Cases kept offline", but "hospital owned devices"
        if index + 1 < all.count, Participles.contains(lower), word.first?.isLowercase ?? false,
          Participles.isCompletion(all[index + 1])
        {
          break
        }
        // "Uses left", "orders pending"
        if index == all.count - 1, remainders.contains(lower) { break }
        if ["and", "&", "plus", "+"].contains(lower) {
          return coordinated(words, Array(all[(index + 1)...]), isOneThing: isOneThing)
        }
        // Of "nurse or physician" the last word counts.
        if lower == "or" { return (region(Array(all[(index + 1)...])).words, false) }
      }
      if word.last == ",", index + 1 < all.count {
        let rest = region(Array(all[(index + 1)...]))
        let isAttribute =
          rest.words.last.map(isDesignator) ?? false
          || rest.words.count == 1 && isAttribute(rest.words[0])
        return (words + [word.dropLast()], !isAttribute)
      }
      if word.last == ":" || word.last == ";" {
        words.append(word.dropLast())
        break
      }
      words.append(word)
      index += 1
    }
    return (words.isEmpty ? all : words, false)
  }

  /// "Name and address" are two things, a "health and fitness app" is one, and so is "Smith & Sons".
  private static func coordinated(
    _ left: [Substring], _ right: [Substring], isOneThing: Bool
  ) -> (words: [Substring], isList: Bool) {
    guard !right.isEmpty else { return (left, false) }
    let rest = region(right)
    if left.count == 1, rest.words.count > 1, let noun = rest.words.last,
      !EnglishNumber.isPlural(noun),
      carriers.contains(noun.lowercased()) || isOneThing && !isDoer(left[0])
    {
      return (left + rest.words, false)
    }
    return (left + rest.words, true)
  }

  /// "Capper", "Mixer", "Compressor": a thing beside another one rather than what another is for.
  private static func isDoer(_ word: Substring) -> Bool {
    let lower = bare(word).lowercased()
    return ["er", "or"].contains { lower.hasSuffix($0) } || carriers.contains(lower)
  }

  /// "Johnson & Johnson", "Research & Development", but not "Drugs & Doses".
  static func isFirm(_ all: [Substring]) -> Bool {
    guard all.count > 2, all.contains("&") else { return false }
    let words = all.filter { $0 != "&" }
    guard words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return false }
    return
      !(words.allSatisfy { OrdinaryWords.contains($0) }
      && words.last.map { EnglishNumber.isPlural(bare($0)) } ?? false)
  }

  /// How many words from here on belong to a fixed expression: "of" in "point of care device".
  ///
  /// - Parameter second: the word at `index` in small letters.
  private static func idiom(at index: Int, _ second: String, in all: [Substring]) -> Int? {
    for idiom in idioms where idiom[1] == second {
      let start = index - 1
      guard start >= 0, start + idiom.count <= all.count else { continue }
      let words = all[start..<start + idiom.count].map { $0.lowercased() }
      if words == idiom { return idiom.count - 1 }
    }
    return nil
  }

  private static func isPlural(_ words: [Substring], startsTitle all: [Substring]) -> Bool {
    guard let last = words.last else { return false }
    let noun = bare(last)
    if ["both", "these", "those", "several", "many"].contains(all[0].lowercased()) { return true }
    if ["all", "other", "some"].contains(all[0].lowercased()), words.count > 1 {
      return EnglishNumber.isPlural(noun)
    }
    if ["each", "every", "one", "a", "an"].contains(all[0].lowercased()), words.count > 1 {
      return false
    }
    // "GitHub Actions" is one product, "Siemens scanners" are several devices.
    let isName = ProperNames.contains(bare(words[0])) && noun.first?.isUppercase ?? false
    if isName { return false }
    // A capital letter and an unknown word: "Hermes" rather than several of something.
    if all.count == 1, noun.first?.isUppercase ?? false,
      !EnglishNumber.isAbbreviation(noun.dropLast()),
      !OrdinaryWords.contains(noun), !EnglishNumber.isIrregularPlural(noun)
    {
      return false
    }
    return EnglishNumber.isPlural(noun)
  }

  /// "2", "B", "#3", "III", "v2", "1-10": one letter or a number.
  static func isDesignator(_ word: Substring) -> Bool {
    if word.count == 1 { return word.first.map { $0.isUppercase || $0.isNumber } ?? false }
    if ["II", "III", "IV", "VI", "VII"].contains(String(word)) { return true }
    return word.first.map { $0.isNumber || $0 == "#" } ?? false
      || (word.first == "v" && word.dropFirst().first?.isNumber ?? false)
      || (word.contains("-") && word.last?.isNumber ?? false)
  }

  /// Whether a word behind a comma only describes: "Password, hashed".
  private static func isAttribute(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    return lower.hasSuffix("ed") || lower.hasSuffix("ing") || lower == "only" || isDesignator(word)
  }

  /// What ends a noun and says more about it.
  private static let closers: Set<String> = [
    "of", "for", "from", "to", "in", "on", "with", "without", "at", "by", "via", "over", "about",
    "between", "per", "that", "who", "which", "where", "when", "whose", "behind", "beside", "under",
    "inside", "outside", "into", "near", "before", "after", "during", "against", "through",
    "across",
    "not", "as", "using", "used", "than", "within", "worn", "waiting", "containing", "including",
    "der", "die", "des", "den", "für", "von", "de", "du", "d'", "aux", "pour",
  ]

  /// What stands last and says how much of something there still is.
  static let remainders: Set<String> = [
    "left", "remaining", "pending", "due", "given", "allowed", "received", "sent", "done",
  ]

  /// Nouns of which two words with "and" before them say the kind: "identity and access management".
  private static let carriers: Set<String> = [
    "access", "agent", "api", "app", "application", "area", "board", "centre", "center", "cloud",
    "component", "console", "control", "controller", "database", "department", "device", "engine",
    "facility", "function", "gateway", "hub", "interface", "layer", "lab", "laboratory", "line",
    "log", "management", "manager", "module", "monitor", "network", "office", "page", "panel",
    "platform", "pool", "portal", "process", "processor", "program", "queue", "register", "room",
    "server", "service", "settings", "share", "site", "software", "station", "storage", "store",
    "subsystem", "system", "team", "tool", "unit", "website", "workstation", "zone",
  ]

  private static let idioms: [[String]] = [
    ["point", "of", "care"], ["internet", "of", "things"], ["bill", "of", "materials"],
    ["proof", "of", "concept"], ["software", "as", "a", "service"], ["out", "of", "band"],
    ["over", "the", "air"], ["man", "in", "the", "middle"], ["state", "of", "charge"],
    ["hardware", "in", "the", "loop"], ["point", "of", "sale"], ["bring", "your", "own", "device"],
    ["end", "to", "end"], ["machine", "to", "machine"], ["business", "to", "business"],
    ["sign", "on"], ["log", "in"], ["check", "in"], ["check", "out"], ["sign", "up"],
    ["opt", "in"],
  ]
}
