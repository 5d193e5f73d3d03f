// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// The CycloneDX files that tests and examples use are CycloneDX.
@Suite("CycloneDX files") struct SchemaTests {
  private static let schemas = Repository.path("../shared/schemas")
  private static let files = [
    "Tests/TMComponentsTests/Fixtures/bill-1.6.cdx.json",
    "Tests/TMComponentsTests/Fixtures/vex.cdx.json", "examples/infusion-pump/sbom.cdx.json",
  ]

  @Test(
    "follow their schema",
    .enabled(
      if: canRun,
      "skipped: needs ../shared/schemas, and a Python with jsonschema (TM_PYTHON names one)"))
  func valid() throws {
    let script = Repository.path("Tests/TMComponentsTests/validate.py")
    let (status, output) = try Python.run([script, Self.schemas] + Self.files.map(Repository.path))
    #expect(status == 0, "\(output)")
  }

  private static var canRun: Bool {
    FileManager.default.fileExists(atPath: schemas + "/bom-1.6.schema.json")
      && Python.has("jsonschema, referencing")
  }
}
