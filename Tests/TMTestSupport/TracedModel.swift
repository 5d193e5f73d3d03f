// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A model whose trace has no gap, from assets to evidence.
package struct TracedModel: Sendable, CustomStringConvertible {
  /// The page whose block holds it, or the name of an example.
  package let name: String
  package var description: String { name }

  /// The models that are traced to the end; an example that becomes one joins by its name.
  package static let all = ["docs/traceability.md"].map(TracedModel.init)

  /// Its files, the one with the model first.
  package func files() throws -> [(path: String, text: String)] {
    if CompiledSample.examples.contains(name) { return try CompiledSample.files(ofExample: name) }
    return MarkdownBlock.blocks(in: try Repository.text(name)).compactMap { block in
      block.language == "tm" ? block.file.map { ($0, block.text) } : nil
    }
  }
}
