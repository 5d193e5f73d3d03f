// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

extension Model: NamedDeclarations {
  /// What a name or a dotted path means where it is written.
  ///
  /// - Parameter place: the declaration in which the name is written; nil at the top level.
  package func resolution(
    of text: ArraySlice<UInt8>, in place: EntityID?, as kinds: KeywordSet
  ) -> Resolution {
    resolve(text, in: place, as: kinds)
  }

  /// The declaration of a name directly inside another one, or at the top level.
  package func child(named name: String, of parent: EntityID?) -> EntityID? {
    symbols.find(name).flatMap { names.child($0, of: parent) }
  }

  /// The names of a dotted path; a dot before a digit belongs to its name.
  package static func segments(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    ModelParts.segments(of: text)
  }
}
