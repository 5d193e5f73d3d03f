// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

/// What a template can name: the report's data, and its pictures.
package enum TemplateData {
  /// All fields, without their values.
  package static let info = RecordInfo(
    "report", ReportRecord.info.documentation, record.fields.map(\.info))

  /// The field that needs pictures to be drawn.
  package static let diagrams = "diagrams"

  private static let record = DataRecord<DataBook>(
    "report", ReportRecord.info.documentation,
    ReportRecord.record.fields + [
      .records(
        diagrams, of: DiagramRecord.record,
        "The pictures: the system, then each view, then other levels."
      ) { $0.source.pictures }
    ])

  /// The values of some fields; a template seldom needs them all.
  package static func value(_ source: ReportSource, fields: Set<String>) -> ReportValue {
    let book = DataBook(source)
    let needed = record.fields.filter { fields.contains($0.info.name) }
    return .record(needed.map { .init(name: $0.info.name, value: $0.value(book)) })
  }
}

/// A picture of the system or of a view.
enum DiagramRecord {
  static let record = DataRecord<ReportPicture>(
    "diagram", "A picture of the system or of a view; in templates alone.",
    [
      .text("id", "`system`, or the id of the view; other levels have a number behind it.") {
        $0.id
      },
      .text("title", "Its title.") { $0.title },
      .optionalText("description", "The text of the `///` comment.") { $0.text },
      .text("svg", "The picture as SVG, safe to stand in a page as it is: `{{{svg}}}`.") {
        String(decoding: $0.svg, as: UTF8.self)
      },
    ])
}
