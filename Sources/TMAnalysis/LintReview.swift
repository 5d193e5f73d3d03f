// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// What the linter says of a model, and what it would say without the excuses in it.
package struct LintReview: Sendable {
  /// All findings, in listing order.
  package let findings: [Diagnostic]
  /// What was found, and an `@allow` or an `exempt` takes away.
  package let excused: [Diagnostic]
  /// How gravely each rule finds, by its name; one that is off is left out.
  package let severities: [String: Severity]
}
