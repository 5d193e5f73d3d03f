// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let staleTriage = Rule(
    "stale-triage", .error, "A triage names a threat that does not exist.", evidence: .absence
  ) { context, findings in
    let model = context.model
    for stale in context.register.staleTriage {
      guard let subject = model[stale.entity].parent else { continue }
      let name = model.name(stale.entity)
      let path = model.path(subject)
      if let cover = stale.cover {
        findings.report(
          "`\(path)` has no threat `\(name)`: its threat `\(cover)` says the same",
          about: stale.entity, at: model.nameRange(stale.entity),
          secondary: [Label(model.nameRange(subject), "what it is about")],
          help: "write `threat \(cover)`: the model's methods share it, and it is listed once")
        continue
      }
      if let successor = stale.successor {
        findings.report(
          "`\(path)` has no threat `\(name)`: `\(successor)` asks it now",
          about: stale.entity, at: model.nameRange(stale.entity),
          secondary: [Label(model.nameRange(subject), "what it is about")],
          help: "decide about `\(successor)`, if what it says still holds there, and delete this")
        continue
      }
      let help: String
      if let close = Suggestion.help(for: name, among: stale.names) {
        help = close
      } else if stale.names.isEmpty {
        help = "delete it, or add `category: …` to make it a threat of your own"
      } else {
        let names = stale.names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
        let rest = stale.names.count > 8 ? " and others" : ""
        help = "its threats are \(names)\(rest); with `category: …` it is a threat of your own"
      }
      findings.report(
        stale.names.isEmpty
          ? "no threat is found for `\(path)`, so there is no `\(name)` to decide about"
          : "`\(path)` has no threat `\(name)`",
        about: stale.entity, at: model.nameRange(stale.entity),
        secondary: [Label(model.nameRange(subject), "what it is about")],
        help: help)
    }
  }
}
