// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The JSON Schema of the report's data, from the table of its fields: `docs/schemas/report-1.schema.json`.
package enum ReportSchema {
  /// The whole file.
  package static var text: String {
    let root = ReportRecord.info
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      writer.field("title", "Report on a model, version \(ReportRecord.version)")
      writer.field(
        "description",
        """
        What `tm report --format json` prints, and what a template sees. New fields may come without \
        a new version.
        """)
      write(root, to: &writer)
      writer.object("$defs") { writer in
        for record in root.all.dropFirst().sorted(by: { $0.name < $1.name }) {
          writer.key(named: record.name)
          writer.object { writer in
            writer.field("description", record.documentation)
            write(record, to: &writer)
          }
        }
      }
    }
    return writer.text
  }

  private static func write(_ record: RecordInfo, to writer: inout JSONWriter) {
    writer.field("type", "object")
    writer.object("properties") { writer in
      for field in record.fields {
        writer.key(named: field.name)
        writer.object { writer in
          writer.field("description", field.documentation)
          write(field.shape, orNull: false, to: &writer)
        }
      }
    }
    writer.field("required", record.fields.map(\.name))
    writer.field("additionalProperties", false)
  }

  /// Writes the keywords of a shape into an open schema.
  private static func write(
    _ shape: FieldShape, orNull isNullable: Bool, to writer: inout JSONWriter
  ) {
    let type = { (name: String, writer: inout JSONWriter) in
      if isNullable {
        writer.field("type", [name, "null"])
      } else {
        writer.field("type", name)
      }
    }
    switch shape {
    case .text: type("string", &writer)
    case .integer: type("integer", &writer)
    case .constant(let number): writer.field("const", number)
    case .number: type("number", &writer)
    case .score:
      type("number", &writer)
      writer.field("minimum", 0)
      writer.field("maximum", 10)
    case .boolean: type("boolean", &writer)
    case .date:
      type("string", &writer)
      writer.field("format", "date")
    case .word(let words):
      writer.field("enum", words.map(Optional.some) + (isNullable ? [nil] : []))
    case .list(let element):
      writer.field("type", "array")
      writer.object("items") { writer in write(element, orNull: false, to: &writer) }
    case .record(let record):
      let reference = "#/$defs/\(record.name)"
      guard isNullable else { return writer.field("$ref", reference) }
      writer.array("anyOf") { writer in
        writer.object { $0.field("$ref", reference) }
        writer.object { $0.field("type", "null") }
      }
    case .optional(let present): write(present, orNull: true, to: &writer)
    }
  }
}
