// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let hollowAnswer = Rule(
    "hollow-answer", .warning,
    "A threat template of the model counts as answered by something that protects nobody."
  ) { context, findings in
    let model = context.model
    for template in model.all(.threatTemplate) where !model.isBuiltIn(template) {
      for condition in model.conditions(template, .answeredBy) {
        let words = words(of: model.sources.text(condition.range))
        let protecting = words.indices.filter { protections.contains(words[$0]) }
        let negated = protecting.filter { $0 > 0 && words[$0 - 1] == "not" }
        // One of two cases is enough, and in one of them nothing protects.
        let isNegated =
          !negated.isEmpty && (negated.count == protecting.count || words.contains("or"))
        guard protecting.isEmpty || isNegated else { continue }
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

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// Properties that say how something is protected, kept or reached.
  private static let protections: Set<String> = [
    "encrypted", "authenticated", "server-authenticated", "recipient-authenticated", "replay-proof",
    "disabled", "log", "controls", "session", "crypto", "access", "zone", "kind", "technology",
    "privilege", "trust", "physical", "protocol", "settings", "credentials", "verified-at",
    "identity", "mechanism", "security-level", "physical-access", "in-scope",
  ]
}
