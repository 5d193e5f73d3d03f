// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
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
  static let shared: BuiltInTemplates? = (try? CompiledModel("model \"Empty\"\nimport medical")).map
  {
    BuiltInTemplates($0)
  }

  private init(_ compiled: CompiledModel) {
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
    ThreatLibraries.builtIn.loadedAlways
    + ThreatLibraries.builtIn.names.filter { !ThreatLibraries.builtIn.loadedAlways.contains($0) }
}
