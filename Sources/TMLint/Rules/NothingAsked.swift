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
    evidence: .absence
  ) { context, findings in
    findReplacements(context, &findings)
    let model = context.model
    guard let system = model.system else { return }
    let elements = model.allEntities.filter {
      model[$0].keyword.isElement && model.isInScope($0)
    }
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
    let flows = model.graph.flows.count
    switch method {
    case .stridePerInteraction, .cia:
      return (
        "none of its \(flows) flows crosses a trust boundary, and nothing else is asked of its "
          + "\(elements) elements",
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
