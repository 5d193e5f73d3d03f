// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let futureDate = Rule(
    "future-date", .warning,
    "Something is said to have been done on a day that has not come yet, or to hold for ever."
  ) { context, findings in
    let model = context.model
    for id in model.allEntities {
      guard let what = deed(model[id].keyword), let date = model.date(id, .date),
        date > context.today
      else { continue }
      findings.report(
        "\(model[id].keyword.word) `\(model.fullPath(id))` was \(what) on \(date), which has not come yet",
        about: id, at: context.range(of: .date, orHeadingOf: id),
        help: "correct the date; what is still to be done has none, or `status: planned`")
    }
    findEndless(context, &findings)
    guard let system = model.system else { return }
    for entry in context.approvals.list?.entries ?? [] {
      guard let date = CalendarDate(entry.line.date), date > context.today else { continue }
      findings.report(
        "`\(entry.line.id)` was approved on \(date), which has not come yet", about: system,
        at: entry.range,
        help: "approve it again with `tm approve`, on the day on which it is approved")
    }
  }

  /// An end so far away that nobody will be there to look at it again.
  private static func findEndless(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    for id in model.all(.threat) + model.all(.decision) + model.all(.exempt) {
      guard let until = model.date(id, .until), until.year - context.today.year > 15 else {
        continue
      }
      findings.report(
        "\(model[id].keyword.word) `\(model.fullPath(id))` holds until \(until), which is as good as for ever",
        about: id, at: context.range(of: .until, orHeadingOf: id),
        help: "write the day on which somebody looks at it again")
    }
  }

  private static func deed(_ keyword: Keyword) -> String? {
    switch keyword {
    case .threat, .decision: "decided"
    case .verification: "done"
    case .model, .import, .zone, .category, .asset, .hazard, .boundary, .external, .process, .store,
      .interface, .component, .flow, .control, .requirement, .threatTemplate, .matrix, .row,
      .assumption, .document, .view, .rule, .policy, .exempt:
      nil
    }
  }
}
