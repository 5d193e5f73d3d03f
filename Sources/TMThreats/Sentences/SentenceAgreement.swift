// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Gives the verbs of a sentence the number of the names before them: "{target} takes" becomes "the
/// nurses take" where the target is several.
///
/// A placeholder is a subject where a clause starts with it: at the start of the sentence, behind a
/// comma or a conjunction. What is further away an author writes as `{is|are}`, which goes by the
/// name before it.
struct SentenceAgreement {
  /// The placeholder that verbs go by.
  private var subject: SentenceTemplate.Placeholder?
  /// The name before, which the words that an author marks go by.
  private var nearest: SentenceTemplate.Placeholder?
  /// Whether the subject is still the one whose verb comes next: nothing but "of {element}" since.
  private var awaitsVerb = false
  private(set) var pieces: [SentenceTemplate.Piece] = []

  /// - Parameter parsed: texts, placeholders and names in braces.
  static func applied(to parsed: [SentenceTemplate.Piece]) -> [SentenceTemplate.Piece] {
    var agreement = SentenceAgreement()
    for (index, piece) in parsed.enumerated() {
      agreement.add(piece, next: index + 1 < parsed.count ? parsed[index + 1] : nil)
    }
    return agreement.pieces
  }

  private mutating func add(_ piece: SentenceTemplate.Piece, next: SentenceTemplate.Piece?) {
    switch piece {
    case .text(let text): addText(text, next: next)
    case .placeholder(let placeholder):
      if placeholder.isNoun { nearest = placeholder }
      if !awaitsVerb, placeholder.isNoun, startsClause {
        (subject, awaitsVerb) = (placeholder, true)
      }
      pieces.append(piece)
    case .unknown(let name):
      let forms = name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if forms.count == 2, let nearest {
        pieces.append(.agreeing(one: forms[0], several: forms[1], with: nearest))
      } else {
        pieces.append(piece)
      }
      awaitsVerb = false
    case .agreeing:
      pieces.append(piece)
    }
  }

  private mutating func addText(_ text: String, next: SentenceTemplate.Piece?) {
    guard awaitsVerb, let subject else { return pieces.append(.text(text)) }
    if case .placeholder = next, links.contains(text) { return pieces.append(.text(text)) }
    awaitsVerb = false
    let several = Self.plural(text)
    pieces.append(
      several == text ? .text(text) : .agreeing(one: text, several: several, with: subject))
  }

  /// What joins a name to the one before it, which stays the subject.
  private let links: Set<String> = [" of ", " from ", " at ", " in ", " on ", " over ", " to "]

  /// Whether what was written so far ends where a subject follows.
  private var startsClause: Bool {
    let text: String
    switch pieces.last {
    case nil: return true
    case .text(let fixed): text = fixed
    case .agreeing(let one, _, _): text = one
    case .placeholder, .unknown: return false
    }
    let trimmed = text.drop { $0 == " " }
    if trimmed.isEmpty { return false }
    let words = text.split(separator: " ")
    guard let word = words.last else { return false }
    if word.last == "," { return true }
    if ["and", "or"].contains(word), words.count > 1 { return words[words.count - 2].last == "," }
    if word == "than" { return words.count < 2 || words[words.count - 2] != "other" }
    return Self.conjunctions.contains(word.lowercased())
  }

  private static let conjunctions: Set<String> = [
    "that", "because", "whether", "when", "what", "while", "if", "although", "though", "until",
    "unless", "where", "but", "since",
  ]

  private static let adverbs: Set<String> = [
    "still", "also", "only", "never", "often", "always", "silently", "then", "later", "itself",
  ]

  /// The text with its first verb, and those joined to it at once, as a plural: " keeps, uses or
  /// passes on" as " keep, use or pass on".
  static func plural(_ text: String) -> String {
    guard text.first == " " else { return text }
    var words = text.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    var index = words.firstIndex { !adverbs.contains($0) } ?? words.count
    while index < words.count, let verb = changed(words[index]) {
      words[index] = verb
      let endsInComma = verb.last == ","
      index += 1
      if index < words.count, ["or", "and"].contains(words[index]) {
        index += 1
      } else if !endsInComma {
        break
      }
    }
    // "cannot be reached, or does not act"
    for place in words.indices.dropLast() where place > 0 && words[place + 1].hasPrefix("not") {
      if ["or", "and"].contains(words[place - 1]), let verb = changed(words[place]) {
        words[place] = verb
      }
    }
    return " " + words.joined(separator: " ")
  }

  /// The plural of a verb with the comma behind it; nil for what is no verb with an "s".
  private static func changed(_ word: String) -> String? {
    let hasComma = word.last == ","
    guard let verb = EnglishVerb.plural(of: hasComma ? word.dropLast() : word[...]) else {
      return nil
    }
    return hasComma ? verb + "," : verb
  }
}
