// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unknownAnswer = Rule(
    "unknown-answer", .error, "A control answers a threat that no template and nobody has.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let controls = model.all(.control).filter { model.entry($0, .answers) != nil }
    if controls.isEmpty { return }
    var known = Set(context.register.threats.flatMap { [$0.id] + $0.names })
    // What is asked once for several flows has the id of one of them, and answers to those of all.
    known.formUnion(context.register.repeated.keys)
    known.formUnion(
      context.register.merged.map { "\(model.path($0.subject.entity)).\($0.name)" })
    known.formUnion(model.all(.threatTemplate).flatMap { [model.name($0)] + model.words($0, .was) })
    for control in controls {
      for value in model.values(control, .answers) {
        guard let name = model.word(value), !known.contains(name) else { continue }
        findings.report(
          "there is no threat `\(name)` for `\(model.path(control))` to answer",
          about: control, at: model.range(of: value, in: control),
          help: Suggestion.help(for: name, among: known.sorted())
            ?? "write the name of a threat template, which `tm explain` lists, or the id of a threat"
        )
      }
    }
  }
}
