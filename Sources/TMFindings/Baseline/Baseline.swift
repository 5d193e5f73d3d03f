// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Findings alike that a team knew of when it wrote its baseline.
package struct BaselineEntry: Hashable, Sendable {
  /// What tells the findings from others; `occurrence` is 0.
  package let fingerprint: Fingerprint
  /// How many of them there were, at least 1.
  package let count: Int

  /// The risk that they left standing, the worst; nil where they are about none, or an older program wrote
  /// the entry, which holds them whatever they weigh.
  package let risk: RatedRisk?

  package init(_ fingerprint: Fingerprint, count: Int, risk: RatedRisk? = nil) {
    self.fingerprint = fingerprint
    self.count = count
    self.risk = risk
  }

  /// Whether a finding weighs no more than those that were known.
  func holds(_ diagnostic: Diagnostic) -> Bool {
    guard let risk, let now = diagnostic.risk else { return true }
    return !now.isWorse(than: risk)
  }

  /// What it is about, as a message says it: "`missing-crossing` about `set-dose`".
  var phrase: String {
    let about = fingerprint.subject.isEmpty ? fingerprint.names : [fingerprint.subject]
    let names = about.map { "`\($0)`" }.joined(separator: ", ")
    return "`\(fingerprint.rule)` about \(names)"
  }

  /// The order in a file: by rule, subject and names, so that two branches that add entries merge.
  static func fileOrder(_ left: BaselineEntry, _ right: BaselineEntry) -> Bool {
    let (a, b) = (left.fingerprint, right.fingerprint)
    if (a.rule, a.subject) != (b.rule, b.subject) {
      return (a.rule, a.subject) < (b.rule, b.subject)
    }
    return a.names.lexicographicallyPrecedes(b.names)
  }
}

/// The findings that do not count: those that were there when a team adopted the tool.
///
/// An error about which there is no rule, such as a name that is not declared, is never one of them: the rest
/// of the model is not understood where it stands.
package struct Baseline: Sendable {
  /// Each with where it stands in the bytes of the file, from 0 for one that comes from no file.
  package let entries: [(entry: BaselineEntry, offset: Int)]

  /// The baseline of findings.
  package init(of diagnostics: [Diagnostic]) {
    var counts: [Fingerprint: Int] = [:]
    var risks: [Fingerprint: RatedRisk] = [:]
    for diagnostic in diagnostics {
      let fingerprint = Fingerprint(diagnostic)
      counts[fingerprint, default: 0] += 1
      guard let risk = diagnostic.risk else { continue }
      risks[fingerprint] = risks[fingerprint].map { $0.joined(with: risk) } ?? risk
    }
    entries = counts.map { BaselineEntry($0.key, count: $0.value, risk: risks[$0.key]) }
      .sorted(by: BaselineEntry.fileOrder).map { ($0, 0) }
  }

  package init(_ entries: [(entry: BaselineEntry, offset: Int)]) { self.entries = entries }

  /// Whether a baseline may hold a finding.
  ///
  /// - Parameter rules: the rules of the program and of the model.
  package static func canHold(_ diagnostic: Diagnostic, _ rules: [RuleDescription]) -> Bool {
    diagnostic.severity < .error
      || rules.contains { $0.name == diagnostic.rule && $0.kind == .rule }
  }
}
