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
    let builtIn = Set(model.all(.threatTemplate).filter(model.isBuiltIn).map { model.name($0) })
    for template in model.all(.threatTemplate) where !model.isBuiltIn(template) {
      let category = CategoryTable(model).category(of: template)
      // What answered the shipped question is known; a login did not, where the shipped one asks of those who have one.
      let replaces = builtIn.contains(model.name(template)) && !asksWhoItIs(template, model)
      for condition in model.conditions(template, .answeredBy) {
        let words = words(of: model.sources.text(condition.range))
        let cases = words.split(separator: "or").map(Array.init)
        let protecting = words.indices.filter { protects(words, $0, category) }
        let negated = protecting.filter { $0 > 0 && words[$0 - 1] == "not" }
        // One of two cases is enough, and in one of them nothing protects.
        let isNegated =
          !negated.isEmpty && (negated.count == protecting.count || words.contains("or"))
        let isHollow = cases.contains { words in
          let found = words.indices.filter { protects(words, $0, category) }
          return found.isEmpty
            || replaces && found.allSatisfy { isBareLogin(words, $0) }
        }
        let planned = cases.contains { countsPlanned($0, category) }
        guard isHollow || isNegated || planned else { continue }
        findings.report(
          "threat template `\(model.path(template))` counts as answered by what "
            + (isNegated
              ? "is no protection where it is absent"
              : planned ? "may be planned, or against something else" : "protects nobody"),
          about: template, at: condition.range,
          notes: ["each of its threats for which this holds is mitigated"],
          help: planned
            ? "say which controls: `any controls where mechanism is …, status in (implemented, verified)` with "
              + "`and`, or leave `answered-by` out and let each control name in `mitigates` what it is against"
            : "name what keeps it from happening, such as `encrypted` or `authenticated`, leave "
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
    return !(category.flatMap { powerless[$0] } ?? []).contains(word)
  }

  /// Whether the template is about who somebody is, which a login answers.
  private static func asksWhoItIs(_ template: EntityID, _ model: Model) -> Bool {
    ["spoofing", "spoofed-target", "process-spoofing"].contains(model.name(template))
  }

  /// Whether a login of any kind is all that is named.
  private static func isBareLogin(_ words: [String], _ index: Int) -> Bool {
    words[index] == "authenticated"
      && (index + 1 == words.count || !["is", "in", "has"].contains(words[index + 1]))
  }

  /// Whether a case counts controls whatever they do, or whether they are there.
  private static func countsPlanned(_ words: [String], _ category: ThreatCategory?) -> Bool {
    guard words.contains("controls") else { return false }
    let others = words.indices.filter {
      words[$0] != "controls" && words[$0] != "mechanism" && protects(words, $0, category)
    }
    guard others.isEmpty else { return false }
    let isThere =
      words.contains("status") && !words.contains { ["planned", "proposed"].contains($0) }
    return !isThere || !words.contains("mechanism") && !words.contains("mitigates")
  }

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// What does nothing against a category: no cipher keeps a service up, nobody is proven to have done something by an
  /// encrypted line, and who may come in is no question of what they may do.
  private static let powerless: [ThreatCategory: Set<String>] = {
    let channel: Set = ["encrypted", "protocol", "crypto"]
    let loss = channel.union([
      "authenticated", "server-authenticated", "recipient-authenticated", "log", "identity",
    ])
    return [
      .denialOfService: loss, .availability: loss,
      .repudiation: channel.union([
        "server-authenticated", "recipient-authenticated", "zone", "kind", "physical",
      ]),
      .elevationOfPrivilege: channel.union(["server-authenticated", "log"]),
    ]
  }()

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
