// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Rule {
  static let emptyBoundary = Rule(
    "empty-boundary", .warning, "A trust boundary contains no element.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.all(.boundary) {
      // Of nested empty boundaries the innermost are reported.
      let isEmpty = !model.children(id).contains { child in
        model[child].keyword.isElement || model[child].keyword == .boundary
      }
      guard isEmpty else { continue }
      findings.report(
        "boundary `\(model.path(id))` contains no element",
        about: id, at: model.headingRange(id),
        help: "move the elements it surrounds between its braces, or delete it")
    }
  }
}
