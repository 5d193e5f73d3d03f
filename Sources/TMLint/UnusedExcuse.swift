// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// `unused-excuse`: an `@allow` that excuses nothing. Not in `Rule.all`, since it looks at what the
/// other rules found.
enum UnusedExcuse {
  static let name = "unused-excuse"
  static let severity = Severity.warning

  static func diagnostic(_ excuse: Excuse, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      name, severity, "this excuse for `\(excuse.rule)` excuses nothing", at: Label(excuse.range),
      help: ["delete it"],
      fix: Fix("delete the excuse", safety: .safe, edits: [Edit(excuse.range, "")]))
  }
}
