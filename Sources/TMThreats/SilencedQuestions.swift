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

  /// A template of the model that asks less than the built-in one of the same name would.
  package struct Loss: Sendable {
    package let template: EntityID
    /// About how many things it asks.
    package let asks: Int
    /// About how many the built-in one would.
    package let wouldAsk: Int
  }

  /// The templates of the model that ask of fewer things than the built-in ones of the same names.
  package func losses(_ model: Model, _ register: ThreatRegister) -> [Loss] {
    let asking = Set(register.threats.compactMap { $0.template?.entity })
    return replacements.compactMap { id in
      let builtIn = model.all(.threatTemplate).first {
        model.isBuiltIn($0) && model.name($0) == model.name(id)
      }
      guard let builtIn, register.library.templates.contains(where: { $0.entity == id }) else {
        return nil
      }
      let asks = asking.contains(id) ? Self.subjects(of: id, model) : []
      let missed = Self.subjects(of: builtIn, model).filter { !asks.contains($0) }
      return missed.isEmpty
        ? nil : Loss(template: id, asks: asks.count, wouldAsk: missed.count + asks.count)
    }
  }

  /// The built-in templates that the policy of the model turns off and that the chosen methods would ask, each
  /// with the number of things that it would be asked of; those that ask of nothing are left out.
  package static func unasked(_ model: Model) -> [(name: String, count: Int)] {
    let choice = MethodChoice(model)
    let authority = PolicyAuthority(model)
    return TemplateLibrary.turnedOff(model).filter {
      !authority.isPresent && choice.isChosen($0) && $0.replaces.isEmpty
    }.map { (name: $0.name, count: subjects(of: $0.entity, model).count) }.filter { $0.count > 0 }
  }

  /// The things for which the condition of a template holds.
  private static func subjects(of template: EntityID, _ model: Model) -> Set<EntityID> {
    let kinds = model.words(template, .appliesTo).compactMap {
      Schema.keyword($0, inside: .boundary)
    }
    let evaluator = Evaluator(model)
    let when = model.conditions(template, .when).first
    return Set(
      model.allEntities.filter { id in
        guard kinds.contains(model[id].keyword), model.isInScope(id) else { return false }
        if model[id].keyword == .flow, model.graph.flow(id) == nil { return false }
        return when.map { evaluator.holds($0, for: Subject(id)) } ?? true
      })
  }
}
