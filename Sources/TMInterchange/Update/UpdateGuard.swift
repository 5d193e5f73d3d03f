// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Holds the text that an update makes against the one before: each declaration is still there, with what was decided
/// about it, but for what the plan takes away.
///
/// It counts what stands in the texts and knows nothing of how they were made, so that no fault of an edit passes it.
enum UpdateGuard {
  /// The declarations that are gone although nothing was to take them away.
  static func lost(
    from before: ModelOutline, to after: ModelOutline, by plan: UpdateComparison.Plan
  ) -> [String] {
    var counts: [String: Int] = [:]
    for declaration in after.all { counts[key(declaration), default: 0] += 1 }
    var removed = 0
    var lost: [String] = []
    let leaving = Set(plan.removed.map { ObjectIdentifier($0) })
    for declaration in before.all {
      if leaving.contains(ObjectIdentifier(declaration)) {
        removed += 1
        continue
      }
      let key = key(declaration)
      guard let count = counts[key], count > 0 else {
        lost.append(phrase(declaration))
        continue
      }
      counts[key] = count - 1
    }
    if lost.isEmpty, after.all.count < before.all.count - removed + plan.added {
      lost.append("something that is new in the source")
    }
    return lost
  }

  /// What stays of a declaration whatever an update changes: its name, and that of what it was decided about.
  private static func key(_ declaration: OutlineDeclaration) -> String {
    let word = declaration.keyword.isElement ? "element" : declaration.keyword.word
    let name = "\(word) \(declaration.id ?? "")"
    guard declaration.keyword == .threat, let subject = declaration.parent else { return name }
    return "\(key(subject)) \(name)"
  }

  private static func phrase(_ declaration: OutlineDeclaration) -> String {
    let phrase = UpdateComparison.phrase(declaration)
    guard declaration.keyword == .threat, let subject = declaration.parent else { return phrase }
    return "\(phrase) of \(UpdateComparison.phrase(subject))"
  }
}
