// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A title as it stands in the middle of an English sentence: "Drug library" as "the drug library",
/// "Google" as it is, and whether its verb is a plural.
struct NounPhrase {
  /// With its article, if it takes one.
  let text: String
  let isPlural: Bool
  /// Whether the title says what is done ("Sends glucose values"); it stands in quotes then.
  let isAction: Bool

  /// The characters of a title that a sentence repeats; a longer one ends in `…`.
  static let limit = 60

  /// - Parameter isOneThing: whether the title is that of a part of a system (`TitleHead`).
  init(_ title: String, isOneThing: Bool = false) {
    let words = Self.shortened(Self.words(title))
    guard let first = words.first, words.contains(where: { $0.contains(where: Self.isSpoken) })
    else {
      text = words.isEmpty ? "the unnamed one" : "“\(words.joined(separator: " "))”"
      (isPlural, isAction) = (false, false)
      return
    }
    if ActionTitle.isAction(words) {
      text = "“\(words.joined(separator: " "))”"
      (isPlural, isAction) = (false, true)
      return
    }
    let head = TitleHead(words, isOneThing: isOneThing)
    isPlural = head.isPlural
    isAction = false
    let trimmed = words.joined(separator: " ")
    // "Dr. Smith" is a person, with neither article nor small letters.
    let isHonorific = first.count > 1 && first.last == "." && words.count > 1
    if isHonorific || head.isFirm || Self.isForeign(words) {
      text = trimmed
    } else if words.count > 2, Self.questions.contains(first.lowercased()) {
      // "Who follows whom" is a clause.
      text = Self.lowercasedFirst(trimmed)
    } else if words.count > 1, Self.determiners.contains(first.lowercased()) {
      text = Self.lowercasedFirst(trimmed)
    } else if Self.pronouns.contains(first.lowercased()) {
      text = Self.lowercasedFirst(trimmed)
    } else if Self.isOwnedByName(first), words.count > 1 {
      text = trimmed
    } else {
      let start = Self.lowercasedStart(trimmed, words)
      text = Self.takesArticle(head) ? "the " + start : start
    }
  }

  /// Several titles: "the dose order, the drug library and 2 more".
  ///
  /// - Parameter width: the characters that more than one may take together.
  static func list(_ phrases: [String], limit: Int = 3, width: Int = 64) -> String {
    guard let first = phrases.first, let last = phrases.last, phrases.count > 1 else {
      return phrases.first ?? ""
    }
    if limit < 2 { return "\(first) and \(phrases.count - 1) more" }
    if phrases.count <= limit {
      let all = phrases.dropLast().joined(separator: ", ") + " and " + last
      if all.count <= width || phrases.count == 2 { return all }
      return "\(first) and \(phrases.count - 1) more"
    }
    let shown = phrases.prefix(limit - 1).joined(separator: ", ")
    return shown.count + 12 <= width
      ? "\(shown) and \(phrases.count - limit + 1) more"
      : "\(first) and \(phrases.count - 1) more"
  }

