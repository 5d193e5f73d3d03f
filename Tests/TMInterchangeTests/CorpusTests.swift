// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMInterchange
import TMSource
import TMTestSupport
import TMThreats
import Testing

/// Real models of other tools, where they are at hand: what is in them is in the model, or in the report of losses.
@Suite("Models of other tools")
struct CorpusTests {
  private static let folder = "../shared/corpus/interchange"

  /// A file, and how much of each kind stands in it, counted without this program.
  struct Source: Sendable, CustomStringConvertible {
    let description: String
    let elements: Int
    let flows: Int
    let boundaries: Int
    let threats: Int
  }

  private static let sources = [
    Source(
      description: "threat-dragon/ct_scanner.json", elements: 12, flows: 21, boundaries: 4,
      threats: 37),
    Source(
      description: "threat-dragon/demo-iot-device.json", elements: 11, flows: 14, boundaries: 1,
      threats: 4),
    Source(
      description: "threat-dragon/demo-payment-online.json", elements: 5, flows: 10, boundaries: 3,
      threats: 0),
    Source(
      description: "threat-dragon/demo-threat-model.json", elements: 7, flows: 10, boundaries: 4,
      threats: 14),
    Source(
      description: "threat-dragon/enter1.json", elements: 0, flows: 0, boundaries: 0, threats: 0),
    Source(
      description: "threat-dragon/juiceshop.json", elements: 11, flows: 15, boundaries: 5,
      threats: 0),
    Source(
      description: "threat-dragon/recipes.json", elements: 5, flows: 4, boundaries: 2, threats: 17),
    Source(description: "tm7/openconnect.tm7", elements: 10, flows: 19, boundaries: 3, threats: 96),
    Source(
      description: "tm7/otmt-Complex_Threat_Model_with_security_gateway.tm7", elements: 8,
      flows: 10,
      boundaries: 8, threats: 43),
    Source(
      description: "tm7/otmt-Simple_Threat_Model_https.tm7", elements: 3, flows: 4, boundaries: 1,
      threats: 10),
    Source(description: "tm7/seasharpe.tm7", elements: 4, flows: 8, boundaries: 1, threats: 45),
    Source(description: "tm7/tf-sample.tm7", elements: 6, flows: 3, boundaries: 2, threats: 4),
    Source(description: "otm/example.yaml", elements: 4, flows: 2, boundaries: 2, threats: 2),
    Source(
      description: "otm/lucid_example.yaml", elements: 10, flows: 8, boundaries: 3, threats: 0),
    Source(
      description: "otm/manual_threat_model.yaml", elements: 3, flows: 2, boundaries: 3, threats: 0),
    Source(description: "otm/mobile-cloud.yaml", elements: 4, flows: 6, boundaries: 2, threats: 43),
    Source(description: "threagile/argo.yaml", elements: 19, flows: 50, boundaries: 5, threats: 0),
    Source(description: "threagile/demo.yaml", elements: 14, flows: 28, boundaries: 5, threats: 2),
    Source(description: "pytm/pytm-output.json", elements: 5, flows: 6, boundaries: 2, threats: 0),
  ]

  private static let isThere = FileManager.default.fileExists(atPath: Repository.path(folder))

  @Test(
    "are read whole, and what comes out has no errors",
    .enabled(if: isThere, "skipped: needs ../shared/corpus/interchange"), arguments: sources)
  func counts(_ source: Source) throws {
    let path = Repository.path("\(Self.folder)/\(source)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let read = try ModelImport(bytes, fileName: "model")
    let model = read.model
    let lost = { (what: String, fate: ImportLoss.Fate) in
      model.losses.all.count { $0.what == what && $0.fate == fate }
    }
    let elements = model.all(.process) + model.all(.store) + model.all(.external)
    #expect(elements.count == source.elements)
    #expect(
      model.all(.flow).count + lost("flow with a loose end", .dropped)
        + lost("link to nothing", .dropped)
        == source.flows)
    #expect(
      model.all(.boundary).count + lost("trust boundary drawn as a line", .dropped)
        == source.boundaries)
    // The triage of a threat of ours is counted by what was joined to it.
    let own = model.all(.threat).count { $0.has(.category) }
    let gone =
      lost("threat of something that is not in the model", .dropped)
      + lost("threat of a flow that is gone", .dropped)
    #expect(own + lost("threat", .joined) + gone == source.threats)

    let text = read.text(source: "model")
    #expect(text == (try ModelImport(bytes, fileName: "model")).text(source: "model"))
    let run = try LintRun(
      bytes: [("model.tm", text)], libraries: .builtIn)
    let errors = run.diagnostics.filter { finding in
      finding.severity == .error && Self.isFault(finding.rule)
    }
    #expect(errors.isEmpty, "\(errors.map { "\(run.line(of: $0)): \($0.message)" })")
  }

  /// Whether an error says that the file is wrong, and not that the system is unsafe.
  private static func isFault(_ rule: String) -> Bool {
    ![
      "sensitive-in-clear", "unencrypted-secret", "unsigned-update", "weak-mechanism",
      "untreated-threat", "unacceptable-risk", "wireless-emergency-stop",
    ].contains(rule)
  }
}
