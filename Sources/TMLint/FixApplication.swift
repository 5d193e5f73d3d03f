// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Applies the safe fixes of findings to the texts they are about.
package enum FixApplication {
  /// The new bytes of each file that a safe fix changes.
  ///
  /// A fix is applied whole or not at all: one that touches text that an earlier one changed waits
  /// for the next run. Equal fixes of several findings are applied once.
  package static func apply(
    _ diagnostics: [Diagnostic], to sources: SourceSet
  ) -> [(file: FileID, bytes: [UInt8])] {
    var edits: [FileID: [Edit]] = [:]
    for edit in accepted(diagnostics).flatMap({ $0.fix?.edits ?? [] }) {
      edits[edit.range.file, default: []].append(edit)
    }
    return edits.keys.sorted().map { file in (file, sources[file].applying(edits[file] ?? [])) }
  }

  /// The findings whose fixes `apply` applies, in the order given.
  package static func accepted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var accepted: [FileID: AcceptedEdits] = [:]
    var seen: Set<Fix> = []
    return diagnostics.filter { diagnostic in
      guard let fix = diagnostic.fix, fix.safety == .safe, seen.insert(fix).inserted else {
        return false
      }
      let clashes = fix.edits.contains { accepted[$0.range.file]?.touches($0) ?? false }
      if clashes { return false }
      for edit in fix.edits { accepted[edit.range.file, default: AcceptedEdits()].insert(edit) }
      return true
    }
  }
}

/// The edits of one file that are to be applied: in order of position, and apart from one another.
private struct AcceptedEdits {
  private(set) var edits: [Edit] = []

  /// Whether an edit starts where another one does, or overlaps one.
  func touches(_ edit: Edit) -> Bool {
    let index = index(of: edit)
    if index > 0, edits[index - 1].range.end > edit.range.start { return true }
    guard index < edits.count else { return false }
    return edits[index].range.start == edit.range.start
      || edits[index].range.start < edit.range.end
  }

  mutating func insert(_ edit: Edit) { edits.insert(edit, at: index(of: edit)) }

  /// The position of the first edit that starts at or behind the start of `edit`.
  private func index(of edit: Edit) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.start < edit.range.start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
