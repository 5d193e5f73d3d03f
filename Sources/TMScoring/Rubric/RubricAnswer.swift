// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An answer to a question of the rubric.
package enum RubricAnswer: String, CaseIterable, Sendable {
  case yes = "YES"
  case no = "NO"
  case high = "HIGH"
  case low = "LOW"
  case none = "NONE"
  case unknown = "UNKNOWN"

  /// The letter of the extended vector: Y, N, U; H, L, N, U.
  package var letter: String { String(rawValue.prefix(1)) }

  /// The word in a sentence.
  package var word: String { rawValue.lowercased() }

  /// Reads a word or its letter, in any case, as one of the answers that a question takes.
  package init?(_ text: String, among answers: [RubricAnswer]) {
    let word = text.uppercased()
    guard let answer = answers.first(where: { $0.rawValue == word || $0.letter == word }) else {
      return nil
    }
    self = answer
  }
}
