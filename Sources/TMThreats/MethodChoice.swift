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

  /// Whether the model's methods ask for a template. Where both STRIDE or both LINDDUN methods are
  /// chosen, the flows are covered by the one per interaction.
  func isChosen(_ template: ThreatTemplate, for keyword: Keyword) -> Bool {
    if keyword == .flow, template.methods.count == 1,
      let finer = template.methods[0].finerForFlows, methods.contains(finer)
    {
      return false
    }
    return template.methods.contains(where: methods.contains)
  }

  /// The categories of a threat in every chosen method: its own first, then those of the others in
  /// the order of listings.
  func categories(_ category: ThreatCategory) -> [ThreatCategory] {
    var others: [ThreatCategory] = []
    if methods.contains(.cia) { others += category.cia }
    if methods.contains(.stridePerInteraction) || methods.contains(.stridePerElement) {
      others += category.stride
    }
    return [category] + others.filter { $0 != category }
  }
}

extension Method {
  /// The method that asks more of flows than this one, of the same questions.
  fileprivate var finerForFlows: Method? {
    switch self {
    case .stridePerElement: .stridePerInteraction
    case .linddunPerElement: .linddunPerInteraction
    case .stridePerInteraction, .linddunPerInteraction, .cia: nil
    }
  }
}
