// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMModel

/// A model of the workspace, or a file that no model imports, which is analysed on its own.
final class ModelEntry {
  /// The identity of the file that it is read from.
  let identity: String
  /// Whether no model imports the file.
  let isAlone: Bool
  /// The model as it is now; nil when a text changed since.
  var snapshot: ModelSnapshot?
  /// Why it cannot be compiled; nil where it was.
  var failure: ReadFailure?
  /// The files that it had when it was compiled last.
  var files: Set<String> = []

  init(_ identity: String, isAlone: Bool) {
    self.identity = identity
    self.isAlone = isAlone
  }
}
