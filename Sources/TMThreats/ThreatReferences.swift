// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What the template and the triage of a threat say beside its status.
extension Threat {
  /// What to do about it; the words of the triage win.
  package func advice(in model: Model) -> String? {
    triage.flatMap { model.text($0, .advice) } ?? template?.advice
  }

  /// What it can lead to for a patient or user; the words of the triage win.
  package func consequence(in model: Model) -> String? {
    triage.flatMap { model.text($0, .consequence) } ?? template?.consequence
  }

  /// Why it was decided as it was.
  package func because(in model: Model) -> String? {
    model.first(statements, stating: .because).flatMap { model.text($0, .because) }
  }

  /// Numbers of weaknesses (CWE), those of the template first.
  package func cwe(in model: Model) -> [Int] {
    Self.joined(template?.cwe, triage.map { model.integers($0, .cwe) })
  }

  /// Numbers of attack patterns (CAPEC), those of the template first.
  package func capec(in model: Model) -> [Int] {
    Self.joined(template?.capec, triage.map { model.integers($0, .capec) })
  }

  private static func joined(_ first: [Int]?, _ second: [Int]?) -> [Int] {
    let first = first ?? []
    guard let second, !second.isEmpty else { return first }
    return first + second.filter { !first.contains($0) }
  }
}
