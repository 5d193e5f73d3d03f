// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A repair of the source text that a tool can apply.
package struct Fix: Hashable, Sendable {
  /// Whether applying the repair can change what the author meant.
  package enum Safety: String, Sendable {
    /// Applied by `--fix`.
    case safe
    /// Shown as a suggestion only.
    case suggestion
  }

  /// What the repair does, as an imperative: "add `crosses: device`".
  package let title: String
  package let safety: Safety
  package let edits: [Edit]

  package init(_ title: String, safety: Safety, edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// A replacement of one range of a source text.
package struct Edit: Hashable, Sendable {
  package let range: SourceRange
  package let replacement: String

  package init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceFile {
  /// The bytes of the file after `edits`, those of other files left out.
  ///
  /// Edits apply in order of position; one that overlaps an earlier one is skipped whole together
  /// with nothing else, so a second pass can apply it to the new text.
  package func applying(_ edits: [Edit]) -> [UInt8] {
    let ordered = edits.enumerated()
      .filter { $0.element.range.file == id }
      .sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var position = 0
    for (_, edit) in ordered where edit.range.offsets.lowerBound >= position {
      result += bytes[position..<edit.range.offsets.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.offsets.upperBound
    }
    result += bytes[position...]
    return result
  }
}
