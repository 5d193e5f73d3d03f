// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A declaration as one of the two models has it.
package struct DeclaredThing: Hashable, Sendable {
  package let keyword: Keyword
  /// The shortest path that names it in its model.
  package let path: String
  package let title: String?
  /// The path of the boundary or element that it lies in; nil at the top level.
  package let place: String?
  /// The ends of a flow: "gateway -> controller".
  package let ends: String?
}

/// What an author changed in one declaration.
package struct DeclarationChange: Sendable {
  /// What is said of it first; a thing can be moved, renamed and changed at once.
  package enum Kind: String, CaseIterable, Sendable {
    case added
    case removed
    case moved
    case renamed
    case changed
  }

  /// Nil where it was added.
  package let old: DeclaredThing?
  /// Nil where it was removed.
  package let new: DeclaredThing?
  /// The position of the change that it is a part of: an interface of an element that was added.
  package internal(set) var within: Int?
  /// Whether it lies elsewhere, boundaries that were put around it or taken away left out.
  package let isMoved: Bool
  package let isRenamed: Bool
  /// What is written differently; of what was added or removed, all that is written.
  package let properties: [PropertyChange]
  /// What a boundary or element that was added or removed encloses, though it did not move itself.
  package internal(set) var encloses: [DeclaredThing] = []
  /// Where else its name came in or went out with it.
  package internal(set) var references: [ReferenceChange] = []
  /// The path of the removed declaration that agrees with this added one in everything but the id.
  package internal(set) var likelyFormer: String?
  /// The ids of threats that a control no longer works for, though they are still there.
  package internal(set) var unguarded: [String] = []
  /// The words of a policy that ask for less than before.
  package internal(set) var relaxed: [String] = []
  /// What it says less of than before.
  package internal(set) var weakening = Weakening.none

  /// Whether a verification failed that had not before.
  var failsVerification: Bool {
    new?.keyword == .verification
      && properties.contains { $0.name == Property.status.word && $0.new == "failed" }
  }

  package var kind: Kind {
    if old == nil { return .added }
    if new == nil { return .removed }
    return isMoved ? .moved : isRenamed ? .renamed : .changed
  }

  /// The declaration as it is now, or as it was last.
  package var thing: DeclaredThing {
    guard let thing = new ?? old else {
      return DeclaredThing(keyword: .model, path: "", title: nil, place: nil, ends: nil)
    }
    return thing
  }
}

/// A property that is written differently.
package struct PropertyChange: Hashable, Sendable {
  /// The word of the language, or `title`, `declared as`, `from`, `to`, `direction`.
  package let name: String
  /// On one line; nil where it was not written.
  package let old: String?
  package let new: String?

  /// Whether threats and findings can depend on it.
  var hasEffect: Bool {
    !["title", "owner", "link", "tags", "approver", "date", "supplier"].contains(name)
  }
}

/// Another declaration that names an added thing now, or named a removed one.
package struct ReferenceChange: Hashable, Sendable {
  package let from: DeclaredThing
  /// The word of the property that has the name.
  package let property: String
}

/// A trust boundary that a flow crosses now and did not before, or the reverse.
package struct CrossingChange: Sendable {
  package let flow: DeclaredThing
  /// The paths of the boundaries that it crosses now, in the order of the flow.
  package let added: [String]
  /// The paths of the boundaries that it no longer crosses.
  package let removed: [String]
  /// The position of the change that brings this about.
  package let cause: Int?
  /// Whether nothing at work protects the flow on its way over the new boundaries.
  package let isUnprotected: Bool
}
