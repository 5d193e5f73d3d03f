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

  /// A reader of Open Threat Model that is not ours: `open-threat-model` of PyPI.
  @Test(
    "of Open Threat Model are read by another project",
    .enabled(
      if: Python.has("otm_artifact_import"),
      "skipped: needs a Python with open-threat-model (TM_PYTHON names one)"),
    arguments: CompiledSample.examples)
  func readElsewhere(_ example: String) throws {
    let compiled = try CompiledSample(example: example)
    let folder = try TemporaryFolder()
    try folder.write(try ModelExport(.otm, of: compiled).text, to: "model.json")
    let script = """
      import sys
      from otm_artifact_import import otm_native
      model = otm_native.import_otm_text(open(sys.argv[1]).read())
      print(len(model.components), len(model.data_flows), len(model.trust_boundaries))
      """
    let (status, output) = try Python.run(["-c", script, "\(folder.path)/model.json"])
    #expect(status == 0, "\(output)")
    let outgoing = OutgoingModel(compiled.model, compiled.risks)
    let isLoose = outgoing.elements.contains { outgoing.boundary(around: $0) == nil }
    let zones = outgoing.all(.boundary).count + (isLoose ? 1 : 0)
    let flows = compiled.model.graph.flows.count
    #expect(output == "\(outgoing.elements.count) \(flows) \(zones)\n")
  }

  private static var canRun: Bool {
    FileManager.default.fileExists(atPath: schemas + "/otm_schema.json")
      && Python.has("jsonschema, referencing, reqif, xmlschema")
  }
}
