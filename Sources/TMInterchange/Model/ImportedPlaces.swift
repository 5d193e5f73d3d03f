// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Puts declarations into one another as a file says by the names of their parents.
extension ImportedModel {
  /// A declaration, and what the file says that it lies in.
  struct Placement {
    let declaration: ImportedDeclaration
    let outer: ImportedDeclaration?
    /// Where it lies if that leads back to itself.
    var fallback: ImportedDeclaration?
    let source: String
    let line: Int?
  }

  /// How deep imported declarations may nest; what lies deeper starts anew outside.
  static let maximumDepth = 48

  /// Adds declarations inside their parents. One whose way outwards leads back to itself stands outside, and
  /// what nests too deep to be read starts anew outside; both are told.
  func place(_ placements: [Placement]) {
    var outer: [ObjectIdentifier: ImportedDeclaration] = [:]
    var fallbacks: [ObjectIdentifier: ImportedDeclaration] = [:]
    for placement in placements {
      fallbacks[ObjectIdentifier(placement.declaration)] = placement.fallback
      if let parent = placement.outer { outer[ObjectIdentifier(placement.declaration)] = parent }
    }
    var depths: [ObjectIdentifier: Int] = [:]
    for placement in placements {
      // The way outwards up to what is known already.
      var way: [ObjectIdentifier] = []
      var onWay: Set<ObjectIdentifier> = []
      var current: ImportedDeclaration? = placement.declaration
      while let step = current, depths[ObjectIdentifier(step)] == nil {
        guard onWay.insert(ObjectIdentifier(step)).inserted else {
          outer[ObjectIdentifier(step)] = fallbacks[ObjectIdentifier(step)]
          losses.add(
            .guessed, "inside itself", at: placement.source, line: placement.line,
            step.title ?? "", target: step.id ?? "",
            why: "its way outwards leads back to it; it stands outside of that")
          break
        }
        way.append(ObjectIdentifier(step))
        current = outer[ObjectIdentifier(step)]
      }
      for step in way.reversed() {
        depths[step] = outer[step].map { (depths[ObjectIdentifier($0)] ?? 0) + 1 } ?? 0
      }
    }
    for placement in placements {
      let key = ObjectIdentifier(placement.declaration)
      let depth = depths[key] ?? 0
      let isCut = depth > 0 && depth % (Self.maximumDepth + 1) == 0
      if isCut {
        losses.add(
          .guessed, "nested too deep", at: placement.source, line: placement.line,
          placement.declaration.title ?? "", target: placement.declaration.id ?? "",
          why: "a model nests at most \(Self.maximumDepth) deep; it stands outside")
      }
      add(placement.declaration, inside: isCut ? nil : outer[key])
    }
  }
}
