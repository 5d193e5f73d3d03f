// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let understatedAsset = Rule(
    "understated-asset", .warning,
    "An asset states a level that its class contradicts, so that nothing is asked about it.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    for id in model.all(.asset) {
      let classes = Set(model.words(id, .class))
      findHarm(id, context, &findings)
      for claim in claims {
        let found = classes.intersection(claim.classes).sorted()
        guard let first = found.first, let level = model.word(id, claim.property),
          claim.levels.contains(level)
        else { continue }
        findings.report(
          "asset `\(model.path(id))` is of class `\(first)`, and its \(claim.property.word) is said to be \(level)",
          about: id, at: context.range(of: claim.property, orHeadingOf: id),
          notes: ["\(claim.loss) is then asked nowhere"],
          help: "state the level that its loss would have, or excuse it with the reason: "
            + "`@allow(understated-asset, \"…\")`")
      }
    }
  }

  /// Levels of which the hazards that the asset names make a contradiction.
  private static func findHarm(
    _ id: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let grave = model.references(id, .harm).first {
      ["critical", "catastrophic"].contains(model.word($0, .severity) ?? "")
    }
    let levels: [Property] = [.confidentiality, .integrity, .availability]
    // Harm comes by one of the three; where all are said to matter little, none is left to bring it.
    let matters = levels.contains { !["none", "low"].contains(model.word(id, $0) ?? "medium") }
    guard let grave, !matters else { return }
    findings.report(
      "asset `\(model.path(id))` leads to `\(model.path(grave))`, and neither its confidentiality nor its integrity nor its availability is said to matter",
      about: id, at: context.range(of: .harm, orHeadingOf: id),
      secondary: [Label(model.headingRange(grave), "\(model.word(grave, .severity) ?? "") harm")],
      help: "raise the level by whose loss the harm comes")
  }

  private struct Claim {
    let property: Property
    let levels: Set<String>
    let classes: Set<String>
    let loss: String
  }

  private static let claims = [
    Claim(
      property: .confidentiality, levels: ["none", "low"], classes: ["credentials", "keys"],
      loss: "reading it"),
    Claim(
      property: .confidentiality, levels: ["none"],
      classes: ["phi", "pii", "diagnosis", "payment"], loss: "reading it"),
    Claim(
      property: .integrity, levels: ["none", "low"],
      classes: ["therapy", "firmware", "clinical-function"], loss: "altering it"),
    Claim(
      property: .integrity, levels: ["none"],
      classes: ["diagnosis", "payment", "keys", "credentials", "configuration", "log"],
      loss: "altering it"),
    Claim(
      property: .availability, levels: ["none"], classes: ["therapy", "clinical-function"],
      loss: "losing it"),
  ]
}
