// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let missingView = Rule(
    "missing-view", .warning,
    "The profile of the model expects a kind of view that it neither shows nor explains.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    guard let system = model.system else { return }
    let declared = Set(model.all(.view).map { ViewKind(of: $0, in: model) })
    for value in model.values(system, .profile) {
      guard let profile = model.word(value) else { continue }
      for kind in ViewKind.expected(by: profile) where !declared.contains(kind) {
        findings.report(
          "profile `\(profile)` expects a view of the kind `\(kind.rawValue)`",
          about: system, at: model.range(of: value, in: system),
          notes: ["it shows \(kind.content)"],
          help:
            "add `view id { kind: \(kind.rawValue); include: … }`, or `omitted: \"…\"` with the "
            + "reason why there is nothing to show")
      }
    }
  }
}
