// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints vectors of any scheme for a person.
package enum ScoreText {
  package static func text(of vector: ScoreVector, width: Int, colouring: Colouring) -> String {
    if let cvss = vector.cvss {
      return CVSSScoreText.text(of: cvss, width: width, colouring: colouring)
    }
    guard let rating = vector.rating else { return "" }
    return RatingText.text(of: rating, width: width, colouring: colouring)
  }

  /// What lies between two vectors.
  package static func text(
    of before: ScoreVector, _ after: ScoreVector, width: Int, colouring: Colouring
  ) -> String {
    if let old = before.cvss, let new = after.cvss {
      return CVSSComparisonText.text(of: old, new, width: width, colouring: colouring)
    }
    return RatingComparisonText.text(of: before, after, width: width, colouring: colouring)
  }
}
