// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TMInterchange
import TMModel
import TMTestSupport
import Testing

@testable import TMExport

/// What holds for files of each format.
@Suite("Exported files")
struct ExportFileTests {
  @Test("are the same bytes each time", arguments: ExportFormat.allCases)
  func deterministic(_ format: ExportFormat) throws {
    let first = try ModelExport(format, of: try CompiledSample(example: "web-shop"))
    let second = try ModelExport(format, of: try CompiledSample(example: "web-shop"))
    #expect(first.bytes == second.bytes)
    #expect(LossReport.lines(first.losses) == LossReport.lines(second.losses))
    #expect(first.bytes.last == UInt8(ascii: "\n") || format == .tm7)
  }

  /// All that is declared is in the file, or in the report: by kind, and by declaration.
  @Test("or their reports name each declaration", arguments: ExportFormat.allCases)
  func complete(_ format: ExportFormat) throws {
    let compiled = try CompiledSample(example: "infusion-pump")
    let export = try ModelExport(format, of: compiled)
    let summed = Set(
      export.losses.all.filter { $0.what.hasPrefix("all of kind ") }.map(\.source))
    let dropped = Set(
      export.losses.all.filter { $0.fate == .dropped }.map { "\($0.what) \($0.source)" })
    let model = compiled.model
    for id in model.allEntities where !model.isBuiltIn(id) {
      let word = model[id].keyword.word
      if ["import", "row", "model", "threat"].contains(word) { continue }
      let isNamed =
        dropped.contains("\(word) \(model.fullPath(id))")
        || summed.contains(word)
      let title = model.title(id)
      let isThere = export.text.contains(Self.escaped(title, format))
      #expect(isNamed || isThere, "\(word) \(model.fullPath(id)) in \(format)")
    }
  }

  private static func escaped(_ title: String, _ format: ExportFormat) -> String {
    switch format {
    case .tm7, .reqIF: XMLWriter.escaped(title)
    default: title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
  }

  @Test("of a model that declares nothing are files all the same", arguments: ExportFormat.allCases)
  func empty(_ format: ExportFormat) throws {
    let export = try ModelExport(format, of: try CompiledSample("model \"Nothing\""))
    #expect(!export.bytes.isEmpty)
    if [.otm, .threatDragon, .tmBOM, .cycloneDX, .jira, .gitHub, .gitLab].contains(format) {
      _ = try JSONSerialization.jsonObject(with: Data(export.bytes))
    }
  }

  /// What is written has the same names and meanings in both; the schema of 1.7 takes it.
  @Test("of CycloneDX 1.7 are those of 1.6 but for the version")
  func versions() throws {
    let compiled = try CompiledSample(example: "infusion-pump")
    let older = try ModelExport(.cycloneDX, of: compiled).text
    let newer = try ModelExport(.cycloneDX17, of: compiled).text
    #expect(newer.contains("\"specVersion\": \"1.7\""))
    #expect(newer.contains("bom-1.7.schema.json"))
    #expect(
      newer.replacing("\"1.7\"", with: "\"1.6\"").replacing("bom-1.7.", with: "bom-1.6.") == older)
  }

  /// Titles that each format could take for something else.
  private static let titles = [
    "</Value><script>alert(1)</script>", "]]>&lt;!--", "\\\"}],\\\"x\\\":[{", "=cmd|' /C calc'!A0",
    "@everyone #1 !2 [x](javascript:x) ![y](z)", "{code}*b*{code} [~admin] (!) :)",
    "/close /assign @root", "\\u{202e}nur\\u{0}\\u{7}\\u{2028}end", "-- \\u{1b}[31mred",
  ]

  @Test("of hostile titles stay what they are", arguments: ExportFormat.allCases, titles)
  func hostile(_ format: ExportFormat, _ title: String) throws {
    let text = """
      /// \(title.replacing("\\", with: ""))
      model "\(title)" { method: stride }
      asset a "\(title)" { class: phi }
      control c "\(title)" { mitigates: tampering; status: planned }
      requirement r "\(title)"
      external e "\(title)" { human: yes }
      boundary b "\(title)" { process p "\(title)" { technology: "Kit \(title)" }
        store s "\(title)" { holds: a } }
      flow f: e -> p "\(title)" { carries: a; crosses: b
        threat own "\(title)" { category: tampering; scenario: "\(title)" } }
      """
    let compiled = try CompiledSample(text)
    #expect(compiled.errors.isEmpty, "\(compiled.errors.map(\.message))")
    let export = try ModelExport(format, of: compiled)
    // Nothing that a terminal obeys or reorders by.
    let harmful: Set<Unicode.Scalar> = ["\u{1b}", "\u{7}", "\u{0}", "\u{202e}", "\u{2028}"]
    #expect(!export.text.unicodeScalars.contains(where: harmful.contains))
    switch format {
    case .tm7, .reqIF:
      let parser = XMLParser(data: Data(export.bytes))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(!export.text.contains("<script"))
    case .jiraCSV:
      for record in CSVRows.parse(export.text).dropFirst() {
        #expect(record.allSatisfy { !("=+-@".contains($0.first ?? " ")) })
      }
    default: _ = try JSONSerialization.jsonObject(with: Data(export.bytes))
    }
    guard RoundTripTests.formats.contains(format) else { return }
    let trip = try RoundTrip(compiled, through: format)
    #expect(trip.imported.errors.isEmpty)
    let unnamed = trip.differences.filter { !trip.isNamed($0) }
    #expect(unnamed.isEmpty, "\(unnamed)")
  }
}
