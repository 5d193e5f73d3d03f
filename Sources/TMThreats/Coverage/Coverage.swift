// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// For each element, flow and asset, and each category of the chosen methods: its threats, or why it
/// has none.
package struct Coverage: Sendable {
  /// Those of the chosen methods, and others that a threat has, in the order of listings.
  package let categories: [ThreatCategory]
  /// External entities, processes, stores, flows, then assets with a threat; each kind by path.
  package let rows: [Row]

  package struct Row: Sendable {
    /// An element stands for its interfaces too.
    package let subject: EntityID
    /// One for each category.
    package let cells: [Cell]
  }

  package enum Cell: Sendable {
    /// By their places in the register; of an element those of its interfaces too.
    case threats([Int])
    /// It has none of its own; those of its flows, of the assets it keeps or handles and of what it is
    /// made of.
    case elsewhere([Int])
    case absent(Absence)
    /// A method asks it of this kind of element, and no template answers.
    case gap
  }

  /// Why something has no threat of a category.
  package enum Absence: Sendable {
    /// `in-scope: no` takes it out.
    case outOfScope
    /// It is asked about the flow whose connection it runs over, which has no such threat either.
    case sharedPath(EntityID)
    /// The method does not ask it of this kind of thing.
    case notOfKind
    /// A policy turns off all templates that would ask, by their names.
    case turnedOff([String])
    /// The method asks it of the flows of an element, and none of them has such a threat.
    case flowsHaveNone(flows: Int)
    /// Templates ask, and their conditions do not hold; the one that is nearest first.
    case conditions([Unmet])
  }

  /// A template with the clauses of its condition that do not hold.
  package struct Unmet: Sendable {
    package let template: ThreatTemplate
    package let clauses: [ClauseTrace]
  }

  package init(_ model: Model, _ register: ThreatRegister) {
    let finder = CoverageFinder(model, register)
    categories = finder.categories
    rows = finder.rows()
  }
}
