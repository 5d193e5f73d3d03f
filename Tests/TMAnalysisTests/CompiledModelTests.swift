// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMTestSupport
import Testing

/// The way from texts to findings, as an editor takes it.
@Suite struct CompiledModelTests {
  private static let saved = TextFiles([
    ("ward.tm", "model \"Ward\"\nimport \"parts/flows.tm\"\nexternal nurse \"Nurse\"\n"),
    ("parts/flows.tm", "flow a: nurse -> nowhere \"Asks\"\n"),
  ])

  private func rules(_ model: CompiledModel) throws -> [String] {
    model.findings(today: try #require(LintRun.today)).map(\.rule)
  }

  @Test func whatIsTypedCountsBeforeItIsSaved() throws {
    let before = try CompiledModel(reading: ["ward.tm"], from: Self.saved)
    #expect(try rules(before).contains("unknown-name"))
    let typed = Array("flow a: nurse -> nurse \"Asks\"\n".utf8)
    let after = try CompiledModel(
      reading: ["ward.tm"], from: UnsavedFiles(["parts/flows.tm": typed], over: Self.saved))
    #expect(try !rules(after).contains("unknown-name"))
    #expect(try rules(after).contains("self-flow"))
  }

  @Test func anUnsavedFileThatIsNowhereIsNoFile() throws {
    let files = UnsavedFiles(["parts/gone.tm": []], over: Self.saved)
    #expect(throws: ReadFailure.self) { try CompiledModel(reading: ["parts/gone.tm"], from: files) }
  }

  @Test func aRunThatNobodyWantsAnyMoreEnds() throws {
    let model = try CompiledModel("model \"Ward\"\nexternal nurse \"Nurse\"\n")
    let today = try #require(LintRun.today)
    var asked = 0
    let cut = model.findings(today: today, after: nil) {
      asked += 1
      return asked < 3
    }
    #expect(cut?.all == nil)
    #expect(asked == 3)
    #expect(
      model.findings(today: today, after: nil, while: { true })?.all == model.findings(today: today)
    )
  }

  @Test func threatsThatNobodyWantsAnyMoreAreNotFound() throws {
    let declarations = try CompiledDeclarations(
      reading: ["model.tm"],
      from: TextFiles([
        ("model.tm", "model \"M\" { method: stride-per-element }\nprocess p \"P\"\n")
      ]))
    #expect(CompiledModel(declarations, while: { false })?.register.threats.map(\.id) == nil)
    let whole = CompiledModel(declarations, while: { true })?.register.threats.map(\.id)
    #expect(whole?.isEmpty == false)
    #expect(whole == CompiledModel(declarations).register.threats.map(\.id))
  }

  @Test func modelsShareTheTreesOfTheLibrariesAndNotTheirPlaces() throws {
    let one = try CompiledModel("model \"One\"\n")
    let two = try CompiledModel(
      reading: ["ward.tm"], from: Self.saved)
    for name in ["stride", "linddun", "cia"] {
      let places = [one, two].map { model in
        model.sources.files.first { $0.path == "<\(name)>" }?.id
      }
      #expect(places[0] != nil && places[0] != places[1])
    }
    let threats = try CompiledModel(example: "web-shop").register.threats
    #expect(try CompiledModel(example: "web-shop").register.threats.map(\.id) == threats.map(\.id))
  }
}
