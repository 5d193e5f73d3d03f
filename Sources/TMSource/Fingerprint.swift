// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a finding is, wherever it stands: the same for SARIF, baselines and differences.
///
/// It is made from the rule, what the finding is about, and the names in its message. Lines, files,
/// titles, scores and the wording of a message never enter it, so it lasts through all edits but those
/// that change what is wrong.
package struct Fingerprint: Hashable, Sendable {
  package let rule: String
  /// The path of the declaration that the finding is about, or the empty text.
  package let subject: String
  /// The names in the message, in its order; of a message without any, the message.
  package let names: [String]
  /// Which of several findings alike it is, from 0.
  package let occurrence: Int

  package init(rule: String, subject: String, names: [String], occurrence: Int = 0) {
    self.rule = rule
    self.subject = subject
    self.names = names
    self.occurrence = occurrence
  }

  /// The fingerprints of the findings of one run, in their order.
  package static func all(of diagnostics: [Diagnostic]) -> [Fingerprint] {
    var seen: [Fingerprint: Int] = [:]
    return diagnostics.map { diagnostic in
      let first = Fingerprint(
        rule: diagnostic.rule, subject: diagnostic.subject ?? "",
        names: Self.names(in: diagnostic.message))
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

  /// What stands in backticks, or else the whole message.
  private static func names(in message: String) -> [String] {
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return [message] }
    return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
  }
}
