// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let clearInside = Rule(
    "clear-inside", .warning,
    "A flow inside a boundary, or without one, carries what needs protection and says that it is not encrypted.",
    reading: .names
  ) { context, findings in
    let model = context.model
    let disclosing: [ThreatCategory] = [.informationDisclosure, .dataDisclosure, .confidentiality]
    var asked: Set<EntityID> = []
    for place in context.register.threats.indices
    where disclosing.contains(context.register.threats[place].category) {
      asked.insert(context.register.threats[place].subject.entity)
    }
    for flow in model.graph.flows where !asked.contains(flow.entity) {
      let id = flow.entity
      // What crosses a boundary is found by `sensitive-in-clear`, and asked by the methods.
      guard model.denies(id, .encrypted), !model.graph.crosses(flow), model.isInScope(id),
        !model.isInPerson(flow), !model.isPhysicalSignal(flow)
      else { continue }
      let assets = model.references(id, .carries).filter {
        model.isSensitive($0) || model.isSecret($0) || model.isPersonal($0) || model.isActedOn($0)
          || model.words($0, .class).contains("therapy")
      }
      if assets.isEmpty { continue }
      let path = model.path(id)
      findings.report(
        "flow `\(path)` carries \(context.list(assets)) in the clear, and no method asks about it",
        about: id, at: context.range(of: .encrypted, orHeadingOf: id),
        secondary: assets.prefix(4).map { Label(model.nameRange($0), "this is what it carries") },
        notes: ["it crosses no boundary, so that nothing is asked about its way"],
        help:
          "draw the boundary that it crosses, ask the question yourself (`threat overheard \"…\" "
          + "{ category: information-disclosure }` in `\(path)`), or excuse it with what keeps others "
          + "away: `@allow(clear-inside, \"…\")`")
    }
  }
}
