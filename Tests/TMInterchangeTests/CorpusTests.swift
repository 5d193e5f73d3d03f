// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMInterchange
import TMSource
import TMTestSupport
import TMThreats
import Testing

/// Real models of other tools, where they are at hand: what is in them is in the model, or in the report of losses.
@Suite("Models of other tools")
struct CorpusTests {
  private static let folder = "../shared/corpus/interchange"
  private static let isThere = FileManager.default.fileExists(atPath: Repository.path(folder))

  /// Every file, by its path in the folder.
  private static let files: [String] = {
    let all =
      FileManager.default.enumerator(atPath: Repository.path(folder))?.compactMap { $0 as? String }
      ?? []
    return all.filter { $0.contains("/") && $0.contains(".") }.sorted()
  }()

  /// How much of each kind stands in a file, counted by a program that is not this one.
  private static let counted: [String: [String: Int]] = {
    let paths = files.map { Repository.path("\(folder)/\($0)") }
    guard
      let result = try? Python.run(
        [Repository.path("Tests/TMInterchangeTests/count_sources.py")] + paths), result.status == 0
    else { return [:] }
    var counts: [String: [String: Int]] = [:]
    for line in result.output.split(separator: "\n") {
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let file = object["file"] as? String
      else { continue }
      counts[file] = object.compactMapValues { $0 as? Int }
    }
    return counts
  }()

  @Test(
    "are read whole, and what comes out has no errors",
    .enabled(if: isThere, "skipped: needs ../shared/corpus/interchange"),
    .enabled(if: Python.has("yaml"), "skipped: needs a Python with PyYAML (TM_PYTHON names one)"),
    arguments: files)
  func counts(_ file: String) throws {
    let path = Repository.path("\(Self.folder)/\(file)")
    let expected = try #require(Self.counted[path], "\(file) is not counted")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let read = try ModelImport(bytes, fileName: "model")
    let found = Self.counts(of: read.model)
    for (kind, count) in expected { #expect(found[kind] == count, "\(kind) of \(file)") }
    #expect(expected.count >= (read.format == .tb7 ? 1 : 4))

    let text = read.text(source: "model")
    #expect(text == (try ModelImport(bytes, fileName: "model")).text(source: "model"))
    try expectNoFaults(in: text, isLibrary: read.model.isLibrary)
  }

  /// What is in a model, with what the report of losses says is not.
  private static func counts(of model: ImportedModel) -> [String: Int] {
    func lost(_ what: String, _ fate: ImportLoss.Fate = .dropped) -> Int {
      model.losses.all.count { $0.what == what && $0.fate == fate }
    }
    // The triage of a threat of ours is counted by what was joined to it.
    let own = model.all(.threat).count { $0.has(.category) }
    let line = "trust boundary drawn as a line"
    return [
      "elements": [.process, .store, .external].map { model.all($0).count }.reduce(0, +),
      "flows": model.all(.flow).count + lost("flow with a loose end") + lost("link to nothing"),
      "boundaries": model.all(.boundary).count + lost(line) + lost(line, .keptAsText),
      "threats": own + model.all(.threatTemplate).count + lost("threat", .joined)
        + lost("threat of something that is not in the model")
        + lost("threat of a flow that is gone") + lost("risk tracking")
        + lost("threat that is never listed") + lost("condition of a threat"),
      "requirements": model.all(.requirement).count,
      "verifications": model.all(.verification).count,
    ]
  }

  private func expectNoFaults(in text: [UInt8], isLibrary: Bool) throws {
    let model = Array("import \"imported.tm\"\nmodel \"M\" { method: stride }\n".utf8)
    let files = isLibrary ? [("model.tm", model), ("imported.tm", text)] : [("model.tm", text)]
    let run = try LintRun(bytes: files, libraries: .builtIn)
    let errors = run.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\(run.line(of: $0)): \($0.message)" })")
  }
}
