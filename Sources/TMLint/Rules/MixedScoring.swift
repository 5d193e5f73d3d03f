// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

extension Rule {
  static let mixedScoring = Rule(
    "mixed-scoring", .warning, "A threat is scored in another scheme than the rest of the model."
  ) { context, findings in
    guard let expected = expectedScheme(context) else { return }
    for property in [Property.score, .residual] {
      let found = context.statements(of: property) { assessed in
        let scheme = rating(property, assessed)?.scheme
        return scheme.map { $0 != expected.scheme } ?? false
      }
      for statement in found {
        guard let first = statement.threats.first, let rating = rating(property, first) else {
          continue
        }
        let (one, other) = (rating.scheme.title, expected.scheme.title)
        let text = "scored in \(one), \(expected.reason) in \(other)"
        findings.report(
          context.subject(of: statement, "is \(text)", "are \(text)"),
          about: statement.entity, at: context.range(of: statement),
          secondary: [Label(expected.range, other)],
          notes: ["scores of two schemes cannot be compared, and `accept` compares them"]
            + context.members(of: statement),
          help: "score it in \(other), or name the scheme of the model in `scoring`")
      }
    }
  }

  private static func rating(_ property: Property, _ assessed: AssessedThreat) -> Rating? {
    property == .score ? assessed.initial : assessed.residual
  }

  /// The scheme that ratings are to be in: the model's, or else that of the first vector.
  private static func expectedScheme(
    _ context: LintContext
  ) -> (scheme: ScoringScheme, range: SourceRange, reason: String)? {
    let model = context.model
    // In a matrix, a vector only says how easily a threat is exploited.
    if let system = model.system, let scheme = model.scoring, scheme != .matrix {
      return (scheme, context.range(of: .scoring, orHeadingOf: system), "and the model scores")
    }
    for assessed in context.stated {
      for property in [Property.score, .residual] {
        guard let scheme = rating(property, assessed)?.vector?.scheme,
          let entity = model.first(assessed.threat.statements, stating: property)
        else { continue }
        let range = context.range(of: property, orHeadingOf: entity)
        return (scheme, range, "and `\(assessed.threat.id)`")
      }
    }
    return nil
  }
}
