// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring

/// How a threat was scored: by a vector, or by a plain number of the model's scheme.
package enum Rating: Hashable, Sendable {
  case vector(ScoreVector)
  case number(Score, ScoringScheme)

  package var score: Score {
    switch self {
    case .vector(let vector): vector.score
    case .number(let score, _): score
    }
  }

  package var severity: SeverityBand {
    switch self {
    case .vector(let vector): vector.severity
    case .number(let score, let scheme): SeverityBand(score, scheme)
    }
  }

  package var scheme: ScoringScheme {
    switch self {
    case .vector(let vector): vector.scheme
    case .number(_, let scheme): scheme
    }
  }

  /// The canonical vector, or the number.
  package var text: String {
    switch self {
    case .vector(let vector): vector.text
    case .number(let score, _): score.description
    }
  }

  /// The vector; nil for a plain number.
  package var vector: ScoreVector? {
    switch self {
    case .vector(let vector): vector
    case .number: nil
    }
  }
}
