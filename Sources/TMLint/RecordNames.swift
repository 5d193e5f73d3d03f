// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Which records a reason names, by which somebody else could look it up.
extension LintContext {
  /// The documents of the model that a text names by id or title.
  func documents(namedIn text: String) -> [EntityID] {
    model.all(.document).filter { document in
      Self.names(model.name(document), text)
        || model.ownTitle(document).map { $0.count > 5 && Self.names($0, text) } ?? false
    }
  }

  /// Whether a reason names a document that the model declares, a file or an address: any number would do
  /// otherwise, such as that of a phase.
  func namesRecord(_ reason: String) -> Bool {
    if reason.givesNoReason { return false }
    let words = reason.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    let isElsewhere = words.contains { word in
      word.contains("://") || word.split(separator: "/").count > 1 && word.contains(".")
        || [".tm", ".md", ".pdf", ".docx", ".xlsx"].contains { word.contains($0) }
    }
    return isElsewhere || !documents(namedIn: reason).isEmpty
  }

  /// Whether a name stands in a text as words of their own.
  private static func names(_ name: String, _ text: String) -> Bool {
    let text = text.lowercased()
    return text.ranges(of: name.lowercased()).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      let continues = { (sign: Character?) in sign.map { $0.isLetter || $0.isNumber } ?? false }
      return !continues(before) && !continues(after)
    }
  }
}
