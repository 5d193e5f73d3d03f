// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMChanges
import TMDiff
import TMFormat
import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// What says the same is no difference, however it is written.
@Suite("No difference")
struct StillnessTests {
  @Test("a model and itself", arguments: CompiledSample.examples)
  func itself(_ name: String) throws {
    let files = try CompiledSample.files(ofExample: name)
    try expectNothing(from: files, to: files)
  }

  @Test("when declarations are shuffled", arguments: CompiledSample.examples, [1, 2, 3])
  func shuffled(_ name: String, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = try items(of: name).shuffled(using: &random)
    try expectNothing(
      from: try CompiledSample.files(ofExample: name),
      to: [("new.tm", items.joined(separator: "\n\n"))])
  }

  @Test("when what stands inside declarations is shuffled", arguments: CompiledSample.examples)
  func bodies(_ name: String) throws {
    var random = SeededGenerator(seed: 5)
    let files = try CompiledSample.files(ofExample: name)
    let shuffled = try files.map { ($0.path, try shuffledInside($0.text, &random)) }
    #expect(zip(files, shuffled).contains { $0.text != $1.1 })
    try expectNothing(from: files, to: shuffled)
  }

  @Test("when they are split over three files", arguments: CompiledSample.examples)
  func split(_ name: String) throws {
    let items = try items(of: name)
    let parts = (0..<3).map { part in
      items.enumerated().filter { $0.offset % 3 == part }.map(\.element).joined(separator: "\n")
    }
    try expectNothing(
      from: try CompiledSample.files(ofExample: name),
      to: [
        ("one.tm", "import \"two.tm\"\nimport \"three.tm\"\n" + parts[0]),
        ("two.tm", parts[1]), ("three.tm", parts[2]),
      ])
  }

  @Test("when the formatter has undone a wild layout", arguments: CompiledSample.examples)
  func layout(_ name: String) throws {
    let files = try CompiledSample.files(ofExample: name)
    let loose = files.map { ($0.path, wild($0.text)) }
    let tidy = try loose.map { ($0.0, try formatted($0.1)) }
    try expectNothing(from: files, to: loose)
    try expectNothing(from: loose, to: tidy)
  }

  @Test("but one word more is one change", arguments: CompiledSample.examples)
  func oneWord(_ name: String) throws {
    let files = try CompiledSample.files(ofExample: name)
    var changed = files
    changed[0].text += "\nassumption one-more \"One more\"\n"
    let difference = try ComparedSample.difference(from: files, to: changed)
    #expect(difference.changes.map(\.kind) == [.added])
    #expect(difference.changes.first?.thing.path == "one-more")
    #expect(difference.threats.isEmpty && !difference.riskGrew)
  }

  private func expectNothing(
    from old: [(path: String, text: String)], to new: [(path: String, text: String)]
  ) throws {
    let difference = try ComparedSample.difference(from: old, to: new)
    let text = DifferenceText.text(of: difference, colouring: .plain)
    #expect(difference.isEmpty && text.isEmpty, "\(text.prefix(2000))")
  }

  /// The top-level declarations of an example but its imports of files, as text.
  private func items(of name: String) throws -> [String] {
    try CompiledSample.files(ofExample: name).flatMap { file in
      TopLevelStatement.all(in: file.text).filter { !$0.isFileImport }.map(\.text)
    }
  }

  private func tree(_ text: String) -> SyntaxTree { parse(text) }

  /// The members of every body in another order.
  private func shuffledInside(_ text: String, _ random: inout SeededGenerator) throws -> String {
    let file = SourceFile(id: FileID(index: 0), path: "", bytes: Array(text.utf8))
    let tree = Parser.parse(file)
    var edits: [Edit] = []
    for index in tree.entries.indices where tree.entries[index].kind == .body {
      let members = SyntaxNode(tree: tree, index: index).children.filter {
        [.property, .declaration, .flow].contains($0.kind)
      }
      // Bodies inside others are left alone, so that no two edits overlap.
      if members.contains(where: { $0.kind != .property }) { continue }
      let shuffled = members.map(\.text).shuffled(using: &random)
      for (member, text) in zip(members, shuffled) { edits.append(Edit(member.range, text)) }
    }
    return String(decoding: file.applying(edits), as: UTF8.self)
  }

  /// The text with a comment and an empty line after each line, further to the right.
  private func wild(_ text: String) -> String {
    if text.contains("\"\"\"") { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "      \($0)\n\n// A remark.\n" }.joined()
  }

  private func formatted(_ text: String) throws -> String {
    let bytes = try #require(TMFormatter.format(tree(text)))
    return String(decoding: bytes, as: UTF8.self)
  }
}
