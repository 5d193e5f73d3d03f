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
      findings.report(
        "\(context.list(overlap.decisions)) cover \(what); `\(model.path(counting))` counts",
        about: overruled, at: context.range(of: .covers, orHeadingOf: overruled),
        secondary: [Label(context.range(of: .covers, orHeadingOf: counting), "this one counts")]
          + others.dropFirst().prefix(3).map {
            Label(context.range(of: .covers, orHeadingOf: $0), "covers it too")
          },
        notes: ["of several decisions, the one whose name is first in the alphabet counts"],
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
