// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

/// Texts of a model as Markdown, in which an author's signs mean nothing.
enum Markdown {
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "<", ">", "~",
        "&":
        result += "\\"
        result.unicodeScalars.append(character)
      case "\n": result += "\n"
      case _ where character.value < 0x20 || (0x7F...0x9F).contains(character.value): result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// A word in code style; what is no word is plain.
  static func code(_ text: String) -> String {
    text.contains("`") || text.contains("\n") ? plain(text) : "`\(text)`"
  }

  /// Names in code style, the first few and how many more.
  static func list(_ names: [String], limit: Int = 8) -> String {
    let shown = names.prefix(limit).map(code).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }
}

extension ModelSnapshot {
  /// The title of a threat: a sentence about this system.
  func sentence(_ threat: Threat) -> String { SentenceWriter(model).title(threat) }
}

extension PropertySpec {
  /// What a value of the property is: "the names of trust boundaries".
  var expectation: String {
    let many = cardinality == .list
    return Self.describe(type) + (many ? ", several with commas" : "")
  }

  private static func describe(_ type: ValueType) -> String {
    switch type {
    case .text: "a text in quotes"
    case .number(let range):
      "a number from \(WordMeaning.number(range.lowerBound)) to \(WordMeaning.number(range.upperBound))"
    case .boolean: "yes or no"
    case .date: "a date"
    case .word(let vocabulary): vocabulary.phrase
    case .identifier: "a name"
    case .reference(let kinds):
      kinds.members.count > 4
        ? "a declaration" : kinds.members.map(\.phrase).joined(separator: " or ")
    case .condition: "a condition"
    case .oneOf(let types):
      types.map(describe).reduce(into: [String]()) { phrases, phrase in
        if !phrases.contains(phrase) { phrases.append(phrase) }
      }.joined(separator: " or ")
    }
  }
}
