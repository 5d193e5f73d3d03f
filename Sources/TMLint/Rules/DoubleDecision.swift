// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let doubleDecision = Rule(
    "double-decision", .warning, "Two decisions cover the same threat."
  ) { context, findings in
    let model = context.model
    for overlap in overlaps(context) {
      guard let first = overlap.threats.first, let counting = overlap.decisions.first else {
        continue
      }
      // A condition with a mistake covers what its author did not mean.
      if overlap.decisions.contains(where: context.isDamaged) { continue }
      let others = overlap.decisions.dropFirst()
      guard let overruled = others.first else { continue }
      let what =
        overlap.threats.count == 1
        ? context.named(first) : "\(context.named(first)) and \(overlap.threats.count - 1) more"
      let claims = overlap.decisions.compactMap { model.word($0, .status) }
      let claimed = Set(claims).count > 1 ? claims : []
      findings.report(
        (claimed.isEmpty
          ? "\(context.list(overlap.decisions)) cover \(what)"
          : "\(context.list(overlap.decisions)) disagree about \(what): "
            + claimed.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .joined(separator: ", ")) + "; `\(model.path(counting))` counts",
        about: overruled, at: context.range(of: .covers, orHeadingOf: overruled),
        secondary: [Label(context.range(of: .covers, orHeadingOf: counting), "this one counts")]
          + others.dropFirst().prefix(3).map {
            Label(context.range(of: .covers, orHeadingOf: $0), "covers it too")
          },
        notes: [
          "of several decisions, the one whose status is worse counts; of the same status, the one whose name "
            + "is first in the alphabet"
        ],
        help: "exclude the threat in one of them, such as with `and not …` in `covers`, or decide "
          + "in \(context.triagePlace(first))")
    }
  }

  /// Decisions that cover the same threats.
  private struct Overlap {
    /// The one that counts first.
    let decisions: [EntityID]
    var threats: [AssessedThreat]
  }

  private static func overlaps(_ context: LintContext) -> [Overlap] {
    var found: [Overlap] = []
    var places: [[EntityID]: Int] = [:]
    for assessed in context.stated where assessed.threat.decisions.count > 1 {
      let decisions = assessed.threat.decisions
      if let place = places[decisions] {
        found[place].threats.append(assessed)
      } else {
        places[decisions] = found.count
        found.append(Overlap(decisions: decisions, threats: [assessed]))
      }
    }
    return found
  }
}
