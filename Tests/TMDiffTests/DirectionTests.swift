// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// What holds for every pair of models.
@Suite("Differences between whole models")
struct DirectionTests {
  /// Pairs that have little, some and nothing in common.
  private static let pairs = [
    ("infusion-pump", "ankle-monitor"), ("pacs", "infusion-pump"), ("web-shop", "pacs"),
  ]

  @Test("the way back turns added into removed and opened into closed or gone", arguments: pairs)
  func wayBack(_ pair: (String, String)) throws {
    let (old, new) = try (
      CompiledSample.files(ofExample: pair.0), CompiledSample.files(ofExample: pair.1)
    )
    let there = try ComparedSample.difference(from: old, to: new)
    let back = try ComparedSample.difference(from: new, to: old)
    #expect(paths(there, .added) == paths(back, .removed))
    #expect(paths(there, .removed) == paths(back, .added))
    #expect(paths(there, .moved).count == paths(back, .moved).count)
    #expect(there.findings.new.count == back.findings.gone.count)
    let arriving = there.threats.filter { $0.old == nil }.map(\.id).sorted()
    #expect(arriving == back.threats.filter { $0.new == nil }.map(\.id).sorted())
  }

  @Test("a model that is new is all added, and its open threats count", arguments: pairs)
  func fromNothing(_ pair: (String, String)) throws {
    let files = try CompiledSample.files(ofExample: pair.0)
    let difference = try ComparedSample.difference(from: [], to: files)
    #expect(difference.changes.allSatisfy { $0.kind == .added })
    #expect(difference.threats.allSatisfy { $0.old == nil && $0.cause != nil })
    #expect(difference.riskGrew)
    let back = try ComparedSample.difference(from: files, to: [])
    #expect(back.changes.allSatisfy { $0.kind == .removed })
    #expect(back.threats.allSatisfy { $0.kind == .gone })
    #expect(!back.riskGrew)
  }

  @Test("new titles change titles alone", arguments: CompiledSample.examples)
  func titles(_ name: String) throws {
    let files = try CompiledSample.files(ofExample: name)
    let difference = try ComparedSample.difference(
      from: files, to: files.map { ($0.path, retitled($0.text)) })
    #expect(difference.changes.count > 50)
    for change in difference.changes {
      #expect(change.kind == .changed && change.properties.map(\.name) == ["title"])
    }
    #expect(difference.threats.isEmpty && difference.crossings.isEmpty && !difference.riskGrew)
  }

  private func paths(
    _ difference: ModelDifference, _ kind: DeclarationChange.Kind
  ) -> [String] {
    difference.changes.filter { $0.kind == kind }.map(\.thing.path).sorted()
  }

  private func retitled(_ text: String) -> String {
    let source = SourceFile(id: FileID(index: 0), path: "", bytes: Array(text.utf8))
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
