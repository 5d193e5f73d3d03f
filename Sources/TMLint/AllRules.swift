// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Rule {
  /// Every rule, in the order of the handbook.
  package static let all: [Rule] = [
    // Crossings.
    .missingCrossing,
    .staleCrossing,
  ]
}
