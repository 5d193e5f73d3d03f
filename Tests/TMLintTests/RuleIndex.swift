// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint

/// The table of all rules under `docs/rules`.
enum RuleIndex {
  static let path = "docs/rules/README.md"

  /// What the page has to say, from the list of rules.
  static var text: String {
    var lines = [
      "# Rules",
      "",
      "What `tm lint` looks for. A `policy` changes the severity of a rule or turns it off;",
      "`@allow(rule, \"reason\")` excuses one finding where it stands.",
    ]
    for section in Rule.sections {
      lines += [
        "", "## \(section.title)", "", "| rule | severity | finds |", "| --- | --- | --- |",
      ]
      lines += section.rules.map { rule in
        "| [\(rule.name)](\(rule.name).md) | \(rule.severity.rawValue) | \(rule.summary) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
