// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// How many findings there are of each severity, and how many a tool can repair.
package struct DiagnosticTally: Hashable, Sendable {
  package let errors: Int
  package let warnings: Int
  package let notes: Int
  /// Findings with a safe fix, which `tm lint --fix` applies.
  package let fixable: Int

  package init(_ diagnostics: [Diagnostic]) {
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    notes = diagnostics.count { $0.severity == .note }
    fixable = diagnostics.count { $0.fix?.safety == .safe }
  }

  /// How many there are of each severity, such as "2 errors, 1 warning", or "no findings".
  package var counts: String {
    let counts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "no findings" }
    return counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// One line such as "2 errors, 1 warning; 1 can be fixed with `tm lint --fix`".
  package var summary: String {
    fixable == 0 ? counts : "\(counts); \(fixable) can be fixed with `tm lint --fix`"
  }
}
