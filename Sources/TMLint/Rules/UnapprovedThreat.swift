// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMThreats

extension Rule {
  static let unapprovedThreat = Rule(
    "unapproved-threat", .warning,
    "A threat is not as it was approved, or nobody approved it; it counts as open.",
    evidence: .absence
  ) { context, findings in
    let review = context.approvals
    guard review.isAsked else { return }
    reportNew(review, context, &findings)
    for assessed in context.risks.threats {
      guard case .changed(let line, let changes) = review.state(of: assessed.threat.id) else {
        continue
      }
      let entry = review.list?.entry(line.id)
      findings.report(
        "\(context.named(assessed)) is no longer as \(line.approver) approved it on \(line.date)"
          + open(assessed),
        about: context.place(of: assessed), at: range(assessed, context),
        secondary: entry.map { [Label($0.range, "approved as this")] } ?? [],
        notes: changes.map { "\($0.text)" },
        help:
          "look at it again, and approve it as it is now: `tm approve --id \(assessed.threat.id)`",
        risk: RatedRisk(assessed))
    }
    for entry in review.gone {
      guard let system = context.model.system else { break }
      findings.report(
        "`\(entry.line.id)` was approved, and is no longer there", about: system, at: entry.range,
        help: "`tm approve` takes its line out, once you know why the threat is gone")
    }
  }

  /// The threats that nobody approved, by the decision that covers them or else by what they are about.
  private static func reportNew(
    _ review: ApprovalReview, _ context: LintContext, _ findings: inout Findings
  ) {
    var groups: [EntityID: [AssessedThreat]] = [:]
    for assessed in context.risks.threats {
      guard case .new = review.state(of: assessed.threat.id) else { continue }
      let place = assessed.threat.decisions.first ?? assessed.threat.about
      groups[place, default: []].append(assessed)
    }
    for place in groups.keys.sorted(by: { context.model.path($0) < context.model.path($1) }) {
      guard let threats = groups[place], let first = threats.first else { continue }
      let names = threats.map { "`\($0.threat.id)` (\($0.threat.status.rawValue))" }
      let model = context.model
      let what = "\(model[place].keyword.word) `\(model.path(place))`"
      findings.report(
        threats.count == 1
          ? "nobody approved \(context.named(first))\(open(first))"
          : "nobody approved \(threats.count) threats of \(what); they count as open",
        about: place, at: model.headingRange(place),
        notes: threats.count == 1 ? [] : ["they are \(names.joined(separator: ", "))"],
        help: review.list == nil
          ? "the policy wants approvals: look at them, and write them down with `tm approve`"
          : "look at \(threats.count == 1 ? "it" : "them"), and run `tm approve`",
        names: threats.map(\.threat.id), risk: RatedRisk(threats))
    }
  }

  private static func open(_ assessed: AssessedThreat) -> String {
    assessed.threat.status == .open ? "" : "; it counts as open"
  }

  private static func range(_ assessed: AssessedThreat, _ context: LintContext) -> SourceRange {
    let statement = assessed.threat.statements.first
    return context.model.headingRange(statement ?? assessed.threat.about)
  }
}
