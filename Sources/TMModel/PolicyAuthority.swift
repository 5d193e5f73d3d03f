// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// What an organisation's policy, which is no part of the model, takes out of the model's hands.
///
/// The names that it sets or declares are its own; and as long as there is one, the model turns off no
/// threat template and replaces none that is built in.
package struct PolicyAuthority: Sendable {
  /// Whether there is a policy from outside.
  package let isPresent: Bool
  private let names: Set<String>
  private let model: Model

  package init(_ model: Model) {
    self.model = model
    isPresent = model.sources.files.contains { $0.origin == .policy }
    guard isPresent else {
      names = []
      return
    }
    var names = Set(model.policy.filter { Self.isOutside($0.range, model) }.map(\.name))
    for id in model.all(.rule) + model.all(.threatTemplate)
    where Self.isOutside(model.nameRange(id), model) {
      names.insert(model.name(id))
    }
    self.names = names
  }

  /// Whether the policy from outside sets or declares a rule or template.
  package func governs(_ name: String) -> Bool { names.contains(name) }

  package func isOutside(_ range: SourceRange) -> Bool { Self.isOutside(range, model) }

  package func isOutside(_ id: EntityID) -> Bool { isOutside(model.nameRange(id)) }

  private static func isOutside(_ range: SourceRange, _ model: Model) -> Bool {
    model.sources[range.file].origin == .policy
  }

  /// The settings that count: those from outside before those of the model.
  package var settings: [PolicySetting] {
    guard isPresent else { return model.policy }
    return model.policy.filter { isOutside($0.range) || !governs($0.name) }
  }

  /// Whether the policy that states a setting may turn a threat template off.
  package func mayTurnOff(_ setting: PolicySetting) -> Bool {
    !isPresent || isOutside(setting.range)
  }
}
