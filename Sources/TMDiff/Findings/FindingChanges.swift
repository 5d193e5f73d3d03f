// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// A finding that one of two models has alone.
package struct FindingChange: Hashable, Sendable {
  package let rule: String
  package let severity: Severity
  package let message: String
  /// The path of the declaration that it is about.
  package let subject: String?
  /// What it is wherever it stands: the same as in a baseline.
  package let fingerprint: String
}

/// The findings that came and those that went, by fingerprint.
package struct FindingChanges: Sendable {
  /// By severity, the worst first, then by rule and message.
  package let new: [FindingChange]
  package let gone: [FindingChange]

  package var isEmpty: Bool { new.isEmpty && gone.isEmpty }

  /// - Parameter names: what a name of the old model is in the new one, where it differs.
  init(from old: [Diagnostic], to new: [Diagnostic], names: [String: String]) {
    let before = Fingerprint.all(of: old)
    let after = Fingerprint.all(of: new)
    let translated = Self.counted(before.map { $0.renamed(names) })
    let known = Set(translated)
    let current = Set(after)
    self.new = Self.sorted(zip(new, after).filter { !known.contains($0.1) })
    gone = Self.sorted(
      zip(zip(old, before), translated).filter { !current.contains($0.1) }.map(\.0))
  }

  /// Counts findings alike anew: two names can have become one.
  private static func counted(_ fingerprints: [Fingerprint]) -> [Fingerprint] {
    var seen: [Fingerprint: Int] = [:]
    return fingerprints.map { fingerprint in
      let first = Fingerprint(
        rule: fingerprint.rule, subject: fingerprint.subject, names: fingerprint.names)
      let count = seen[first, default: 0]
      seen[first] = count + 1
      return Fingerprint(
        rule: first.rule, subject: first.subject, names: first.names, occurrence: count)
    }
  }

  private static func sorted(
    _ findings: some Sequence<(Diagnostic, Fingerprint)>
  ) -> [FindingChange] {
    let changes = findings.map { diagnostic, fingerprint in
      FindingChange(
        rule: diagnostic.rule, severity: diagnostic.severity, message: diagnostic.message,
        subject: diagnostic.subject, fingerprint: fingerprint.text)
    }
    return changes.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return (left.rule, left.message, left.fingerprint)
        < (right.rule, right.message, right.fingerprint)
    }
  }
}

extension Fingerprint {
  fileprivate func renamed(_ names: [String: String]) -> Fingerprint {
    if names.isEmpty { return self }
    return Fingerprint(
      rule: rule, subject: names[subject] ?? subject,
      names: self.names.map { names[$0] ?? $0 }.sorted(),
      occurrence: occurrence)
  }
}
