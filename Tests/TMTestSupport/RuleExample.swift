// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A model on the page of a rule, with the files about components on that page.
package struct RuleExample: Sendable, CustomStringConvertible {
  /// The page and the line of the block.
  package let description: String
  /// The name of the page, which is that of the rule.
  package let rule: String
  package let files: [(path: String, text: String)]
  package let software: [(path: String, text: String)]

  /// The models under *Example* of all pages, in each of which the rule of the page finds something.
  package static func all() throws -> [RuleExample] {
    try Repository.files(under: "docs/rules", extension: "md")
      .filter { !$0.hasSuffix("/README.md") }.flatMap(examples)
  }

  private static func examples(on page: String) throws -> [RuleExample] {
    let blocks = MarkdownBlock.blocks(in: try Repository.text(page))
    let software = blocks.filter { $0.language == "json" }
      .map { ($0.file ?? "vulnerabilities.json", $0.text) }
    let name = page.split(separator: "/").last?.dropLast(3) ?? ""
    return blocks.filter { $0.language == "tm" && $0.heading == "Example" }.map { block in
      let hasModel = block.text.split(separator: "\n").contains { $0.hasPrefix("model ") }
      let text = hasModel ? block.text : block.text + "model \"Example\"\n"
      return RuleExample(
        description: "\(page):\(block.lines.lowerBound + 1)", rule: String(name),
        files: [("model.tm", text)], software: software)
    }
  }

  /// What the linter says of it, with the built-in libraries as in the program.
  package func run() throws -> LintRun { try LintRun(files, software: software) }
}

/// An example of the repository with what protects it and decides about it taken out, so that it has many
/// findings.
package struct DamagedExample: Sendable, CustomStringConvertible {
  package let name: String
  package var description: String { name }

  package static let all = CompiledSample.examples.map(DamagedExample.init)

  /// The files, the one with the model first.
  package func files() throws -> [(path: String, text: String)] {
    // A text over several lines goes with its property.
    let pattern =
      /(?m)^ *(?:crosses|encrypted|authenticated|because|verified-by|satisfies): (?:"""(?s:.*?)"""|.*)\n/
    return try CompiledSample.files(ofExample: name).map { path, text in
      (path, text.replacing(pattern, with: ""))
    }
  }
}
