// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Makes ids out of titles. An id does not depend on what comes after it in the file, so an element more
/// at the end changes no other.
package struct ImportedNames {
  private var used: Set<String> = []
  /// The number that the next declaration of a name gets.
  private var next: [String: Int] = [:]

  package init() {}

  /// An id that no other declaration has: letters and digits of the title, the fallback where it has
  /// none, with a number where the id is taken.
  package mutating func id(_ title: String, orElse fallback: String) -> String {
    var base = Self.slug(title) ?? fallback
    // These are values of the language.
    if ["yes", "no"].contains(base) { base = "\(fallback)-\(base)" }
    var id = base
    var number = next[base] ?? 2
    while !used.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    next[base] = number
    return id
  }

  /// Takes a name that a declaration has already, so that no other gets it.
  package mutating func take(_ id: String) { used.insert(id) }

  /// The title as an id of at most 40 characters: `Web server (EU)` is `web-server-eu`; nil where
  /// nothing of it fits.
  package static func slug(_ title: String) -> String? {
    var words: [String] = [""]
    // Of a long title, what fits stands at its beginning.
    let start = String(title.unicodeScalars.prefix(2_000))
    for scalar in ImportedText.condensed(start).lowercased().unicodeScalars {
      if let letters = transliterations[scalar] {
        words[words.count - 1] += letters
      } else if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if let plain = scalar.properties.canonicalBase {
        words[words.count - 1].unicodeScalars.append(plain)
      } else if scalar.value != 0x27, scalar.value != 0x2019, words.last != "" {
        words.append("")
      }
    }
    var id = ""
    for word in words where !word.isEmpty {
      if id.count + word.count > 39, !id.isEmpty { break }
      id += id.isEmpty ? String(word.prefix(40)) : "-" + word
    }
    guard let first = id.unicodeScalars.first else { return nil }
    if ("0"..."9").contains(first) { id = "n" + id }
    return id
  }

  private static let transliterations: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "œ": "oe", "ł": "l",
    "đ": "d", "þ": "th", "ð": "d",
  ]
}

extension Unicode.Scalar.Properties {
  /// The ASCII letter that a letter with an accent is built on.
  fileprivate var canonicalBase: Unicode.Scalar? {
    guard isAlphabetic, let name, name.hasPrefix("LATIN SMALL LETTER ") else { return nil }
    let rest = name.dropFirst("LATIN SMALL LETTER ".count)
    guard let letter = rest.first, rest.dropFirst().hasPrefix(" WITH") else { return nil }
    return Unicode.Scalar(String(letter).lowercased())
  }
}
