// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport
import Testing

@Suite("Closed lists of standards")
struct VocabularyTests {
  private static let table = "../shared/domain/data/mds2-capabilities.csv"

  @Test("a question of MDS2 is its capability", arguments: ["AUDT-1", "AUDT-2.8.1", "TXIG-10"])
  func questions(_ word: String) {
    #expect(Vocabulary.capabilities.contains(word))
    #expect(Vocabulary.capabilities.base(of: word) == String(word.prefix(4)))
  }

  @Test(
    "nothing else is",
    arguments: ["AUDT-", "AUDT-x", "AUDT-1.", "AUDT-1234", "TXGI-1", "audt", "FR1-1"])
  func others(_ word: String) {
    #expect(!Vocabulary.capabilities.contains(word))
    #expect(!Vocabulary.foundationalRequirements.contains(word))
  }

  @Test("codes have names")
  func names() {
    #expect(Vocabulary.capabilities.meaning(of: "TXIG") == "transmission integrity")
    #expect(Vocabulary.capabilities.meaning(of: "AUDT-2.8.1") == "audit controls")
    #expect(Vocabulary.foundationalRequirements.meaning(of: "FR7") == "resource availability")
    #expect(Vocabulary.controlCategories.meaning(of: "authentication") == nil)
    for code in Vocabulary.capabilities.words + Vocabulary.foundationalRequirements.words {
      let meaning =
        Vocabulary.capabilities.meaning(of: code)
        ?? Vocabulary.foundationalRequirements.meaning(of: code)
      #expect(meaning != nil, "\(code)")
    }
    #expect(Vocabulary.foundationalRequirements.words.count == 7)
    #expect(Vocabulary.controlCategories.words.count == 8)
  }

  @Test(
    "the capabilities are those of the published list",
    .enabled(
      if: (try? Repository.text(table)) != nil, "\(table) is not there; nothing is compared"))
  func published() throws {
    let rows = try Repository.text(Self.table).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    #expect(rows.map { $0[0] }.sorted() == Vocabulary.capabilities.words.sorted())
    for row in rows {
      #expect(Vocabulary.capabilities.meaning(of: row[0]) == row[1].lowercased(), "\(row[0])")
    }
  }

  @Test(
    "what people say leads to words that the program knows, and is none of them",
    arguments: [
      Vocabulary.protocols, .interfaceKinds, .storeKinds, .assetClasses, .functions, .mechanisms,
    ])
  func synonyms(_ vocabulary: Vocabulary) {
    #expect(vocabulary.others.count > 10)
    for other in vocabulary.others {
      #expect(!vocabulary.contains(other), "\(other)")
      #expect(!vocabulary.meant(by: other).isEmpty)
      for known in vocabulary.meant(by: other) {
        #expect(vocabulary.contains(known), "\(other) → \(known)")
      }
    }
  }

  @Test("what is spoken in networks and to machines is known")
  func groups() {
    for name in ProtocolFacts.industrial.union(ProtocolFacts.networked) {
      #expect(ProtocolFacts.named(name) != nil, "\(name)")
    }
    #expect(ProtocolFacts.networked.isDisjoint(with: ProtocolFacts.wireless))
    #expect(!ProtocolFacts.networked.contains("usb"))
  }
}
