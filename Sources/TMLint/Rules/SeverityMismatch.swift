// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax

extension Rule {
  static let severityMismatch = Rule(
    "severity-mismatch", .error,
    "The score of a threat contradicts its severity in words, its exploitability or its harm, counts measures that are still to come, or is that of all."
  ) { context, findings in
    findExploitability(.exploitability, context, &findings)
    findExploitability(.residualExploitability, context, &findings)
    findHarmless(context, &findings)
    findMeasures(context, &findings)
    findOneForAll(context, &findings)
    findInapplicable(context, &findings)
    findVectors(context, &findings)
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

extension Rule {
  /// A word that says of an attack that it is harder than its own vector says.
  private static func findExploitability(
    _ property: Property, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let score: Property = property == .exploitability ? .score : .residual
    let rating = { (assessed: AssessedThreat) in
      property == .exploitability ? assessed.initial : assessed.residual
    }
    let stated = { (entity: EntityID) in
      model.word(entity, property).flatMap(ExploitabilityLevel.init)
    }
    let found = context.statements(of: property) { assessed in
      guard let vector = rating(assessed)?.vector,
        let entity = model.first(assessed.threat.statements, stating: property),
        let word = stated(entity)
      else { return false }
      return word < vector.exploitability
    }
    for statement in found {
      guard let first = statement.threats.first, let level = rating(first)?.vector?.exploitability,
        let word = stated(statement.entity)
      else { continue }
      let text =
        "\(property.word.replacing("-", with: " ")) is `\(word.rawValue)`, and its vector says `\(level.rawValue)`"
      findings.report(
        statement.threats.count == 1
          ? "\(context.named(first)): \(text)"
          : context.subject(of: statement, "", "have a vector that says otherwise: \(text)"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [context.label(score, of: first, level.rawValue)].compactMap { $0 },
        notes: context.members(of: statement),
        help: "leave `\(property.word)` out, since the vector says it, or correct the vector")
    }
  }

  /// A score that says that nothing is lost, beside harm to somebody.
  private static func findHarmless(_ context: LintContext, _ findings: inout Findings) {
    let grave: Set = ["serious", "critical", "catastrophic"]
    for (property, measures) in [(Property.score, "before"), (.residual, "after")] {
      let found = context.statements(of: property) { assessed in
        // What was rated after measures may have lost all that it can do, where something takes it away.
        let isStopped =
          property == .residual && [.mitigated, .avoided].contains(assessed.threat.status)
        guard !isStopped, assessed.threat.status != .notApplicable,
          let rating = property == .score ? assessed.initial : assessed.residual
        else { return false }
        return rating.score.value == 0
          && (assessed.harmSeverity.map(grave.contains) ?? !assessed.hazards.isEmpty)
      }
      for statement in found {
        guard let first = statement.threats.first else { continue }
        let harm = first.harmSeverity.map { "`\($0)` harm" } ?? "harm"
        let hazards = context.names(first.hazards)
        let text = "scored 0 \(measures) measures, and can lead to \(harm) (\(hazards))"
        findings.report(
          context.subject(of: statement, "is \(text)", "are \(text)"),
          about: statement.entity, at: context.range(of: statement),
          secondary: first.hazards.prefix(2).map {
            Label(context.range(of: .severity, orHeadingOf: $0), "it can lead to this")
          },
          notes: context.members(of: statement),
          help:
            "score what is altered or lost where this happens, or state `harm: none` and the reason in `because`"
        )
      }
    }
  }

  /// A score before measures that is low only by what measures do, or the environment.
  private static func findMeasures(_ context: LintContext, _ findings: inout Findings) {
    let found = context.statements(of: .score) { assessed in
      guard let vector = assessed.initial?.vector, let bare = vector.withoutMeasures else {
        return false
      }
      return vector.score < bare.score
    }
    for statement in found {
      guard let first = statement.threats.first, let vector = first.initial?.vector,
        let bare = vector.withoutMeasures
      else { continue }
      let text =
        "by metrics that stand for measures; without them it is \(bare.score), \(bare.severity.rawValue)"
      findings.report(
        context.subject(
          of: statement, "is scored \(vector.score) before measures \(text)",
          "are scored \(vector.score) before measures \(text)"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement),
        help: "write `\(bare.text)`, and what measures change in `residual`")
    }
  }

  /// A score that says that something can be done, beside the word that it cannot.
  private static func findInapplicable(_ context: LintContext, _ findings: inout Findings) {
    let found = context.statements(of: .score) { assessed in
      guard assessed.threat.status == .notApplicable, let initial = assessed.initial else {
        return false
      }
      return [.high, .critical].contains(initial.severity)
    }
    for statement in found {
      guard let first = statement.threats.first, let initial = first.initial else { continue }
      let text = "called not applicable, and rated \(initial.weight)"
      findings.report(
        context.subject(of: statement, "is \(text)", "are \(text)"),
        about: statement.entity, at: context.range(of: statement),
        secondary: [context.label(.status, of: first, "what cannot happen has no score")]
          .compactMap { $0 },
        notes: context.members(of: statement),
        help:
          "leave the score out, or say what becomes of it: `mitigated` or `avoided` by what is done, `accepted`"
      )
    }
  }

  /// One and the same score wherever one is given.
  private static func findOneForAll(_ context: LintContext, _ findings: inout Findings) {
    let rated = context.stated.filter { $0.initial != nil }
    guard rated.count >= 6, let first = rated.first, let initial = first.initial,
      rated.allSatisfy({ $0.initial == initial }), !rated.allSatisfy(context.isApproved),
      Set(rated.map(\.threat.category)).count >= 3, Set(rated.map(\.threat.about)).count >= 3,
      let statement = context.model.first(first.threat.statements, stating: .score)
    else { return }
    findings.report(
      "all \(rated.count) threats that are rated have the same score, \(initial.score)",
      about: statement, at: context.range(of: .score, orHeadingOf: statement),
      notes: [
        "a score that tells nothing apart orders nothing, and no limit can be held against it"
      ],
      help:
        "rate by what each lets somebody do, and to whom: `tm score` says what lies between two vectors"
    )
  }
}

extension ScoreVector {
  /// The same vector without what measures or the environment change in it; nil where nothing is.
  fileprivate var withoutMeasures: ScoreVector? {
    guard let cvss else { return nil }
    let fields = cvss.text.split(separator: "/")
    let bare = fields.filter { field in
      let name = field.prefix { $0 != ":" }
      return !Self.measures.contains(String(name))
    }
    return bare.count == fields.count ? nil : try? ScoreVector(parsing: bare.joined(separator: "/"))
  }

  /// The modified metrics, the level of remediation, and the distribution of targets of CVSS 2.0.
  private static let measures: Set = [
    "MAV", "MAC", "MAT", "MPR", "MUI", "MS", "MC", "MI", "MA", "MVC", "MVI", "MVA", "MSC", "MSI",
    "MSA", "RL", "TD",
  ]
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
