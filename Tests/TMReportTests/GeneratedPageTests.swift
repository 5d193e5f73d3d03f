// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMSyntax
import TMTestSupport
import Testing

/// Pages that the program writes of itself.
@Suite("Generated pages")
struct GeneratedPageTests {
  @Test("docs/protocols.md says what the table of protocols says")
  func protocols() throws {
    try check("docs/protocols.md", ProtocolPage.markdown)
  }

  @Test("A protocol has one row, and each row says what it is")
  func rows() {
    let names = ProtocolFacts.known.map(\.name)
    #expect(Set(names).count == names.count)
    for facts in ProtocolFacts.known {
      #expect(!facts.meaning.isEmpty && facts.ports.allSatisfy { 1...65_535 ~= $0 })
      // What nobody can read nobody can change unnoticed.
      #expect(facts.channel != .encrypted || facts.messages == .authenticated, "\(facts.name)")
    }
  }

  private func check(_ path: String, _ expected: String) throws {
    if Repository.updatesSnapshots { try Repository.write(expected, to: path) }
    let isFresh = try Repository.text(path) == expected
    #expect(isFresh, "\(path): TM_UPDATE_SNAPSHOTS=1 swift test --filter GeneratedPage")
  }
}
