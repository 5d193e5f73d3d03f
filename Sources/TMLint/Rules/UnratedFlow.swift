// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

extension Rule {
  static let unratedFlow = Rule(
    "unrated-flow", .warning, "A flow that much depends on has no rated threat.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    guard model.scoring != nil else { return }
    let threats = flowThreats(context)
    for flow in model.graph.flows {
      guard let open = threats[flow.entity], let reason = importance(of: flow, context) else {
        continue
      }
      findings.report(
        "nobody rated a threat of flow `\(model.path(flow.entity))`, which \(reason.text)",
        about: flow.entity, at: reason.range ?? model.headingRange(flow.entity),
        secondary: reason.labels, notes: ["its threats are \(list(open))"],
        help: "give them a `score` in `threat … { … }` inside the flow, or in a `decision` that "
          + "covers them")
    }
  }

  /// The threats of each flow, where none of them is rated.
  private static func flowThreats(_ context: LintContext) -> [EntityID: [AssessedThreat]] {
    var threats: [EntityID: [AssessedThreat]] = [:]
    var rated: Set<EntityID> = []
    for assessed in context.risks.threats {
      let about = assessed.threat.about
      guard context.model[about].keyword == .flow, !rated.contains(about) else { continue }
      if assessed.isRated || context.hasWrongRating(assessed) {
        rated.insert(about)
        threats[about] = nil
      } else {
        threats[about, default: []].append(assessed)
      }
    }
    return threats
  }

  private static func list(_ threats: [AssessedThreat]) -> String {
    let names = threats.prefix(4).map { "`\($0.threat.id)`" }.joined(separator: ", ")
    return threats.count > 4 ? "\(names) and \(threats.count - 4) more" : names
  }

  /// Why much depends on a flow.
  private struct Importance {
    let text: String
    var range: SourceRange?
    var labels: [Label] = []
  }

  private static let functions: Set<String> = [
    "authentication", "therapy", "update", "alarm", "emergency-stop",
  ]

  private static func importance(of flow: Flow, _ context: LintContext) -> Importance? {
    let model = context.model
    for value in model.values(flow.entity, .function) {
      guard let word = model.word(value), functions.contains(word) else { continue }
      return Importance(
        text: "has the function `\(word)`", range: model.range(of: value, in: flow.entity))
    }
    for end in [flow.source, flow.target] where model.word(end, .kind) == "backup" {
      guard model[end].keyword == .store else { continue }
      return Importance(
        text: "\(verb(flow, end)) the backup `\(model.path(end))`",
        labels: [Label(context.range(of: .kind, orHeadingOf: end), "a backup")])
    }
    return personalData(flow, context)
  }

  private static func verb(_ flow: Flow, _ backup: EntityID) -> String {
    if flow.isTwoWay { return "writes and restores" }
    return backup == flow.source ? "restores" : "writes"
  }

  /// Data of patients that leaves for somebody outside.
  private static func personalData(_ flow: Flow, _ context: LintContext) -> Importance? {
    let model = context.model
    let receivers = flow.isTwoWay ? [flow.target, flow.source] : [flow.target]
    guard model.graph.crosses(flow), !model.isUserInterface(flow), !model.isPhysicalSignal(flow),
      let outside = receivers.first(where: { model[$0].keyword == .external })
    else { return nil }
    let assets = model.references(flow.entity, .carries).filter { asset in
      model.words(asset, .class).contains { ["phi", "pii", "diagnosis"].contains($0) }
    }
    if assets.isEmpty { return nil }
    return Importance(
      text: "carries \(context.list(assets)) to `\(model.path(outside))` outside",
      labels: assets.prefix(2).map {
        Label(context.range(of: .class, orHeadingOf: $0), "data about a person")
      })
  }
}
