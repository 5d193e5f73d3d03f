// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Which declaration of one text is which of another: by the id of the source, then by its own id, then by its title.
///
/// Several can have one id of the source, such as the links between two shapes of a flowchart: then the title tells which
/// is which. Where it does not, none is taken for another, so that no decision moves to what it was not made for.
struct UpdateMatching {
  private var pairs: [ObjectIdentifier: OutlineDeclaration] = [:]
  private var taken: Set<ObjectIdentifier> = []

  /// Whether what the source gave an id is found by that alone.
  private let bySourceAlone: Bool

  /// - Parameter bySourceAlone: whether a declaration that has an id of the source is none that has not; else
  ///   somebody may have taken the id away.
  init(from first: ModelOutline, to second: ModelOutline, bySourceAlone: Bool = false) {
    self.bySourceAlone = bySourceAlone
    let keys: [(OutlineDeclaration) -> [String]] = [
      { declaration in
        declaration.sourceIDs.map { "\(Self.kind(declaration)) \($0) \(declaration.title ?? "")" }
      },
      { declaration in declaration.sourceIDs.map { "\(Self.kind(declaration)) \($0)" } },
      { declaration in
        declaration.id.map { ["\(Self.kind(declaration)) \($0)"] }
          ?? ([.model, .policy].contains(declaration.keyword) ? [declaration.keyword.word] : [])
      },
      { declaration in declaration.title.map { ["\(Self.kind(declaration)) \($0)"] } ?? [] },
    ]
    for (round, keys) in keys.enumerated() {
      var targets: [String: [OutlineDeclaration]] = [:]
      for declaration in second.all where !taken.contains(ObjectIdentifier(declaration)) {
        for key in Set(keys(declaration)) { targets[key, default: []].append(declaration) }
      }
      var askers: [String: Int] = [:]
      for declaration in first.all where pairs[ObjectIdentifier(declaration)] == nil {
        for key in Set(keys(declaration)) { askers[key, default: 0] += 1 }
      }
      for declaration in first.all where pairs[ObjectIdentifier(declaration)] == nil {
        for key in keys(declaration) {
          guard let found = targets[key]?.filter({ isFree($0, for: declaration, round) }),
            let target = found.first,
            round == 0 || found.count == 1 && (round > 1 || askers[key] == 1)
          else { continue }
          pairs[ObjectIdentifier(declaration)] = target
          taken.insert(ObjectIdentifier(target))
          break
        }
      }
    }
  }

  func counterpart(_ declaration: OutlineDeclaration) -> OutlineDeclaration? {
    pairs[ObjectIdentifier(declaration)]
  }

  /// Whether a declaration may be that one: not two that the source tells apart, and a threat only of its subject.
  private func isFree(
    _ target: OutlineDeclaration, for declaration: OutlineDeclaration, _ round: Int
  ) -> Bool {
    if taken.contains(ObjectIdentifier(target)) { return false }
    if declaration.keyword == .threat {
      guard let subject = declaration.parent, let other = target.parent,
        pairs[ObjectIdentifier(subject)] === other
      else { return false }
    }
    guard round > 1 else { return true }
    if bySourceAlone, declaration.keyword != .threat {
      return declaration.sourceIDs.isEmpty && target.sourceIDs.isEmpty
    }
    return declaration.sourceIDs.isEmpty || target.sourceIDs.isEmpty
  }

  /// Elements may change their kind.
  private static func kind(_ declaration: OutlineDeclaration) -> String {
    declaration.keyword.isElement ? "element" : declaration.keyword.word
  }
}
