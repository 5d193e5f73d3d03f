// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMTemplate
import TMTestSupport
import Testing

@Suite("The fields of the report's data")
struct ReportFieldsTests {
  @Test("the schema and the page are those of the table")
  func fresh() throws {
    for (path, text) in [
      ("docs/schemas/report-1.schema.json", ReportSchema.text),
      ("docs/report-fields.md", ReportFieldsPage.markdown),
    ] {
      if Repository.updatesSnapshots { try Repository.write(text, to: path) }
      let isFresh = try Repository.text(path) == text
      #expect(isFresh, "\(path): TM_UPDATE_SNAPSHOTS=1 swift test --filter ReportFields")
    }
  }

  @Test("every record has a name of its own, and every field a name and a sentence")
  func names() {
    let records = TemplateData.info.all
    #expect(records.count > 40)
    for record in records {
      let names = record.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(record.name)")
      for field in record.fields {
        #expect(field.documentation.hasSuffix("."), "\(record.name).\(field.name)")
        #expect(!field.documentation.contains("\n"), "\(record.name).\(field.name)")
        #expect(
          field.name.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) },
          "\(record.name).\(field.name)")
      }
    }
  }

  @Test("records of one name have one set of fields")
  func shapes() {
    var known: [String: [String]] = [:]
    func visit(_ record: RecordInfo) {
      let fields = record.fields.map { "\($0.name): \($0.documentation)" }
      if let other = known[record.name] {
        #expect(other == fields, "\(record.name)")
        return
      }
      known[record.name] = fields
      for field in record.fields { field.shape.record.map(visit) }
    }
    visit(TemplateData.info)
  }
}
