// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMFindings
import TMSource
import TMTestSupport
import TMThreats
import Testing

@Suite("SARIF")
struct SARIFTests {
  private static let schema = Repository.path("../shared/schemas/sarif-schema-2.1.0.json")
  private static let canValidate =
    FileManager.default.fileExists(atPath: schema) && Python.has("jsonschema")

  @Test(
    "of each rule and of the examples follows the schema",
    .enabled(
      if: canValidate,
      "skipped: needs ../shared/schemas, and a Python with jsonschema (TM_PYTHON names one)"))
  func followsSchema() throws {
    var logs: [(name: String, bytes: [UInt8])] = []
    for example in try RuleExample.all() {
      logs.append(
        (example.description, SARIFDiagnostics.bytes(of: try example.run().shortReport())))
    }
    for example in DamagedExample.all {
      let run = try LintRun(try example.files(), libraries: .builtIn)
      #expect(run.diagnostics.count > 30)
      logs.append(("damaged \(example)", SARIFDiagnostics.bytes(of: run.report())))
      let whole = try LintRun(
        try CompiledSample.files(ofExample: example.name), libraries: .builtIn)
      logs.append((example.name, SARIFDiagnostics.bytes(of: whole.report())))
    }
    logs.append(("errors", SARIFDiagnostics.bytes(of: try LintRun("a {").report())))
    let clean = try LintRun("model \"A\"")
    logs.append(("clean", SARIFDiagnostics.bytes(of: clean.report())))
    #expect(logs.count > 70)
    let fields = logs.map { Array("\"\($0.name)\":".utf8) + $0.bytes }
    let all = [UInt8(ascii: "{")] + fields.joined(separator: [UInt8(ascii: ",")]) + Array("}".utf8)
    let script = Repository.path("Tests/TMReportTests/validate_sarif.py")
    let (status, output) = try Python.run([script, Self.schema], input: all)
    #expect(status == 0, "\(output.prefix(2000))")
  }

  // MARK: - What stands in it

  private static let model = """
    model "A" { method: stride; scoring: cvss-3.1 }
    policy { accept: score < 4.0 }
    external nurse "Nurse"
    boundary pump "Pump" {
      process controller "C" { interface touch "T" { kind: touchscreen } }
    }
    flow set: nurse -> controller.touch "Sets" {
      threat tampering { score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N" }
    }
    flow back: controller -> nurse "Shows"
    """

  private func log() throws -> Log {
    let run = try LintRun([("a b.tm", Self.model)], libraries: .builtIn)
    return try JSONDecoder().decode(Log.self, from: Data(SARIFDiagnostics.bytes(of: run.report())))
  }

  @Test("has the rules in one order, and each result the index of its own")
  func rules() throws {
    let run = try #require(try log().runs.first)
    let ids = run.tool.driver.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(run.results.allSatisfy { ids[$0.ruleIndex] == $0.ruleId })
    #expect(ids.first == "missing-crossing" && ids.contains("unused-excuse"))
  }

  @Test("gives a rule for each severity of rated risks, and no score to risks that nobody rated")
  func securitySeverity() throws {
    let run = try #require(try log().runs.first)
    let threats = run.results.filter { $0.ruleId.hasPrefix("untreated-threat") }
    let rated = threats.filter { $0.message.text.contains("`set.tampering`") }
    #expect(rated.map(\.ruleId) == ["untreated-threat/critical"])
    #expect(rated.map { $0.properties?.score } == [9.1])
    #expect(threats.filter { $0.ruleId == "untreated-threat" }.count == threats.count - 1)
    let severities = run.tool.driver.rules.filter { $0.properties.securitySeverity != nil }
    #expect(severities.map(\.id) == ["untreated-threat/critical"])
    #expect(severities.map(\.properties.securitySeverity) == ["9.5"])
    #expect(run.tool.driver.rules.allSatisfy { $0.properties.tags.contains("security") })
  }

  @Test("follows the data along a flow, links its places and brings the fix")
  func places() throws {
    let run = try #require(try log().runs.first)
    let crossing = try #require(
      run.results.first { $0.ruleId == "missing-crossing" && $0.message.text.contains("`set`") })
    #expect(
      crossing.message.text == """
        flow `set` crosses `pump` without declaring it.
        [`controller` lies inside this boundary, `nurse` outside](1)
        help: add `crosses: pump`, or run `tm lint --fix`
        """)
    let place = try #require(crossing.locations.first?.physicalLocation)
    #expect(place.artifactLocation.uri == "a%20b.tm")
    #expect(place.artifactLocation.uriBaseId == "%SRCROOT%")
    #expect(place.region == .init(startLine: 7, startColumn: 1, endLine: 7, endColumn: 9))
    #expect(crossing.relatedLocations?.map(\.id) == [1])
    let steps = try #require(crossing.codeFlows?.first?.threadFlows.first?.locations)
    #expect(
      steps.map(\.location.message.text) == [
        "starts at external `nurse`", "enters boundary `pump`",
        "comes in through interface `touch`", "reaches process `controller`",
      ])
    let fix = try #require(crossing.fixes?.first)
    #expect(fix.description.text == "add `crosses: pump`")
    let inserted = fix.artifactChanges.flatMap(\.replacements).map(\.insertedContent.text)
    #expect(inserted == ["\n  crosses: pump"])
    #expect(
      crossing.partialFingerprints.keys.sorted() == ["drawbridge/v1", "primaryLocationLineHash"])
  }

  @Test("leaves and enters boundaries in the order of the data")
  func way() throws {
    let run = try LintRun(
      """
      model "A"
      boundary one "1" { boundary two "2" { process a "A" } }
      boundary three "3" { process b "B" { interface in "I" { kind: api } } }
      boundary four "4" { process c "C" { interface hub "H" { kind: api } } }
      flow f: a -> b.in "F" { via: hub }
      """)
    let bytes = SARIFDiagnostics.bytes(of: run.report())
    let log = try JSONDecoder().decode(Log.self, from: Data(bytes))
    let result = try #require(log.runs.first?.results.first { $0.ruleId == "missing-crossing" })
    let steps = result.codeFlows?.first?.threadFlows.first?.locations.map(\.location.message.text)
    #expect(
      steps == [
        "starts at process `a`", "leaves boundary `two`", "leaves boundary `one`",
        "goes through interface `hub`", "enters boundary `three`",
        "comes in through interface `in`",
        "reaches process `b`",
      ])
  }

  @Test(
    "gives the middle of the band of a risk, which GitHub sorts by",
    arguments: [
      ("2.0", "low", "2.0"), ("5.0", "medium", "5.5"), ("7.0", "high", "8.0"),
      ("9.0", "critical", "9.5"),
    ])
  func severities(_ score: String, _ severity: String, _ number: String) throws {
    let run = try LintRun(
      """
      model "A" { scoring: cvss-3.1 }
      policy { accept: score < 1.0 }
      process a "A"
      process b "B"
      flow f: a <-> b "Talks" { threat own "Own" { category: tampering; score: \(score) } }
      """)
    let log = try JSONDecoder().decode(
      Log.self, from: Data(SARIFDiagnostics.bytes(of: run.report())))
    let rules = try #require(log.runs.first).tool.driver.rules
    let rule = try #require(rules.first { $0.id == "untreated-threat/\(severity)" })
    #expect(rule.properties.securitySeverity == number)
  }
}
