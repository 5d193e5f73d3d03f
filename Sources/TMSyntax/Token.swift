// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A token of the source text: its kind and its half-open range of byte offsets.
package struct Token: Equatable, Sendable {
  package let kind: SyntaxKind
  package let start: UInt32
  package let end: UInt32
  /// Whether a line ending lies between this token and the one before it.
  package let startsLine: Bool

  init(_ kind: SyntaxKind, _ start: Int, _ end: Int, startsLine: Bool) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.startsLine = startsLine
  }
}
