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
    guard let expected = Expectation(context) else { return }
    for property in [Property.score, .residual] {
      let found = context.statements(of: property) { assessed in
        expected.isMissed(by: rating(property, assessed))
      }
      for statement in found {
        guard let first = statement.threats.first, let rating = rating(property, first) else {
          continue
        }
        let text = "scored in \(rating.scheme.title), \(expected.reason(beside: first))"
        findings.report(
          context.subject(of: statement, "is \(text)", "are \(text)"),
          about: statement.entity, at: context.range(of: statement),
          secondary: [Label(expected.range, expected.scheme.title)],
          notes: ["scores of two schemes cannot be compared, and `accept` compares them"]
            + context.members(of: statement),
          help: "score it in \(expected.scheme.title), or name the scheme of the model in "
            + "`scoring`")
      }
    }
  }

  private static func rating(_ property: Property, _ assessed: AssessedThreat) -> Rating? {
    property == .score ? assessed.initial : assessed.residual
  }

  /// The scheme that ratings are to be in: the model's, or else that of the first vector.
  private struct Expectation {
    let scheme: ScoringScheme
    /// Where it is stated.
    let range: SourceRange
    /// The threat that is scored in it, where the model names no scheme.
    private let example: AssessedThreat?

    init?(_ context: LintContext) {
      let model = context.model
      // In a matrix, a vector only says how easily a threat is exploited.
      if let system = model.system, let scheme = model.scoring, scheme != .matrix {
        self.scheme = scheme
        range = context.range(of: .scoring, orHeadingOf: system)
        example = nil
        return
      }
      for assessed in context.stated {
        for property in [Property.score, .residual] {
          guard let scheme = rating(property, assessed)?.vector?.scheme,
            let entity = model.first(assessed.threat.statements, stating: property)
          else { continue }
          self.scheme = scheme
          range = context.range(of: property, orHeadingOf: entity)
          example = assessed
          return
        }
      }
      return nil
    }

    /// Whether a rating is in another scheme; a plain number is in the model's, if it names one.
    func isMissed(by rating: Rating?) -> Bool {
      rating?.vector.map { $0.scheme != scheme } ?? false
    }

    func reason(beside assessed: AssessedThreat) -> String {
      guard let example else { return "and the model in \(scheme.title)" }
      return example.threat.id == assessed.threat.id
        ? "and in \(scheme.title) before measures"
        : "and `\(example.threat.id)` in \(scheme.title)"
    }
  }
}
