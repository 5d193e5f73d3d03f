// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Identifies one file of a compilation; the index of the file in its `SourceSet`.
package struct FileID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// One source text as it was read: its display path and its bytes, nothing normalised.
package struct SourceFile: Sendable {
  package let id: FileID
  /// The path as the user knows it, relative where possible.
  package let path: String
  package let bytes: [UInt8]
  package let origin: Origin

  /// Whose text it is.
  package enum Origin: Sendable {
    case model
    /// Part of the program: nobody can repair it, so nobody is asked to.
    case library
    /// An organisation's policy, which the model cannot excuse itself from.
    case policy
    /// What was approved of the model; no text of the language.
    case approvals
    /// A condition of the command line.
    case selection
  }

  package init(id: FileID, path: String, bytes: [UInt8], origin: Origin = .model) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.origin = origin
  }

  /// Decodes bytes of the file; invalid UTF-8 becomes U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.offsets], as: UTF8.self)
  }
}

/// All files of one compilation, in the order in which they were first read.
package struct SourceSet: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Adds a file under the next free identity.
  @discardableResult
  package mutating func add(
    path: String, bytes: [UInt8], origin: SourceFile.Origin = .model
  ) -> SourceFile {
    let file = SourceFile(
      id: FileID(index: UInt32(files.count)), path: path, bytes: bytes, origin: origin)
    files.append(file)
    return file
  }

  package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

  /// The text that a range covers.
  package func text(_ range: SourceRange) -> String { self[range.file].text(range) }
}
