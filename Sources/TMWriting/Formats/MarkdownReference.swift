// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What GitHub and GitLab take for a reference, wherever it stands in a text.
package enum MarkdownReference {
  /// The words with a space of no width inside of each reference, for a text that is no Markdown, such as a title.
  package static func broken(_ words: String) -> String {
    let scalars = Array(words.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      result.unicodeScalars.append(scalar)
      if begins(scalars, at: index) { result += "\u{200B}" }
    }
    return result
  }

  /// Whether a reference would be there, were it not for something between a character and the next.
  static func begins(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let next = text[index + 1]
    switch text[index] {
    // A person, an address of mail, a commit of another repository.
    case "@": return isWord(next)
    // An issue; an alert (`^alert#1`) and a request to merge, a snippet, an epic of GitLab.
    case "#", "!", "$", "&": return isDigit(next)
    // A label and a milestone of GitLab.
    case "~", "%": return isWord(next) || next == "\""
    // `GH-1`
    case "-":
      return isDigit(next) && index >= 2 && isLetter(text[index - 2], "g")
        && isLetter(text[index - 1], "h") && (index == 2 || !isWord(text[index - 3]))
    // An address of the web: `https://`, `www.`
    case ":": return next == "/"
    case "w", "W": return next == "." && index > 0 && isLetter(text[index - 1], "w")
    // `[vulnerability:1]` and the like of GitLab.
    case "[":
      let name = text[(index + 1)...].prefix { isWord($0) && !isDigit($0) }
      return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == ":"
    // `*iteration:1` of GitLab.
    case "*":
      return isWord(next)
        && text[(index + 1)...].prefix(10).elementsEqual("iteration:".unicodeScalars)
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar, _ letter: Character) -> Bool {
    String(scalar).lowercased() == String(letter)
  }
}
