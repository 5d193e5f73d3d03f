// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSyntax

/// The rules of the program and of a model, by name.
enum RuleNames {
  static func items(of model: Model) -> [CompletionItem] {
    Rule.all.map { CompletionItem($0.name, .rule, $0.summary) }
      + model.all(.rule).filter { !model.isBuiltIn($0) }.map {
        CompletionItem(model.name($0), .rule, model.title($0))
      }
  }

  /// What a rule or check finds, in a sentence.
  static func summary(_ name: String, in model: Model) -> String? {
    if let rule = Rule.all.first(where: { $0.name == name }) { return rule.summary }
    return model.all(.rule).first { model.name($0) == name }.map { model.title($0) }
  }
}
