// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A half-open range of byte offsets in one file.
package struct SourceRange: Hashable, Sendable {
  package let file: FileID
  package let start: UInt32
  package let end: UInt32

  package init(file: FileID, start: UInt32, end: UInt32) {
    precondition(start <= end, "a range runs forwards")
    self.file = file
    self.start = start
    self.end = end
  }

  /// The range as offsets into the bytes of its file.
  package var offsets: Range<Int> { Int(start)..<Int(end) }

  /// An empty range at the start of this one.
  package var startPoint: SourceRange { SourceRange(file: file, start: start, end: start) }

  /// An empty range at the end of this one.
  package var endPoint: SourceRange { SourceRange(file: file, start: end, end: end) }

  /// The smallest range that covers this one and `other`, which lies in the same file.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceRange: Comparable {
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
