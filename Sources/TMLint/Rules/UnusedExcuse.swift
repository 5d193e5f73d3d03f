// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unusedExcuse = Rule(
    "unused-excuse", .warning, "An `@allow` excuses nothing.", evidence: .findings
  ) { context, findings in
    for excuse in context.unusedExcuses {
      if excuse.rule == RuleSeverities.unknownWord {
        findings.report(
          "`\(excuse.rule)` cannot be excused: it is no rule but a note of the compiler",
          about: excuse.entity, at: excuse.ruleRange,
          help: "delete the excuse; `policy { \(excuse.rule): off }` silences the note everywhere")
        continue
      }
      let bytes = context.model.sources[excuse.range.file].bytes
      let whole =
        SourceLines.lineIfAlone(excuse.range, in: bytes)
        ?? SourceLines.statement(excuse.range, in: bytes)
      findings.report(
        "this excuse for `\(excuse.rule)` excuses nothing",
        about: excuse.entity, at: excuse.range,
        notes: ["left in place, it would hide the next finding of `\(excuse.rule)` here"],
        help: "delete it, or run `tm lint --fix`",
        fix: Fix("delete the excuse", safety: .safe, edits: [Edit(whole, "")]))
    }
  }
}
