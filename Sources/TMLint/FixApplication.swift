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
    var accepted: [Edit] = []
    var seen: Set<Fix> = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, fix.safety == .safe, seen.insert(fix).inserted else {
        continue
      }
      let clashes = fix.edits.contains { edit in accepted.contains { overlap($0, edit) } }
      if !clashes { accepted += fix.edits }
    }
    let files = Set(accepted.map(\.range.file)).sorted()
    return files.map { ($0, sources[$0].applying(accepted)) }
  }

  private static func overlap(_ left: Edit, _ right: Edit) -> Bool {
    guard left.range.file == right.range.file else { return false }
    if left.range.start == right.range.start { return true }
    return left.range.start < right.range.end && right.range.start < left.range.end
  }
}
