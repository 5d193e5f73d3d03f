// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A file that an action makes beside one of the model.
package struct NewFile: Sendable {
  package let identity: String
  /// Its path as an import in `home` writes it.
  let name: String
  /// The identity of the file that imports it.
  let home: String
  package let text: String
}

/// The files of a model and one that is not saved yet.
struct FilesWithNew: FileProvider {
  private let files: any FileProvider
  private let new: NewFile

  init(_ new: NewFile, over files: any FileProvider) {
    self.files = files
    self.new = new
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    if importer == new.home, path == new.name {
      return ResolvedFile(identity: new.identity, display: new.name)
    }
    return try files.resolve(path, from: importer)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    file.identity == new.identity ? Array(new.text.utf8) : try files.read(file)
  }
}
