// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

extension Rule {
  static let severityMismatch = Rule(
    "severity-mismatch", .error, "The severity of a threat in words contradicts its score."
  ) { context, findings in
    let model = context.model
    let found = context.statements(of: .severity) { assessed in
      guard let initial = assessed.initial, initial.scheme.hasBands,
        let stating = model.first(assessed.threat.statements, stating: .severity),
        let word = model.word(stating, .severity)
      else { return false }
      return word != initial.severity.rawValue
    }
    for statement in found {
      guard let first = statement.threats.first, let initial = first.initial,
        let word = model.word(statement.entity, .severity)
      else { continue }
      let band = initial.severity.rawValue
      let text = "`\(word)`, and \(initial.score) is `\(band)` in \(initial.scheme.title)"
      let label = context.label(.score, of: first, "\(initial.score): \(band)")
      findings.report(
        context.subject(of: statement, "is called \(text)", "are called \(text)"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [label].compactMap { $0 }, notes: context.members(of: statement),
        help: "write `severity: \(band)`, or leave it out: the score says it")
    }
  }
}

extension ScoringScheme {
  /// Whether the scheme itself says what its scores are called.
  fileprivate var hasBands: Bool {
    switch self {
    case .cvss40, .cvss31, .cvss30, .cvss20, .dread, .owasp: true
    case .matrix: false
    }
  }
}
