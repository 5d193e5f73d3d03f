// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a decision was made about: where that is another thing in the newer version of a source, somebody has to
/// decide again.
enum DecisionGround {
  /// What changed so much that a decision about it does not hold any more; nil where nothing did.
  static func change(
    from old: OutlineDeclaration, to newer: OutlineDeclaration, _ comparison: UpdateComparison
  ) -> String? {
    if old.keyword != newer.keyword {
      return "\(UpdateComparison.phrase(newer)) was a \(old.keyword.word) before"
    }
    if let reason = comparison.exchange(newer) { return reason }
    if comparison.toBase?.isGuessed(newer) ?? false {
      return "the source has several with its ends and its title, and none is as it was"
    }
    guard let before = comparison.ends(old, isNewer: false),
      let after = comparison.ends(newer, isNewer: true),
      before.source != after.source || before.target != after.target
    else { return nil }
    return before.source == after.target && before.target == after.source
      ? "\(UpdateComparison.phrase(newer)) runs the other way in the source"
      : "\(UpdateComparison.phrase(newer)) has other ends in the source"
  }

  /// What changed so much of a threat that what was decided about it does not hold any more. How severe it is was
  /// weighed where the risk was taken or handed on; a control answers it all the same.
  static func changeOfThreat(
    from old: OutlineDeclaration, to newer: OutlineDeclaration, decided status: [String]
  ) -> String? {
    if old.title != newer.title, old.values("category") != newer.values("category") {
      return "it has another title and category in the source"
    }
    if old.title != newer.title,
      old.documentation != newer.documentation || old.values("scenario") != newer.values("scenario")
    {
      return "it has another title and text in the source"
    }
    if let title = old.title, title != newer.title, let siblings = newer.parent?.children,
      siblings.contains(where: { $0 !== newer && $0.keyword == .threat && $0.title == title })
    {
      return "its title is that of another one in the source"
    }
    guard ["accepted", "transferred"].contains(status.first) else { return nil }
    let (before, after) = (rank(old), rank(newer))
    return before > 0 && after > before ? "it is more severe in the source" : nil
  }

  /// Whether a status is one that somebody decided.
  static func isDecided(_ status: [String]?) -> Bool {
    guard let word = status?.first else { return false }
    return ["accepted", "mitigated", "transferred", "avoided", "not-applicable"].contains(word)
  }

  private static func rank(_ threat: OutlineDeclaration) -> Int {
    let words = ["negligible", "low", "medium", "high", "critical"]
    return threat.values("severity")?.first.flatMap(words.firstIndex(of:)).map { $0 + 1 } ?? 0
  }
}
