// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("Scores")
struct ScoreTests {
  @Test("a score is written with one decimal", arguments: [(0, "0.0"), (7, "0.7"), (100, "10.0")])
  func description(_ tenths: Int, _ text: String) {
    #expect(Score(tenths: tenths).description == text)
  }
}
