// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Templates that are asked of subjects one after another, so that each clause of their conditions is
/// evaluated once for a subject.
struct TemplateConditions {
  /// A template, and the place of its condition in the table; nil for one that is asked of everything.
  struct Row {
    let template: ThreatTemplate
    fileprivate let condition: Int?
  }

  let rows: [Row]
  private let table: ClauseTable
  /// What is known of a subject, then of its way back.
  private var answers: [ClauseAnswers]

  init(_ templates: [ThreatTemplate], _ model: Model) {
    var conditions: [Condition] = []
    rows = templates.map { template in
      guard let when = template.when else { return Row(template: template, condition: nil) }
      conditions.append(when)
      return Row(template: template, condition: conditions.count - 1)
    }
    table = ClauseTable(conditions)
    answers = [ClauseAnswers(table, model), ClauseAnswers(table, model)]
  }

  /// The templates that ask something of a subject, each with the directions that it asks about.
  mutating func hits(of id: EntityID, in model: Model) -> [AskedTemplates.Hit] {
    let flow = model.graph.flow(id)
    let isTwoWay = flow.map(model.isTwoWay) ?? false
    let hasOwnPath = flow == nil || model.sharedPath(of: id) == nil
    let keyword = model[id].keyword
    var hits: [AskedTemplates.Hit] = []
    // Whether what is asked once of a connection is asked apart of a flow over it, its words decide.
    for (number, row) in rows.enumerated() where hasOwnPath || row.template.ways != .each {
      if holds(row, for: Subject(id), keyword) {
        hits.append(.init(row: number, direction: .forwards))
      }
      let goesBack =
        switch row.template.ways {
        case .each: isTwoWay
        case .once: false
        case .eachFlow: flow?.isTwoWay ?? false
        }
      if goesBack, holds(row, for: Subject(id, .backwards), keyword) {
        hits.append(.init(row: number, direction: .backwards))
      }
    }
    return hits
  }

  /// Whether a template asks something of a subject of some kind.
  private mutating func holds(_ row: Row, for subject: Subject, _ keyword: Keyword) -> Bool {
    guard let condition = row.condition else { return true }
    let sight = Evaluator.Sight(row.template.ways, of: keyword)
    let way = subject.direction == .forwards ? 0 : 1
    return answers[way].holds(condition, of: table, for: subject, seeing: sight)
  }
}
