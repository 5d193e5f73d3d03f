// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import Testing

/// What the class of an asset says about it: every word, so that none is forgotten or added in passing.
@Suite("Classes of assets")
struct AssetFactTests {
  /// Whether reading it does harm, whether it opens other doors, and whether it is about a person.
  private static let facts: [String: (sensitive: Bool, secret: Bool, personal: Bool)] = [
    "phi": (true, false, true), "pii": (true, false, true), "payment": (true, false, true),
    "credentials": (true, true, false), "keys": (true, true, false),
    "diagnosis": (false, false, true), "firmware": (false, false, false),
    "configuration": (false, false, false), "clinical-function": (false, false, false),
    "log": (false, false, false), "therapy": (false, false, false),
    "workflow": (false, false, false), "telemetry": (false, false, false),
    "ip": (false, false, false), "system": (false, false, false), "other": (false, false, false),
  ]

  @Test("each word says what it says, alone and as the second of two")
  func words() throws {
    for word in Vocabulary.assetClasses.words {
      let expected = try #require(Self.facts[word], "nothing is said about `\(word)`")
      for classes in [word, "other, \(word)"] {
        let model = try LintRun("model \"M\"\nasset a \"A\" { class: \(classes) }\n").model
        let asset = try #require(model.all(.asset).first)
        #expect(model.isSensitive(asset) == expected.sensitive, "\(classes)")
        #expect(model.isSecret(asset) == expected.secret, "\(classes)")
        #expect(model.isPersonal(asset) == expected.personal, "\(classes)")
      }
    }
  }

  @Test(
    "high confidentiality makes any asset sensitive, less does not",
    arguments: [("high", true), ("medium", false), ("low", false), ("none", false)])
  func levels(_ level: String, _ isSensitive: Bool) throws {
    let model = try LintRun("model \"M\"\nasset a \"A\" { confidentiality: \(level) }\n").model
    let asset = try #require(model.all(.asset).first)
    #expect(model.isSensitive(asset) == isSensitive)
    #expect(!model.isSecret(asset))
    #expect(!model.isPersonal(asset))
  }
}
