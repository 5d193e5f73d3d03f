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
  private(set) var snapshot: ModelSnapshot?
  /// What is known of the text before; nil while there is a snapshot.
  private var earlier: ModelSnapshot.Knowledge?
  /// Why it cannot be compiled; nil where it was.
  private(set) var failure: ReadFailure?
  /// The files that it had when it was compiled last.
  private(set) var files: Set<String> = []

  init(_ identity: String, isAlone: Bool) {
    self.identity = identity
    self.isAlone = isAlone
  }

  /// A text changed.
  func forget() {
    earlier = snapshot?.knowledge ?? earlier
    snapshot = nil
  }

  /// Takes the model as it is now, made with what is known of the text before at hand.
  func read(_ compile: (ModelSnapshot.Knowledge?) throws(ReadFailure) -> ModelSnapshot) {
    do throws(ReadFailure) {
      snapshot = try compile(earlier)
      earlier = nil
      failure = nil
    } catch {
      failure = error
    }
    files = Set((snapshot?.identities ?? []).compactMap { $0 })
  }
}
