// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Files of which some are open in an editor: what is typed there counts, saved or not.
package struct UnsavedFiles<Saved: FileProvider>: FileProvider {
  private let saved: Saved
  private let texts: [String: [UInt8]]

  /// - Parameter texts: the unsaved bytes, by the identity that `saved` resolves a path to. A file
  ///   that `saved` does not have stays unknown: an import of it fails as it will after saving.
  package init(_ texts: [String: [UInt8]], over saved: Saved) {
    self.texts = texts
    self.saved = saved
  }

  package func resolve(
    _ path: String, from importer: String?
  ) throws(ReadFailure) -> ResolvedFile {
    try saved.resolve(path, from: importer)
  }

  package func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    if let text = texts[file.identity] { return text }
    return try saved.read(file)
  }
}
