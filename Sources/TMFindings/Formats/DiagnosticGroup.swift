// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The diagnostics of one rule, where there are too many to show each with its lines of source: what a
/// rule is about and what to do is said once.
struct DiagnosticGroup {
  /// So many diagnostics are shown in full, whatever their rules.
  static let few = 12
  /// So many of a rule are named by their place beside the first.
  static let listLimit = 20
  static let remark =
    "the first of each rule is shown in full; `tm lint --full` shows each like that"

  let rule: String
  let first: Diagnostic
  let others: [Diagnostic]

  var listed: ArraySlice<Diagnostic> { others.prefix(Self.listLimit) }
  var unlisted: Int { others.count - listed.count }

  /// The gravest first, then in the order in which they begin.
  static func groups(of diagnostics: [Diagnostic]) -> [DiagnosticGroup] {
    var places: [Key: Int] = [:]
    var members: [[Diagnostic]] = []
    for diagnostic in diagnostics {
      let key = Key(rule: diagnostic.rule, severity: diagnostic.severity)
      if let place = places[key] {
        members[place].append(diagnostic)
      } else {
        places[key] = members.count
        members.append([diagnostic])
      }
    }
    let order = members.indices.sorted { left, right in
      let (one, other) = (members[left][0].severity, members[right][0].severity)
      return one == other ? left < right : one > other
    }
    return order.map { place in
      DiagnosticGroup(
        rule: members[place][0].rule, first: members[place][0],
        others: Array(members[place].dropFirst()))
    }
  }

  private struct Key: Hashable {
    let rule: String
    let severity: Severity
  }
}
