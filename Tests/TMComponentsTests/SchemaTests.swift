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
    let (status, output) = try Self.run([script, Self.schemas] + Self.files.map(Repository.path))
    #expect(status == 0, "\(output)")
  }

  private static var canRun: Bool {
    FileManager.default.fileExists(atPath: schemas + "/bom-1.6.schema.json")
      && (try? run(["-c", "import jsonschema, referencing"]))?.status == 0
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [ProcessInfo.processInfo.environment["TM_PYTHON"] ?? "python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
