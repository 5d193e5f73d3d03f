// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a finding is, wherever it stands: the same for SARIF, baselines and differences.
///
/// It is made from the rule, what the finding is about, and the names in its message. Lines, files,
/// titles, scores, versions, the order of declarations and the wording of a message never enter it, so it
/// lasts through all edits but those that change what is wrong.
package struct Fingerprint: Hashable, Sendable {
  package let rule: String
  /// The path of the declaration that the finding is about, or the empty text.
  package let subject: String
  /// The other names in the message, sorted, each once, without spaces; of a message that has none
  /// and no subject, the message.
  package let names: [String]
  /// Which of several findings alike it is, from 0.
  package let occurrence: Int

  package init(rule: String, subject: String, names: [String], occurrence: Int = 0) {
    self.rule = rule
    self.subject = subject
    self.names = names
    self.occurrence = occurrence
  }

  /// The first of the findings that are like a finding.
  package init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    subject = diagnostic.subject ?? ""
    if let stated = diagnostic.names {
      names = Self.identifying(stated, subject)
    } else {
      let found = Self.identifying(Self.quoted(in: diagnostic.message), subject)
      names = found.isEmpty && subject.isEmpty ? [diagnostic.message] : found
    }
    occurrence = 0
  }

  /// The fingerprints of the findings of one run, in their order.
  package static func all(of diagnostics: [Diagnostic]) -> [Fingerprint] {
    var seen: [Fingerprint: Int] = [:]
    return diagnostics.map { diagnostic in
      let first = Fingerprint(diagnostic)
      let count = seen[first, default: 0]
      seen[first] = count + 1
      return Fingerprint(
        rule: first.rule, subject: first.subject, names: first.names, occurrence: count)
    }
  }

  /// Sixteen hexadecimal digits: FNV-1a (64 bits) of the parts, each ended by a byte that no text has.
  package var text: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule, subject] + names + [String(occurrence)] {
      for byte in Array(part.utf8) + [0xFF] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// What is a name rather than a number, a date or a version, which start with a digit as no id can.
  private static func identifying(_ quoted: [String], _ subject: String) -> [String] {
    var names: Set<String> = []
    for text in quoted where text.first?.isNumber != true && text != subject {
      // A condition keeps its name when the formatter sets its spaces.
      let name = String(text.filter { !$0.isWhitespace })
      if !name.isEmpty { names.insert(name) }
    }
    return names.sorted()
  }

  /// What stands in backticks.
  private static func quoted(in message: String) -> [String] {
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
  }
}