  /// The words of a title, between white space of any kind.
  static func words(_ title: String) -> [Substring] {
    // Most titles are ASCII, for which the tables of Unicode need not be asked.
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
      return title.split(whereSeparator: \.isWhitespace)
    }
    return title.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
  }

  /// A sentence that starts with a capital letter; a name such as "iPhone" keeps its own.
  static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, !isUppercase(first) else { return text }
    // "the drug library …", as most sentences start, needs none of the tables of Unicode.
    if text.utf8.starts(with: "the ".utf8) { return "T" + text.dropFirst() }
    if let capitalised = capitalisedASCII(text) { return capitalised }
    let word = text.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The same for a text whose first word is ASCII in small letters, as most are; nil for any other.
  private static func capitalisedASCII(_ text: String) -> String? {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return nil }
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") { break }
      guard byte < 0x80, !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
    }
    var capitalised = String(UnicodeScalar(first & 0xDF))
    capitalised.append(contentsOf: Substring(text.utf8.dropFirst()))
    return capitalised
  }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(UInt8(scalar.value))
      : scalar.properties.isUppercase
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (UInt32(UInt8(ascii: "a"))...UInt32(UInt8(ascii: "z"))).contains(scalar.value | 0x20)
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(UInt8(scalar.value))
      : scalar.properties.numericType != nil
  }

  /// As many words as a sentence can bear.
  private static func shortened(_ words: [Substring]) -> [Substring] {
    var length = 0
    for (index, word) in words.enumerated() {
      length += word.count + 1
      if length <= limit + 1 { continue }
      if index == 0 { return [Substring(word.prefix(limit - 1) + "…")] }
      return words.prefix(index - 1) + [Substring(words[index - 1] + " …")]
    }
    return words
  }

  private static func isSpoken(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  // MARK: - Articles

  private static func takesArticle(_ head: TitleHead) -> Bool {
    // "Pump 2" and "Ward B" are names.
    if head.designator != nil { return false }
    let words = head.words
    let noun = head.noun
    guard let first = words.first.map(TitleHead.bare) else { return false }
    let isCapital = noun.first?.isUppercase ?? false
    if isMass(noun.lowercased()) { return false }
    if wholeNames.contains(words.map { $0.lowercased() }.joined(separator: " ")) { return false }
    if isShoutedName(words) { return false }
    if words.count == 1 {
      if phones.contains(noun.lowercased()) { return true }
      if ProperNames.contains(noun) || ProperNames.isBare(noun) { return false }
      // A script without capital letters has no articles that could be right.
      if !isLatin(noun) { return false }
      if !isCapital { return noun.dropFirst().allSatisfy { !$0.isUppercase } }
      if EnglishNumber.isAbbreviation(noun) || isPluralAbbreviation(noun) { return true }
      return OrdinaryWords.contains(lastPart(noun)) || OrdinaryWords.contains(noun)
        || head.isPlural
    }
    if !isLatin(noun) { return false }
    if !isCapital { return true }
    if ProperNames.contains(first), isOrdinary(noun) {
      // "Azure Storage" is a product, a "Siemens CT Scanner" something that stands somewhere.
      return machines.contains(noun.lowercased())
        || OrdinaryWords.singulars(of: noun.lowercased()).contains(where: machines.contains)
    }
    if softwareMakers.contains(first.lowercased()), EnglishNumber.isAbbreviation(noun) {
      return false
    }
    if EnglishNumber.isAbbreviation(noun) || isPluralAbbreviation(noun) {
      return !ProperNames.isBare(noun) || !isOrdinary(first)
    }
    return OrdinaryWords.contains(lastPart(noun))
  }

  /// Products of ordinary words.
  private static let wholeNames: Set<String> = ["active directory", "entra id"]

  /// "Radiology", "home dialysis", "telemonitoring": a field of work or something that is done, of which
  /// there are not several.
  private static func isMass(_ noun: String) -> Bool {
    masses.contains(noun) || noun.utf8.count > 6 && noun.hasSuffix("ing") && !doings.contains(noun)
  }

  /// "SMITHS MEDICAL": capitals throughout, and a word that is none of English.
  private static func isShoutedName(_ words: [Substring]) -> Bool {
    words.count > 1 && words.allSatisfy { $0.allSatisfy { !$0.isLowercase } }
      && words.contains { $0.count > 4 && !OrdinaryWords.contains($0) }
  }

  private static func isPluralAbbreviation(_ word: Substring) -> Bool {
    word.last == "s" && EnglishNumber.isAbbreviation(word.dropLast())
  }

  private static func lastPart(_ word: Substring) -> Substring {
    word.split { $0 == "-" || $0 == "/" }.last ?? word
  }

  private static func isLatin(_ word: Substring) -> Bool {
    word.unicodeScalars.contains { scalar in
      scalar.value < 0x250 && (scalar.isASCII ? isLetter(scalar) : scalar.properties.isAlphabetic)
    }
  }

  /// Words of other languages in the middle show that a title is none of English.
  private static func isForeign(_ words: [Substring]) -> Bool {
    words.count > 2 && words.dropFirst().dropLast().contains { foreign.contains(String($0)) }
  }

  /// "Anna's phone", but "the patient's phone".
  private static func isOwnedByName(_ first: Substring) -> Bool {
    let isPossessive = first.hasSuffix("'s") || first.hasSuffix("’s")
    guard isPossessive, isName(first) else { return false }
    return !OrdinaryWords.contains(first.dropLast(2))
  }

  // MARK: - Capitals

  /// Lowers the first letter of an ordinary word; names and abbreviations keep theirs.
  private static func lowercasedStart(_ text: String, _ words: [Substring]) -> String {
    guard let first = words.first, isOrdinary(first) else { return text }
    // "X-ray" keeps its letter.
    if first.dropFirst().first == "-", !OrdinaryWords.contains(first) { return text }
    if words.count > 1, isName(words[1]) { return text }
    if words.count > 2, words[1] == "of", isName(words[2]) { return text }
    let word = TitleHead.bare(first)
    if ProperNames.contains(word) { return text }
    let isPossessive = word.hasSuffix("'s") || word.hasSuffix("’s")
    let noun = isPossessive ? word.dropLast(2) : word
    let isParticiple = words.count > 1 && Participles.contains(noun)
    guard OrdinaryWords.contains(noun) || isParticiple || determiners.contains(noun.lowercased())
    else { return text }
    return lowercasedFirst(text)
  }

  private static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A capital letter and then only small ones: a word that a title starts with, not "OpenSSL".
  private static func isOrdinary(_ word: Substring) -> Bool {
    let bytes = word.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) {
      guard let first = bytes.first, isCapital(first), bytes.count > 1 else { return false }
      return !bytes.dropFirst().contains { isCapital($0) || isDigit($0) }
    }
    let scalars = word.unicodeScalars
    guard let first = scalars.first, isUppercase(first), word.count > 1 else {
      return false
    }
    return !scalars.dropFirst().contains { isUppercase($0) || isNumeric($0) }
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A capitalised word, as in the second word of "Active Directory".
  private static func isName(_ word: Substring) -> Bool { isOrdinary(word) && word.count > 2 }

  private static let determiners: Set<String> = [
    "the", "a", "an", "my", "our", "your", "his", "her", "its", "their", "this", "each", "every",
    "any", "all", "some", "other", "no", "these", "those", "both", "several", "many", "few", "one",
    "two", "three", "another", "what", "whose", "own",
  ]

  private static let questions: Set<String> = [
    "who", "whom", "whose", "which", "what", "how", "why", "when", "where", "whether",
  ]

  private static let pronouns: Set<String> = [
    "somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "others",
    "everything", "something", "anything", "whoever", "whatever", "what",
  ]

  /// Articles and prepositions of German, French, Spanish and Italian that English has not.
  private static let foreign: Set<String> = [
    "de", "des", "du", "la", "le", "les", "et", "aux", "der", "das", "dem", "den", "für", "von",
    "zum", "zur", "und", "mit", "im", "am", "del", "los", "las", "y", "della", "di", "pour", "sur",
  ]

  /// Departments and fields of work, of which one does not speak with an article.
  private static let masses: Set<String> = [
    "radiology", "cardiology", "pathology", "oncology", "neurology", "logistics", "analytics",
    "billing", "accounting", "marketing", "diagnostics", "management", "telematics", "robotics",
    "dialysis", "haemodialysis", "hemodialysis", "telemedicine", "radiotherapy", "chemotherapy",
    "physiotherapy", "surgery", "anaesthesia", "anesthesia", "informatics", "paediatrics",
    "pediatrics", "obstetrics", "urology", "haematology", "hematology", "dermatology",
    "microbiology", "endoscopy", "telehealth", "homecare", "procurement", "finance", "nursing",
    "triage",
  ]

  /// What ends like something that is done, and is a thing of which there can be several.
  private static let doings: Set<String> = [
    "building", "recording", "readings", "drawing", "meeting", "warning", "setting", "listing",
    "rendering", "marking", "booking", "briefing", "offering", "finding", "opening", "painting",
    "training", "crossing", "mapping", "greeting", "posting", "clearing", "covering", "fitting",
    "wrapping", "packaging", "clothing", "lighting", "wiring", "tubing", "earring", "railing",
    "ceiling", "landing", "housing", "bearing", "heading", "loading", "binding", "reading",
  ]

  /// Makers whose products have abbreviations for names: "Azure AD", "Microsoft Entra ID".
  private static let softwareMakers: Set<String> = [
    "amazon", "aws", "azure", "google", "microsoft", "oracle", "apple", "ibm", "sap", "okta",
    "atlassian", "adobe",
  ]

  private static let phones: Set<String> = ["iphone", "ipad", "imac", "macbook"]

  /// What a maker's name stands before, and what takes an article nevertheless.
  private static let machines: Set<String> = [
    "scanner", "pump", "monitor", "workstation", "gateway", "server", "analyser", "analyzer",
    "ventilator", "app", "database", "printer", "phone", "tablet", "watch", "laptop", "device",
    "sensor", "router", "switch", "firewall", "camera", "portal", "website", "viewer", "controller",
    "cluster", "node", "client", "browser", "account", "bucket", "queue", "team", "engineer",
    "programmer", "pacemaker", "meter", "module", "interface", "network", "tenant",
  ]
}
