// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let viewWithoutText = Rule(
    "view-without-text", .warning,
    "An architecture view has no text, in a model that states a profile.", evidence: .absence
  ) { context, findings in
    let model = context.model
    guard !model.profiles.isEmpty else { return }
    for view in model.shownViews
    where ViewKind(of: view, in: model) != .diagram && model.documentation(view) == nil {
      findings.report(
        "view `\(model.path(view))` has no text", about: view, at: model.headingRange(view),
        help: "say what it shows in lines with `///` in front of it")
    }
  }
}
