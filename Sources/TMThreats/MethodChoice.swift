// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// By which methods a model asks to be analysed.
struct MethodChoice {
  let methods: [Method]

  init(_ model: Model) {
    methods = ThreatRegister.methods(model)
  }

  /// Whether the model's methods ask for a template. Where both STRIDE methods are chosen, the flows
  /// are covered by the one per interaction.
  func isChosen(_ template: ThreatTemplate, for keyword: Keyword) -> Bool {
    if keyword == .flow, template.methods == [.stridePerElement],
      methods.contains(.stridePerInteraction)
    {
      return false
    }
    return template.methods.contains(where: methods.contains)
  }
}
