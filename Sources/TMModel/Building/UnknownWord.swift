// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

extension ModelParts {
  /// Reports a word outside of an open vocabulary, with what was likely meant.
  ///
  /// - Returns: Whether the word can be kept as one of the author's own; one that is a letter away from a word on
  ///   which protection hangs cannot.
  mutating func reportUnknown(_ node: SyntaxNode, _ vocabulary: Vocabulary) -> Bool {
    let meanings = vocabulary.meant(by: node.text)
    if !meanings.isEmpty {
      reportSynonym(node, meanings, vocabulary)
      return true
    }
    if let meant = vocabulary.slip(node.text) {
      report(
        "wrong-value", "`\(node.text)` is one letter away from `\(meant)`", at: node.range,
        help: [
          "write `\(meant)`, or choose a word of your own that nobody takes for it: what it implies "
            + "hangs on the spelling"
        ],
        fix: Fix(
          "write `\(meant)`", safety: .suggestion, edits: [Edit(node.range, meant)]))
      return false
    }
    // A near miss is likely a slip, and what the word would have implied is lost without a trace.
    let suggestion = Suggestion.help(for: node.text, among: vocabulary.words)
    report(
      "unknown-word", "`\(node.text)` is not \(vocabulary.phrase) that the program knows",
      at: node.range,
      help: [suggestion ?? "it is kept as a word of your own, and implies nothing"],
      severity: suggestion == nil ? .note : .warning)
    return true
  }

  /// A word for which the program has another one, or several that it could stand for.
  ///
  /// It is kept, and implies nothing: which of them is meant is for the author to say.
  private mutating func reportSynonym(
    _ node: SyntaxNode, _ meanings: [String], _ vocabulary: Vocabulary
  ) {
    let words = meanings.map { "`\($0)`" }
    let isJoint = meanings == ["tls", "certificate"]
    let help: String
    if meanings.count == 1 {
      help = "write \(words[0]), which is what the program calls it"
    } else if isJoint {
      help = "write `tls, certificate`: what encrypts, and what proves each end"
    } else if meanings.contains("address-allow-list") {
      help =
        "it does not say what is listed: write `address-allow-list` for partners, hosts or nodes, "
        + "`application-allow-list` for programs that may run, `input-validation` for values"
    } else {
      help = "write \(words.joined(separator: " or ")), whichever it is"
    }
    let fix =
      meanings.count == 1 || isJoint
      ? Fix(
        "write `\(meanings.joined(separator: ", "))`", safety: .suggestion,
        edits: [Edit(node.range, meanings.joined(separator: ", "))])
      : nil
    report(
      "unknown-word", "`\(node.text)` is not \(vocabulary.phrase) that the program knows",
      at: node.range, help: [help], fix: fix, severity: .warning)
  }
}
