// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// `name: value, value`
extension Parser {
  mutating func parseProperty(name: Token) {
    if current.kind == .assign { assignInsteadOfColon("a property", "\(text(name)): …") }
    bump()
    guard !endsItem else {
      return report(
        "syntax", "property `\(text(name))` has no value", at: range(name),
        help: "write a value after the colon, or delete the line")
    }
    var comma: Token?
    while true {
      let valueStart = current
      let mark = builder.count
      guard parseExpression() else { return recoverProperty() }
      if current.kind == .comma, !current.startsLine {
        comma = current
        bump()
        if endsFile || current.kind == .rightBrace {
          report(
            "syntax", "the list ends with a comma", at: previousToken,
            help: "delete the comma, or write a further value")
          return
        }
        continue
      }
      if endsItem { return }
      if current.kind == .colon, valueStart.startsLine {
        report(
          "syntax", "the comma before this line continues the list of `\(text(name))`",
          at: range(valueStart), help: "delete the comma at the end of the line above")
      } else if current.kind == .colon, let comma {
        // Only a word that is the name of a property alone can begin one.
        let isName =
          valueStart.kind == .name && Property(word: text(valueStart)) != nil
          && bytes[Int(valueStart.end)..<Int(current.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        // The word was the name of a further property, so it is no value of this one.
        builder.open(.error, before: mark)
        builder.close(mark)
        let range = self.range(comma)
        report(
          "syntax", "a comma stands between two properties", at: range,
          help: "properties on one line are separated with `;`",
          fix: Fix("write `;`", safety: isName ? .safe : .suggestion, edits: [Edit(range, ";")]))
      } else {
        unexpectedInValue(name)
      }
      return recoverProperty()
    }
  }

  private mutating func unexpectedInValue(_ name: Token) {
    switch current.kind {
    case .unterminatedString: unterminatedString()
    case .malformedName: malformedName()
    case .strayCharacter: strayCharacter()
    default:
      let help =
        switch current.kind {
        case .assign, .wrongArrow: "values are compared with `==`, `!=`, `<`, `<=`, `>` and `>=`"
        case .name where isWord(current, "not"): "`not` stands in front of a whole condition"
        default:
          "separate values with a comma, put a text in quotes, "
            + "and end a property with a new line or `;`"
        }
      report(
        "syntax", "unexpected \(describe(current)) after the value of `\(text(name))`",
        at: range(current), help: help)
    }
  }

  private mutating func recoverProperty() {
    let node = builder.open(.error, at: current.start)
    while !endsItem {
      if current.kind == .leftBrace {
        skipBalanced()
      } else {
        bump()
      }
    }
    builder.close(node)
  }
}
