// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

@testable import TMExport

/// Exported files are what their formats say: held against the schemas, and ReqIF read by a reader not ours.
@Suite("Exported files and their schemas")
struct ExportSchemaTests {
  private static let schemas = Repository.path("../shared/schemas")
  private static let formats: [ExportFormat] = [
    .otm, .threatDragon, .tmBOM, .cycloneDX, .reqIF,
  ]

  @Test(
    "agree",
    .enabled(
      if: canRun,
      "skipped: needs ../shared/schemas, and a Python with jsonschema, xmlschema and reqif (TM_PYTHON names one)"
    ), arguments: CompiledSample.examples)
  func valid(_ example: String) throws {
    let compiled = try CompiledSample(example: example)
    try validate(compiled)
  }

  @Test(
    "agree for a model that declares nothing, and for one with every kind of name",
    .enabled(if: canRun, "skipped: see above"))
  func edges() throws {
    try validate(try CompiledSample("model \"Nothing\""))
    try validate(
      try CompiledSample(
        """
        model "Names" { method: stride, linddun, cia; version: "2.1-beta"; date: 2026-01-31 }
        asset Data_Set "Data" { class: phi, other }
        external Guest_1 "Guest"
        process outer "Outer" { process inner "Inner" { component lib "Library" { version: "1.0" } } }
        store Disk "Disk" { holds: Data_Set; encrypted: no }
        flow Guest_1 <-> inner
        flow inner -> Disk { carries: Data_Set }
        """))
  }

  private func validate(_ compiled: CompiledSample) throws {
    #expect(compiled.errors.isEmpty, "\(compiled.errors.map(\.message))")
    let folder = try TemporaryFolder()
    var arguments: [String] = []
    for format in Self.formats {
      try folder.write(try ModelExport(format, of: compiled).text, to: format.rawValue)
      arguments.append("\(format.rawValue)=\(folder.path)/\(format.rawValue)")
    }
    let script = Repository.path("Tests/TMExportTests/validate.py")
    let (status, output) = try Python.run([script, Self.schemas] + arguments)
    #expect(status == 0, "\(output)")
    #expect(output.contains("reqif: "))
  }

  private static var canRun: Bool {
    FileManager.default.fileExists(atPath: schemas + "/otm_schema.json")
      && Python.has("jsonschema, referencing, reqif, xmlschema")
  }
}
