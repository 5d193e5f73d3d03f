// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMAnalysis
import TMThreats

/// A small model in which a built-in template has a threat, and what the program says of that threat.
package struct ThreatExample {
  /// The cells of a line of an answer.
  private static let width = 76

  package let model: String
  /// The id of the threat that is explained.
  package let id: String
  /// What `tm threats --explain` prints, cut where the words of the template follow.
  package let answer: String

  /// The example of a template; nil if there is none, which a test rules out.
  package init?(_ name: String) {
    guard let text = ThreatModels.all.first(where: { $0.name == name })?.model else { return nil }
    self.init(name, in: text)
  }

  /// - Parameter text: a model of one file without errors.
  package init?(_ name: String, in text: String) {
    guard let compiled = try? CompiledModel(text),
      !compiled.compilation.diagnostics.contains(where: { $0.severity == .error }),
      let threat = Self.threat(of: name, in: compiled.register),
      case .found(let explanation) = Explainer(compiled.model, compiled.register).explain(threat.id)
    else { return nil }
    model = text
    id = threat.id
    let answer = ExplanationText.text(
      of: explanation, in: compiled.model, width: Self.width, colouring: .plain)
    let end = ["consequence", "advice", "see"].compactMap {
      answer.firstRange(of: "\n\n\($0)\n")?.lowerBound
    }.min()
    self.answer = answer[..<(end ?? answer.endIndex)] + "\n…"
  }

  /// The first threat of a template, an open one if there is one.
  package static func threat(of name: String, in register: ThreatRegister) -> Threat? {
    let threats = register.threats.filter { $0.template?.name == name }
    return threats.first { $0.status == .open } ?? threats.first
  }
}
