// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unexplainedScope = Rule(
    "unexplained-scope", .warning,
    "Something is taken out of the analysis without a reason.", evidence: .absence
  ) { context, findings in
    let model = context.model
    for id in model.allEntities where model.boolean(id, .inScope) == false {
      let reason = model.text(id, .because) ?? ""
      guard reason.givesNoReason else { continue }
      findings.report(
        "\(model[id].keyword.word) `\(model.path(id))` is taken out of the analysis without a reason",
        about: id, at: context.range(of: .inScope, orHeadingOf: id),
        help: "write `because:` with why its threats are not looked at, and where they are")
    }
  }
}
