// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// A score as a bar for a terminal, from nothing to 10.
enum ScoreBar {
  /// The bar in `cells` cells, to half a cell, with its empty rest.
  static func text(_ score: Score, _ severity: SeverityBand, cells: Int, _ colouring: Colouring)
    -> String
  {
    let halves = (score.tenths * cells * 2 + 50) / 100
    let full = String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    let rest = String(repeating: "░", count: cells - (halves + 1) / 2)
    return colouring.paint(full, severity.style) + colouring.paint(rest, .frame)
  }
}

extension SeverityBand {
  /// The colour of the severity's word and bar.
  package var style: TerminalStyle {
    switch self {
    case .none, .low: .secondary
    case .medium: .warning
    case .high, .critical: .error
    }
  }
}
