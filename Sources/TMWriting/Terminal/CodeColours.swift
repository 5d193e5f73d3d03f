// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The styles of a line of code in the handbook: a model, or what the program answers.
enum CodeColours {
  static func styled(_ line: String, language: String) -> StyledText {
    switch language {
    case "tm": model(line)
    case "text": answer(line)
    default: whole(line)
    }
  }

  private static func whole(_ line: String) -> StyledText {
    var text = StyledText()
    text.append(line)
    return text
  }

  /// Comments are faint, texts in quotes have a colour, and the word that starts a declaration is strong.
  private static func model(_ line: String) -> StyledText {
    var text = StyledText()
    var rest = Substring(line)
    let margin = rest.prefix { $0 == " " }
    text.append(String(margin))
    rest = rest.dropFirst(margin.count)
    let word = rest.prefix { $0.isLetter }
    if Schema.keywords.contains(String(word)), rest.dropFirst(word.count).hasPrefix(" ") {
      text.append(String(word), .strong)
      rest = rest.dropFirst(word.count)
    }
    while let first = rest.first {
      if rest.hasPrefix("//") {
        text.append(String(rest), .frame)
        break
      }
      let length = first == "\"" ? quoted(rest) : 1
      text.append(String(rest.prefix(length)), first == "\"" ? .secondary : nil)
      rest = rest.dropFirst(length)
    }
    return text
  }

  /// The characters of a text in quotes that starts here, to the end of the line at most.
  private static func quoted(_ text: Substring) -> Int {
    var length = 1
    var isEscaped = false
    for character in text.dropFirst() {
      length += 1
      if character == "\"", !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
    }
    return length
  }

  /// The heading of a finding is coloured by its severity.
  private static func answer(_ line: String) -> StyledText {
    let styles: [(String, TerminalStyle)] = [
      ("error[", .error), ("warning[", .warning), ("note[", .note),
    ]
    guard let (_, style) = styles.first(where: { line.hasPrefix($0.0) }),
      let end = line.firstIndex(of: "]")
    else { return whole(line) }
    var text = StyledText()
    text.append(String(line[...end]), style)
    text.append(String(line[end...].dropFirst()), .strong)
    return text
  }
}
