// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What a model does not let itself be asked: templates and rules that its policy turns off, and templates
/// of its own in the place of built-in ones.
package struct SilencedQuestions {
  /// Built-in templates that the policy turns off, in the order of the library.
  package let templates: [String]
  /// Rules that the policy turns off, in the order of the policy.
  package let rules: [String]
  /// Templates of the model, each in the place of a built-in one of the same name.
  package let replacements: [EntityID]

  package init(_ model: Model) {
    let authority = PolicyAuthority(model)
    let off = authority.settings.filter { $0.severity == nil }
    let declared = model.all(.threatTemplate)
    let builtIn = declared.filter(model.isBuiltIn).map { model.name($0) }
    let known = Set(declared.map { model.name($0) })
    let silent = Set(off.filter(authority.mayTurnOff).map(\.name))
    templates = builtIn.filter(silent.contains)
    rules = off.map(\.name).filter { !known.contains($0) }
    let names = Set(builtIn)
    replacements = declared.filter { id in
      !model.isBuiltIn(id) && names.contains(model.name(id)) && !silent.contains(model.name(id))
        && (!authority.isPresent || authority.isOutside(id))
    }
  }

  /// The templates of the model that ask nothing where the built-in one of the same name asks something.
  package func replacedInVain(_ model: Model, _ register: ThreatRegister) -> [EntityID] {
    let asking = Set(register.threats.compactMap { $0.template?.entity })
    return replacements.filter { id in
      guard !asking.contains(id), register.library.templates.contains(where: { $0.entity == id })
      else { return false }
      let template = model.all(.threatTemplate).first {
        model.isBuiltIn($0) && model.name($0) == model.name(id)
      }
      return template.map { Self.asks($0, model) } ?? false
    }
  }

  /// Whether the condition of a template holds anywhere.
  private static func asks(_ template: EntityID, _ model: Model) -> Bool {
    let subjects = model.words(template, .appliesTo).compactMap {
      Schema.keyword($0, inside: .boundary)
    }
    let evaluator = Evaluator(model)
    return model.allEntities.contains { id in
      guard subjects.contains(model[id].keyword), model.isInScope(id) else { return false }
      if model[id].keyword == .flow, model.graph.flow(id) == nil { return false }
      guard let when = model.conditions(template, .when).first else { return true }
      return evaluator.holds(when, for: Subject(id))
    }
  }
}
