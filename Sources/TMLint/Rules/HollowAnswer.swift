// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let hollowAnswer = Rule(
    "hollow-answer", .warning,
    "A threat template of the model counts as answered by something that protects nobody."
  ) { context, findings in
    let model = context.model
    for template in model.all(.threatTemplate) where !model.isBuiltIn(template) {
      for condition in model.conditions(template, .answeredBy) {
        let words = words(of: model.sources.text(condition.range))
        let category = CategoryTable(model).category(of: template)
        let protecting = words.indices.filter { protects(words, $0, category) }
        let negated = protecting.filter { $0 > 0 && words[$0 - 1] == "not" }
        // One of two cases is enough, and in one of them nothing protects.
        let isNegated =
          !negated.isEmpty && (negated.count == protecting.count || words.contains("or"))
        let cases = words.indices.split { words[$0] == "or" }
        let isHollow = cases.contains { !$0.contains(where: protecting.contains) }
        guard isHollow || isNegated else { continue }
        findings.report(
          "threat template `\(model.path(template))` counts as answered by what "
            + (isNegated ? "is no protection where it is absent" : "protects nobody"),
          about: template, at: condition.range,
          notes: ["each of its threats for which this holds is mitigated"],
          help: "name what keeps it from happening, such as `encrypted` or `authenticated`, leave "
            + "`answered-by` out, or say in `when` where it is not asked")
      }
    }
  }

  /// Whether a word of a condition stands for something that protects from a category of threats.
  private static func protects(
    _ words: [String], _ index: Int, _ category: ThreatCategory?
  ) -> Bool {
    let word = words[index]
    guard protections.contains(word) else { return false }
    // That something is written there says nothing of what.
    if texts.contains(word), index + 1 == words.count || ["and", "or"].contains(words[index + 1]) {
      return false
    }
    // No cipher keeps a service up.
    let isLoss = category == .denialOfService || category == .availability
    return !(isLoss && ["encrypted", "protocol", "crypto"].contains(word))
  }

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// Properties that hold any text, whatever it says.
  private static let texts: Set<String> = [
    "settings", "session", "identity", "crypto", "technology", "verified-at",
  ]

  /// Properties that say how something is protected, kept or reached.
  private static let protections: Set<String> = [
    "encrypted", "authenticated", "server-authenticated", "recipient-authenticated", "replay-proof",
    "disabled", "log", "controls", "session", "crypto", "access", "zone", "kind", "technology",
    "privilege", "physical", "protocol", "settings", "credentials", "verified-at",
    "identity", "mechanism", "security-level", "physical-access", "in-scope",
  ]
}
