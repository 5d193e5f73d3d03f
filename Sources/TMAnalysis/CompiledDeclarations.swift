// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// The first half of a compilation: declarations, names, types and the graph, no threats yet.
///
/// An editor asks for it at every keystroke; `CompiledModel` goes on from it.
package struct CompiledDeclarations: Sendable {
  package let compilation: Compilation
  /// The file that says what was approved.
  let approvals: FileID?

  /// Compiles files with all they import, as `CompiledModel` does.
  ///
  /// - Parameter earlier: the declarations of the texts before, which count where only words changed.
  package init<Files: FileProvider>(
    reading paths: [String], from files: Files, with additions: [Loader<Files>.Addition] = [],
    libraries: ThreatLibraries = .builtIn, after earlier: CompiledDeclarations? = nil
  ) throws(ReadFailure) {
    var loader = Loader(files, libraries: libraries)
    self.init(try loader.load(paths, with: additions), after: earlier)
  }

  init(_ loaded: LoadedFiles, after earlier: CompiledDeclarations? = nil) {
    compilation = ModelBuilder.build(loaded, after: earlier?.compilation)
    approvals = loaded.approvals
  }

  package var model: Model { compilation.model }
}
