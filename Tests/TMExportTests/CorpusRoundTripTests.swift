// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMInterchange
import TMTestSupport
import Testing

@testable import TMExport

/// Real models of other tools, in and out again: a reader that is not ours finds in what comes out what it
/// found in the source, but for what the report of the import names.
@Suite("Models of other tools, exported again")
struct CorpusRoundTripTests {
  private static let folder = "../shared/corpus/interchange"
  private static let isThere =
    FileManager.default.fileExists(atPath: Repository.path(folder)) && Python.has("yaml")

  private static let files: [(name: String, format: ExportFormat)] = [
    ("threat-dragon/ct_scanner.json", .threatDragon),
    ("threat-dragon/demo-iot-device.json", .threatDragon),
    ("threat-dragon/demo-payment-online.json", .threatDragon),
    ("threat-dragon/demo-threat-model.json", .threatDragon),
    ("threat-dragon/juiceshop.json", .threatDragon),
    ("threat-dragon/recipes.json", .threatDragon), ("tm7/openconnect.tm7", .tm7),
    ("tm7/otmt-Complex_Threat_Model_with_security_gateway.tm7", .tm7),
    ("tm7/otmt-Simple_Threat_Model_https.tm7", .tm7), ("tm7/seasharpe.tm7", .tm7),
    ("tm7/tf-sample.tm7", .tm7), ("otm/example.yaml", .otm), ("otm/lucid_example.yaml", .otm),
    ("otm/manual_threat_model.yaml", .otm), ("otm/mobile-cloud.yaml", .otm),
  ]

  /// What the reader finds in a file.
  private struct Content: Decodable {
    let elements: [[String]]
    let flows: [[String]]
    let boundaries: [[String]]
    let threats: [[String]]

    init(of path: String) throws {
      let script = Repository.path("Tests/TMExportTests/read_back.py")
      let (status, output) = try Python.run([script, path])
      try #require(status == 0, "\(output)")
      self = try JSONDecoder().decode(Content.self, from: Data(output.utf8))
    }
  }

  /// What stands in the first and not in the second, each as often as it does.
  private static func missing(_ first: [[String]], in second: [[String]]) -> [[String]] {
    var left = second
    return first.filter { entry in
      guard let place = left.firstIndex(of: entry) else { return true }
      left.remove(at: place)
      return false
    }
  }

  @Test(
    "have the same elements, flows, boundaries, threats and states",
    .enabled(
      if: isThere,
      "skipped: needs ../shared/corpus/interchange, and a Python with yaml (TM_PYTHON names one)"),
    arguments: files.map(\.name))
  func same(_ name: String) throws {
    let format = try #require(Self.files.first { $0.name == name }).format
    let path = Repository.path("\(Self.folder)/\(name)")
    let before = try Content(of: path)
    let read = try ModelImport(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), fileName: "model")
    let compiled = try CompiledSample(
      String(decoding: read.text(source: "model"), as: UTF8.self))
    let export = try ModelExport(format, of: compiled)
    let folder = try TemporaryFolder()
    try folder.write(export.text, to: "out")
    let after = try Content(of: "\(folder.path)/out")
    let lost = { (what: String) in read.model.losses.all.count { $0.what == what } }

    // What the source has no title for is called after its stencil.
    let nameless = before.elements.count { $0[1].isEmpty }
    let elements = Self.missing(
      before.elements.map { Array($0.prefix(2)) }, in: after.elements.map { Array($0.prefix(2)) })
    #expect(elements.count <= nameless, "\(elements)")
    #expect(before.elements.count == after.elements.count)
    // A boundary drawn as a line may have become a box around what was in none, or in another.
    let lines = read.model.losses.all.contains { $0.what.contains("line") }
    let moved = Self.missing(before.elements.filter { !$0[2].isEmpty }, in: after.elements)
    #expect(lines || moved.count <= lost("element across a border") + nameless, "\(moved)")
    let flows = Self.missing(before.flows, in: after.flows)
    #expect(flows.isEmpty, "\(flows)")
    // A loose end that was drawn at an element is a flow now.
    let new = after.flows.count - before.flows.count
    #expect(new <= lost("loose end") + lost("flow in both directions"))
    let outside = export.losses.all.contains { $0.what == "element outside of boundaries" } ? 1 : 0
    let boundaries = Self.missing(before.boundaries, in: after.boundaries)
    #expect(boundaries.isEmpty, "\(boundaries)")
    let more = after.boundaries.count - before.boundaries.count
    #expect(lines || more <= (format == .otm ? outside : 0))
    let threats = Self.missing(before.threats, in: after.threats)
    let named =
      lost("threat") + lost("mitigated without a measure") + lost("decided without a reason")
      + lost("threat category")
      + lost("state of a threat") + lost("state of a mitigation")
      + lost("threat of something that is not in the model")
    #expect(threats.count <= named, "\(threats.count) > \(named): \(threats.prefix(4))")
  }
}
