// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let nothingAsked = Rule(
    "nothing-asked", .warning,
    "A method that the model chooses, or a threat in the place of a built-in one, asks nothing of it.",
    evidence: .absence, reading: .names
  ) { context, findings in
    findReplacements(context, &findings)
    findPrivacyAlone(context, &findings)
    let model = context.model
    guard let system = model.system else { return }
    let elements = model.allEntities.filter {
      model[$0].keyword.isElement && model.isInScope($0)
    }
    findNoScope(elements, context, &findings)
    guard elements.count >= 2, !model.graph.flows.isEmpty else { return }
    let stated = model.values(system, .method)
    for method in ThreatRegister.methods(model) {
      let asks = context.register.threats.contains {
        $0.template?.methods.contains(method) == true
      }
      let isMerged = method == .cia && !context.register.merged.isEmpty
      let exempted = context.register.exempted.contains { exempted in
        context.register.library.templates.contains {
          $0.name == exempted.name && $0.methods.contains(method)
        }
      }
      // A method without templates is found by the compiler.
      let hasTemplates = context.register.library.templates.contains {
        $0.methods.contains(method)
      }
      if asks || isMerged || exempted || !hasTemplates { continue }
      let value = stated.first { model.word($0) == method.rawValue }
      let (why, help) = reason(method, elements.count, context)
      findings.report(
        "method `\(method.rawValue)` asks nothing of this model: \(why)", about: system,
        at: value.map { model.range(of: $0, in: system) } ?? model.headingRange(system),
        notes: ["a list without threats says that nobody looked, not that there are none"],
        help: help)
    }
  }

  /// A model of which everything is out of scope, whatever the reasons.
  private static func findNoScope(
    _ inScope: [EntityID], _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let own = model.all(.process) + model.all(.store)
    let out = own.filter { !model.isInScope($0) }
    guard let first = out.first, out.count == own.count, own.count > 1 || inScope.isEmpty,
      context.register.threats.isEmpty
    else { return }
    findings.report(
      "nothing is asked: all \(out.count) processes and stores are out of scope",
      about: model.system ?? first,
      at: model.system.map(model.headingRange) ?? model.headingRange(first),
      notes: ["a list without threats says that nobody looked, not that there are none"],
      help: "take `in-scope: no` away from what this model is about")
  }

  /// A model that can harm somebody, and no method asks how it is attacked.
  private static func findPrivacyAlone(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    let methods = ThreatRegister.methods(model)
    let isPrivacy = methods.allSatisfy {
      [.linddunPerInteraction, .linddunPerElement].contains($0)
    }
    guard isPrivacy, let system = model.system, let value = model.values(system, .method).first,
      !context.register.threats.contains(where: { !ThreatCategory.linddun.contains($0.category) }),
      let harmful = model.allEntities.first(where: { id in
        model[id].keyword == .hazard || !model.references(id, .harm).isEmpty
          || model.words(id, .class).contains("therapy")
          || model.words(id, .function).contains {
            ["therapy", "radiation", "motion"].contains($0)
          }
      })
    else { return }
    findings.report(
      "no method asks how the system is attacked, and somebody can come to harm by it",
      about: system,
      at: model.range(of: value, in: system),
      secondary: [
        Label(
          model.nameRange(harmful),
          "\(model[harmful].keyword.word) `\(model.path(harmful))` says so")
      ],
      notes: ["\(context.listed(methods.map(\.rawValue))) is about data of persons alone"],
      help:
        "add a method about security: `method: stride, \(methods.map(\.rawValue).joined(separator: ", "))`"
    )
  }

  /// Templates of the model that take a question of the library away and ask nothing themselves.
  private static func findReplacements(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    for loss in SilencedQuestions(model).losses(model, context.register) {
      let id = loss.template
      findings.report(
        "`\(model.name(id))` stands in the place of the built-in threat of that name, and asks "
          + (loss.asks == 0 ? "nothing" : "less"),
        about: id, at: model.headingRange(id),
        notes: [
          loss.asks == 0
            ? "the built-in one would ask something here"
            : "it asks about \(loss.asks) of \(loss.wouldAsk) things that the two ask about"
        ],
        help:
          "give it a name of its own, or say with `exempt … { from: …; where: … }` what is not asked and why"
      )
    }
  }

  /// Why a method finds nothing, and what to do about it.
  private static func reason(
    _ method: Method, _ elements: Int, _ context: LintContext
  ) -> (String, String) {
    let model = context.model
    let flows = model.graph.flows
    let crossing = flows.filter(model.graph.crosses)
    let others = "and nothing else is asked of its \(elements) elements"
    switch method {
    case .stridePerInteraction, .cia:
      if !crossing.isEmpty, crossing.allSatisfy({ !model.isInScope($0.entity) }) {
        let what = crossing.count == 1 ? "the flow that crosses" : "all flows that cross"
        return (
          "\(what) a trust boundary \(crossing.count == 1 ? "is" : "are") out of scope, \(others)",
          "take `in-scope: no` away, or add `method: stride-per-element`"
        )
      }
      if !crossing.isEmpty {
        return (
          "no question fits its \(crossing.count == 1 ? "flow" : "flows") across a trust boundary, \(others)",
          "say more of them (`carries`, `protocol`, `authenticated`), or add `method: stride-per-element`"
        )
      }
      return (
        (flows.count == 1
          ? "its one flow crosses no trust boundary"
          : "none of its \(flows.count) flows crosses a trust boundary") + ", \(others)",
        "draw the boundaries: `boundary id \"Title\" { … }` around what trusts one another, or add "
          + "`method: stride-per-element`"
      )
    case .linddunPerInteraction, .linddunPerElement:
      return (
        "it has no asset about a person that is carried, held or handled",
        "declare the data about people, with `class: pii` or `phi`, and say which flows carry it "
          + "(`carries`) and which stores hold it (`holds`)"
      )
    case .stridePerElement:
      return ("it has nothing in scope to ask about", "take `in-scope: no` away, or this method")
    }
  }
}
