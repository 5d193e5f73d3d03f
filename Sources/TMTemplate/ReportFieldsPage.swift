// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

/// The page `docs/report-fields.md`: every field of the report's data, for authors of templates.
package enum ReportFieldsPage {
  /// The whole page, in GitHub's Markdown.
  package static var markdown: String {
    let root = TemplateData.info
    var lines = [
      "# Fields of the report's data",
      "",
      "Every field of `tm report --format json`, and so every name that a template can write; `diagrams` are in",
      "templates alone. Generated from the table that the program writes them from;",
      "[report-data.md](report-data.md) explains how they are used, and",
      "[schemas/report-1.schema.json](schemas/report-1.schema.json) says the same for programs.",
      "",
      "A field that nobody stated is null: in a template it prints nothing, and `{{#field}}…{{/field}}` is left",
      "out. Lists are never null, and their order depends on nothing but the model.",
    ]
    for record in [root] + root.all.dropFirst().sorted(by: { $0.name < $1.name }) {
      lines += ["", "## \(record.name)", "", record.documentation, ""]
      lines += ["| field | is | says |", "| --- | --- | --- |"]
      lines += record.fields.map { "| `\($0.name)` | \(words($0.shape)) | \($0.documentation) |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ shape: FieldShape) -> String {
    switch shape {
    case .text: "text"
    case .integer: "whole number"
    case .constant(let number): "\(number)"
    case .number: "number"
    case .score: "number from 0.0 to 10.0"
    case .boolean: "true or false"
    case .date: "date"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.record(let record)): "list of \(link(record))"
    case .list(let element): "list: \(words(element))"
    case .record(let record): link(record)
    case .optional(let present): "\(words(present)); or null"
    }
  }

  private static func link(_ record: RecordInfo) -> String { "[\(record.name)](#\(record.name))" }
}
