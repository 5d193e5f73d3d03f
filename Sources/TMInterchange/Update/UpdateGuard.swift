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

  /// The kinds of which fewer stand in the text than in the newer import, what people deleted left out.
  static func missing(in result: UpdateComparison) -> [String] {
    var wanted: [String: Int] = [:]
    for declaration in result.newer.all {
      guard let kind = kind(declaration), result.home(of: declaration) != nil else { continue }
      if let old = result.toBase?.counterpart(declaration),
        result.fromBase?.counterpart(old) == nil
      {
        continue
      }
      wanted[kind, default: 0] += 1
    }
    for declaration in result.current.all {
      if let kind = kind(declaration) { wanted[kind, default: 0] -= 1 }
    }
    return ["boundary", "element", "flow"].compactMap { kind in
      wanted[kind, default: 0] > 0
        ? "\(wanted[kind] ?? 0) of kind \(kind) that the source has" : nil
    }
  }

  private static func kind(_ declaration: OutlineDeclaration) -> String? {
    if declaration.keyword.isElement { return "element" }
    return [.flow, .boundary].contains(declaration.keyword) ? declaration.keyword.word : nil
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
