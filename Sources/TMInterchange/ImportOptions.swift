// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What an import may guess beyond what the file says.
package struct ImportOptions: Equatable, Sendable {
  /// Whether a flow and the one back between the same ends become one flow in both directions.
  package var mergesPairs = false
  /// Whether elements and boundaries of one kind and title on several diagrams become one.
  package var joinsByTitle = false

  package init(mergesPairs: Bool = false, joinsByTitle: Bool = false) {
    self.mergesPairs = mergesPairs
    self.joinsByTitle = joinsByTitle
  }

  /// As they stand on the command line.
  package var flags: [String] {
    (mergesPairs ? ["--merge-pairs"] : []) + (joinsByTitle ? ["--join-by-title"] : [])
  }
}
