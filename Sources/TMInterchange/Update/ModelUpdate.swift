// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSource
import TMSyntax

/// A model that was imported and worked on since, brought to a newer version of its source.
///
/// Three texts are compared: the one that was imported last, the one of the newer version, and the one that people
/// worked on. What changed between the first two is changed in the third, by edits that leave everything else as it
/// is. Where people changed the same, theirs stays, and that is told.
package struct ModelUpdate {
  /// Something that was not changed, since people had changed it too.
  package struct Conflict: Equatable, Sendable {
    /// One-based line of the model as it was.
    package let line: Int
    package let message: String
    /// What the newer version of the source says.
    package let newer: String
  }

  /// The updated text.
  package private(set) var text: [UInt8]
  package private(set) var conflicts: [Conflict] = []
  /// What the update would lose without that it was to be removed; it must not be written then.
  package private(set) var lost: [String] = []
  private let lines: LineIndex

  /// - Parameters:
  ///   - text: the model as people made it.
  ///   - base: what was imported last; nil where that is not known, so that nothing that differs is changed.
  ///   - newer: what the newer version of the source becomes.
  package init(of text: [UInt8], base: [UInt8]?, newer: [UInt8]) {
    self.text = text
    lines = LineIndex(text)
    let isFormatted = Self.format(text) == text
    let base = base.map { ModelOutline(SyntaxTree.detached($0)) }
    let newer = ModelOutline(SyntaxTree.detached(newer))
    // Each pass reads the text anew, since the one before moved what it names.
    for pass in [Pass.change, .add, .move, .remove] {
      // Each round of moves and of removals brings at least one thing where it belongs.
      for _ in 0..<max(Self.minimumRounds, newer.all.count) {
        let comparison = UpdateComparison(
          base: base, newer: newer, current: ModelOutline(SyntaxTree.detached(self.text)))
        let plan = comparison.plan(pass)
        if pass == .change || pass == .remove { report(plan.conflicts, of: pass) }
        guard !plan.edits.isEmpty else { break }
        let file = SourceFile(id: FileID(index: 0), path: "model.tm", bytes: self.text)
        let changed = file.applying(plan.edits)
        guard changed != self.text else { break }
        lost += UpdateGuard.lost(
          from: comparison.current, to: ModelOutline(SyntaxTree.detached(changed)), by: plan)
        self.text = changed
        if pass != .move, pass != .remove { break }
      }
    }
    let result = UpdateComparison(
      base: base, newer: newer, current: ModelOutline(SyntaxTree.detached(self.text)))
    lost += UpdateGuard.missing(in: result)
    if isFormatted, let formatted = Self.format(self.text) { self.text = formatted }
  }

  /// Whether two texts come from one source: what the source gave an id stands in both, or in one of them nothing does.
  package static func shareSource(_ text: [UInt8], _ newer: [UInt8]) -> Bool {
    let ids = [text, newer].map { bytes in
      Set(ModelOutline(SyntaxTree.detached(bytes)).all.flatMap(\.sourceIDs))
    }
    return ids[0].isEmpty || !ids[0].isDisjoint(with: ids[1])
  }

  /// How often a pass is repeated: what is moved or removed can lie in what is moved or removed.
  private static let minimumRounds = 64

  enum Pass {
    case change
    case add
    case move
    case remove
  }

  private static func format(_ bytes: [UInt8]) -> [UInt8]? {
    TMFormatter.format(SyntaxTree.detached(bytes))
      .map { TextForm(of: bytes).applied(to: $0) }
  }

  private mutating func report(
    _ found: [(offset: UInt32, message: String, newer: String)], of pass: Pass
  ) {
    for conflict in found {
      // Places are those of the text as it was, which only the first pass still has.
      let line = pass == .change ? lines.line(of: conflict.offset) + 1 : 0
      let entry = Conflict(
        line: line, message: conflict.message, newer: ImportedText.condensed(conflict.newer))
      if !conflicts.contains(where: { $0.message == entry.message }) { conflicts.append(entry) }
    }
  }
}
