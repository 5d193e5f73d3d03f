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
  package init<Files: FileProvider>(
    reading paths: [String], from files: Files, with additions: [Loader<Files>.Addition] = [],
    libraries: ThreatLibraries = .builtIn
  ) throws(ReadFailure) {
    var loader = Loader(files, libraries: libraries)
    self.init(try loader.load(paths, with: additions))
  }

  init(_ loaded: LoadedFiles) {
    compilation = ModelBuilder.build(loaded)
    approvals = loaded.approvals
  }

  package var model: Model { compilation.model }
}
