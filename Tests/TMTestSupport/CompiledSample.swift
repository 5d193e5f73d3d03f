// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMRisk
import TMThreats

/// A model compiled with the built-in threat library, and its threats.
package typealias CompiledSample = CompiledModel

extension CompiledModel {
  /// Compiles files in memory; the first is the root.
  package init(files: [(path: String, text: String)]) throws {
    try self.init(reading: [files.first?.path ?? ""], from: TextFiles(files))
  }

  /// Compiles one of the example folders of the repository, with what was approved of it.
  package init(example name: String) throws {
    let approved = "examples/\(name)/\(name).approved"
    let list = (try? Repository.text(approved)).map { [(path: approved, text: $0)] } ?? []
    try self.init(files: Self.files(ofExample: name) + list)
  }

  /// Compiles an example as if its model chose other methods.
  package init(example name: String, method: String) throws {
    var files = try Self.files(ofExample: name)
    files[0].text = files[0].text.replacing(/(?m)^( *method:) .*$/) { "\($0.output.1) \(method)" }
    try self.init(files: files)
    guard model.system.map({ model.words($0, .method).joined(separator: ", ") }) == method else {
      throw NoMethodLine()
    }
  }

  /// An example that does not state its method on a line of its own.
  package struct NoMethodLine: Error {}

  /// The names of the example folders.
  package static let examples = [
    "ankle-monitor", "infusion-pump", "pacemaker", "pacs", "web-shop",
  ]

  /// The files of an example, the one with the model first.
  package static func files(ofExample name: String) throws -> [(path: String, text: String)] {
    let folder = "examples/\(name)"
    let main = "\(folder)/\(name).tm"
    let others = Repository.files(under: folder, extension: "tm").filter { $0 != main }
    return try ([main] + others).map { ($0, try Repository.text($0)) }
  }

  /// The threats about a declaration, by its path.
  package func threats(about path: String) -> [Threat] {
    register.threats.filter { model.path($0.about) == path }
  }

  package func assessed(_ id: String) -> AssessedThreat? {
    risks.threats.first { $0.threat.id == id }
  }

  package func threat(_ id: String) -> Threat? { register.threats.first { $0.id == id } }
}
