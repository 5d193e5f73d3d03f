// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMSyntax
import Testing

@Suite("Treatment of risks")
struct TreatmentTests {
  @Test("every word of `treatment` is a treatment")
  func words() {
    #expect(Vocabulary.treatments.words == Treatment.allCases.map(\.rawValue))
  }
}
