// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer

/// What an assistant can ask for; nothing here writes.
enum AssistantTool: String, CaseIterable {
  case lint
  case explain
  case threats
  case graph
  case propose

  private var description: String {
    switch self {
    case .lint:
      """
      The findings of `tm lint` as JSON: rule, message, place, help, fix. With `file`, `from_line` and \
      `to_line` only those with a place there. Lint after each edit, and the whole model at the end.
      """
    case .explain:
      "The page of a rule, check, threat, category or word of the .tm language, as Markdown."
    case .threats:
      """
      The threats that follow from the model, as JSON: id, status, category, title, what answers them. \
      `about` limits them to an element, flow, asset or boundary and what belongs to it.
      """
    case .graph:
      """
      The data flows around an element as JSON: elements up to `depth` flows away, and the flows between \
      them with the trust boundaries that they cross.
      """
    case .propose:
      """
      Replaces lines of a file in memory, and answers with a unified diff and the findings that the change \
      brings and takes away. Nothing is written: show the diff to the user, or apply it with your own tools.
      """
    }
  }

  private var properties: KeyValuePairs<String, JSON?> {
    let model = Self.text(
      "The file that declares the model; the only model of the folder if left out.")
    let from = Self.number("The first line, counted from 1.")
    switch self {
    case .lint:
      return [
        "model": model, "file": Self.text("A file of the model."), "from_line": from,
        "to_line": Self.number("The last line."),
      ]
    case .explain:
      return ["name": Self.text("Such as `missing-crossing`, `tampering` or `crosses`.")]
    case .threats:
      return [
        "model": model, "about": Self.text("The path of a declaration."),
        "status": Self.text("open, mitigated, accepted, transferred, avoided or not-applicable."),
      ]
    case .graph:
      return [
        "model": model, "element": Self.text("The path of an element."),
        "depth": Self.number("How many flows away, 1 to 8; 1 if left out."),
      ]
    case .propose:
      return [
        "model": model, "file": Self.text("The file to change; the model's own if left out."),
        "from_line": from,
        "to_line": Self.number(
          "The last line to replace; one less than `from_line` to insert in front of it."),
        "text": Self.text("The lines in their place; empty to delete them."),
      ]
    }
  }

  private var required: [JSON] {
    switch self {
    case .lint, .threats: []
    case .explain: ["name"]
    case .graph: ["element"]
    case .propose: ["from_line", "to_line", "text"]
    }
  }

  private static func text(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }

  private static func number(_ description: String) -> JSON {
    ["type": "integer", "description": .string(description)]
  }

  /// The tool as `tools/list` lists it.
  var json: JSON {
    [
      "name": .string(rawValue), "description": .string(description),
      "inputSchema": [
        "type": "object", "properties": .fields(properties), "required": .array(required),
        "additionalProperties": false,
      ],
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }

  /// The names of the arguments that it takes.
  var arguments: [String] { properties.map(\.key) }
}
