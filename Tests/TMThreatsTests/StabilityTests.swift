// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// Ids and register do not depend on where and in which order things are declared, nor on titles.
@Suite("The register is stable")
struct StabilityTests {
  @Test("when declarations are shuffled", arguments: CompiledSample.examples)
  func shuffled(_ name: String) throws {
    var random = SeededGenerator(seed: 7)
    let items = try items(of: name).shuffled(using: &random)
    let sample = try CompiledSample(items.joined(separator: "\n\n"))
    #expect(rows(sample) == rows(try asWritten(name)))
  }

  @Test("when they are split over three files", arguments: CompiledSample.examples)
  func split(_ name: String) throws {
    let items = try items(of: name)
    let parts = (0..<3).map { part in
      items.enumerated().filter { $0.offset % 3 == part }.map(\.element).joined(separator: "\n")
    }
    let sample = try CompiledSample(files: [
      ("one.tm", "import \"two.tm\"\nimport \"three.tm\"\n" + parts[0]),
      ("two.tm", parts[1]), ("three.tm", parts[2]),
    ])
    #expect(rows(sample) == rows(try asWritten(name)))
  }

  @Test("when every title changes", arguments: CompiledSample.examples)
  func renamed(_ name: String) throws {
    let files = try CompiledSample.files(ofExample: name)
    let sample = try CompiledSample(files: files.map { ($0.path, retitled($0.text)) })
    #expect(rows(sample) == rows(try asWritten(name)))
  }

  /// An example without what was approved of it, which is held to its titles and places.
  private func asWritten(_ name: String) throws -> CompiledSample {
    try CompiledSample(files: CompiledSample.files(ofExample: name))
  }

  /// Everything of the register but the titles.
  private func rows(_ sample: CompiledSample) -> [String] {
    let model = sample.model
    #expect(!sample.compilation.hasErrors)
    return sample.register.threats.map { threat in
      let controls = threat.controls.map { model.path($0) }.joined(separator: " ")
      return
        "\(threat.id) \(model.path(threat.about)) \(threat.category) \(threat.status) \(controls)"
    }
  }

  /// The top-level declarations of an example but its imports of files, as text.
  private func items(of name: String) throws -> [String] {
    try CompiledSample.files(ofExample: name).flatMap { file in
      var sources = SourceSet()
      let source = sources.add(path: file.path, bytes: Array(file.text.utf8))
      return Parser.parse(source).root.children
        .filter { [.declaration, .flow].contains($0.kind) || Self.isLibrary($0.text) }
        .map(\.text)
    }
  }

  /// Whether a text is the import of a library, which has no quotes.
  private static func isLibrary(_ text: String) -> Bool {
    text.hasPrefix("import ") && !text.contains("\"")
  }

  /// The text with another title in each heading.
  private func retitled(_ text: String) -> String {
    var sources = SourceSet()
    let source = sources.add(path: "", bytes: Array(text.utf8))
    let tree = Parser.parse(source)
    var edits: [Edit] = []
    for index in tree.entries.indices
    where [.declaration, .flow].contains(tree.entries[index].kind) {
      let node = SyntaxNode(tree: tree, index: index)
      if let title = node.first(.string) { edits.append(Edit(title.range, "\"Title \(index)\"")) }
    }
    return String(decoding: source.applying(edits), as: UTF8.self)
  }
}
