// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// The threat templates that are part of the program, compiled.
package struct BuiltInTemplates: Sendable {
  package struct Entry: Sendable {
    package let template: ThreatTemplate
    package let library: String
    /// The sentence with its placeholders.
    package let title: String
    package var name: String { template.name }
  }

  package let model: Model
  let entries: [Entry]

  /// All of them, by library and then in the order of its text.
  package static let all: [Entry] = shared?.entries ?? []

  /// Nil if the libraries cannot be compiled, which a test rules out.
  static let shared: BuiltInTemplates? = MemoryModel("model \"Empty\"\nimport medical").map {
    BuiltInTemplates($0)
  }

  private init(_ compiled: MemoryModel) {
    let model = compiled.model
    self.model = model
    let found = compiled.register.library.templates.map { template in
      let path = model.sources[model[template.entity].file].path
      return Entry(
        template: template, library: String(path.dropFirst().dropLast()),
        title: model.title(template.entity))
    }
    entries = Self.libraries.flatMap { library in found.filter { $0.library == library } }
  }

  /// The names of the libraries, in the order of the handbook.
  package static let libraries =
    BuiltInLibrary.loadedAlways
    + BuiltInLibrary.sources.keys.filter { !BuiltInLibrary.loadedAlways.contains($0) }.sorted()
}

/// A model of one file in memory, with the threats that follow from it.
struct MemoryModel {
  let compilation: Compilation
  let register: ThreatRegister
  var model: Model { compilation.model }

  /// Nil if the file cannot be read at all.
  init?(_ text: String) {
    var loader = Loader(
      OneFile(bytes: Array(text.utf8)), libraries: BuiltInLibrary.sources,
      builtIn: BuiltInLibrary.loadedAlways)
    guard let loaded = try? loader.load([OneFile.name]) else { return nil }
    compilation = ModelBuilder.build(loaded)
    register = ThreatRegister(compilation.model)
  }

  private struct OneFile: FileProvider {
    static let name = "model.tm"
    let bytes: [UInt8]

    func resolve(
      _ path: String, from importer: String?
    ) throws(ReadFailure) -> ResolvedFile {
      guard path == Self.name else {
        throw ReadFailure(reason: "does not exist", help: "an example is one file")
      }
      return ResolvedFile(identity: path, display: path)
    }

    func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { bytes }
  }
}
