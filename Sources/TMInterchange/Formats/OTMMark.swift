// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The attributes of a threat in which an export keeps what the format has no place for.
package enum OTMMark {
  package static let threat = "tm-threat"
  package static let because = "tm-because"
  /// The asset that it is about, where it hangs on what holds that.
  package static let about = "tm-about"
  /// What answered it, in words.
  package static let answer = "tm-answer"

  /// What of a description is no text that stands beside it under its own name, as an export writes it.
  static func scenario(
    of attributes: SourceCursor, described: String?, _ mark: ThreatMark?
  ) throws(SourceFault) -> String? {
    var texts: [String] = []
    for key in ["scenario", "consequence", "advice"] {
      guard case .scalar(let text)? = try attributes.field(key)?.node.content else { continue }
      texts.append(StringLiteral.value(of: Array(text.utf8)[...]))
    }
    if texts.isEmpty { return described }
    let whole = (texts + [mark?.because].compactMap { $0 }).joined(separator: " ")
    return ImportedText.condensed(whole) == ImportedText.condensed(described ?? "")
      ? nil : described
  }
}

extension ImportedModel {
  /// Says what became of the state of a mitigation: each threat that names it gives it one.
  func tellState(
    _ state: String, _ status: String, at source: SourceCursor, _ control: ImportedDeclaration
  ) {
    losses.add(
      .guessed, "state of a mitigation", at: "\(source.path).state", line: source.line, state,
      target: control.id ?? "",
      why: "the word is free; taken for `\(status)`")
  }
}
