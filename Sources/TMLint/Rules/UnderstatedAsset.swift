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
      property: .integrity, levels: ["none", "low"], classes: ["therapy", "firmware"],
      loss: "altering it"),
    Claim(
      property: .integrity, levels: ["none"], classes: ["diagnosis", "payment", "keys"],
      loss: "altering it"),
  ]
}
