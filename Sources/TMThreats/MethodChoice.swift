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

  /// Whether the model's methods ask for a template.
  func isChosen(_ template: ThreatTemplate) -> Bool {
    template.methods.contains(where: methods.contains)
  }

  /// Whether a template asks of flows, per element, what another chosen method asks per interaction
  /// where it has a question: then the finer one stands for both.
  func isCoarse(_ template: ThreatTemplate) -> Bool {
    guard template.appliesTo.contains(.flow), template.methods.count == 1,
      let finer = template.methods[0].finerForFlows
    else { return false }
    return methods.contains(finer)
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

extension ThreatRegister {
  /// The methods that the model chooses; STRIDE per interaction where it names none.
  package static func methods(_ model: Model) -> [Method] {
    let stated = model.system.map { model.words($0, .method) } ?? []
    let methods = stated.compactMap(Method.init)
    return methods.isEmpty ? [.stridePerInteraction] : methods
  }
}
