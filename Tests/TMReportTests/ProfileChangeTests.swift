// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMTestSupport
import Testing

/// What is taken out of the infusion pump changes the verdicts that rest on it, and no others.
@Suite("Changes of a model and the verdicts of profiles")
struct ProfileChangeTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let profile: String
    /// The verdicts that are different afterwards, by element.
    let verdicts: [String: EvaluatedElement.Verdict]
    /// Edits the text of one file.
    let edit: @Sendable (String) -> String

    init(
      _ description: String, _ profile: String, _ verdicts: [String: EvaluatedElement.Verdict],
      edit: @escaping @Sendable (String) -> String
    ) {
      testDescription = description
      self.profile = profile
      self.verdicts = verdicts
      self.edit = edit
    }
  }

  static let changes: [Change] = views + documents + tests + risks

  private static let views = [
    Change("no multi-patient view", "fda", ["view-multi-patient-harm": .missing]) {
      $0.replacing("  kind: multi-patient-harm\n", with: "")
    },
    Change("a multi-patient view that is omitted", "fda", ["view-multi-patient-harm": .explained]) {
      $0.replacing(
        "  kind: multi-patient-harm\n",
        with: "  kind: multi-patient-harm\n  omitted: \"One pump at a time\"\n")
    },
    Change("no use-case view", "fda", ["view-use-case": .missing]) {
      $0.replacing("  kind: use-case\n", with: "")
    },
    Change("a global view without text", "fda", ["view-global": .partly]) {
      $0.replacing(/(?:\/\/\/ .*\n)+view zones/, with: "view zones")
    },
    Change("no updateability view", "fda", ["view-updateability": .missing]) {
      $0.replacing("  kind: updateability\n", with: "")
    },
  ]

  private static let documents = [
    Change("no bill of materials", "fda", ["sbom": .partly]) {
      $0.replacing("  covers: sbom\n", with: "")
    },
    Change("a bill of materials that is planned", "fda", ["sbom": .partly]) {
      $0.replacing("  covers: sbom\n", with: "  covers: sbom\n  status: planned\n")
    },
    Change("a draft", "fda", [:]) {
      $0.replacing("  covers: sbom\n", with: "  covers: sbom\n  status: draft\n")
    },
    Change("a labeling that lies nowhere", "fda", ["labeling": .document]) {
      // The disclosure statement is labeling too.
      $0.replacing("  link: \"SG-21\"\n", with: "")
    },
    Change("an anomaly assessment that lies nowhere", "fda", ["anomaly-assessment": .missing]) {
      $0.replacing("  link: \"UA-21\"\n", with: "")
    },
    Change("no plan", "fda", ["management-plan": .missing]) {
      $0.replacing("covers: management-plan, metrics", with: "covers: metrics")
    },
    Change("no plan for the MDR", "mdr", ["surveillance": .missing]) {
      $0.replacing("covers: management-plan, metrics", with: "covers: metrics")
    },
  ]

  private static let tests = [
    Change("no test for vulnerabilities", "fda", ["vulnerability-testing": .missing]) {
      $0.replacing(
        /method: (?:fuzz-test|vulnerability-test|static-analysis|composition-analysis)/,
        with: "method: test")
    },
    Change("no threat-mitigation test", "fda", ["threat-mitigation-testing": .missing]) {
      $0.replacing("method: threat-mitigation-test", with: "method: test")
    },
    Change("no penetration test report", "fda", ["penetration-testing": .partly]) {
      $0.replacing("  covers: penetration-test-report\n", with: "")
    },
    Change(
      "a requirement that nothing verifies", "fda",
      ["requirements-testing": .partly, "traceability": .partly]
    ) {
      $0.replacing(" { verified-by: TC-233 }", with: "")
    },
    Change(
      "a verification that failed", "iec-81001-5-1", ["control": .partly]
    ) {
      $0.replacing(
        /(verification TC-233 [^}]*)status: passed/, with: { "\($0.output.1)status: failed" })
    },
  ]

  private static let risks = [
    Change("no rationale of the method", "fda", ["threat-model": .partly]) {
      $0.replacing(/because: """(?s:.*?)"""/, with: "")
    },
    Change("no control for updates", "fda", ["control-updatability-and-patchability": .missing]) {
      $0.replacing("category: updatability-and-patchability", with: "category: authorization")
    },
    Change(
      "a control without category", "fda", ["security-architecture": .partly]
    ) {
      $0.replacing(
        /(control watchdog [^}]*?) +category: [a-z-]+\n/, with: { "\($0.output.1)" })
    },
    Change("no access of boundaries", "iec-81001-5-1", ["context-environment": .partly]) {
      $0.replacing(/(?m)^( *(?:boundary|zone|kind)[^\n]*\n) *access: [a-z]+\n/) { "\($0.output.1)" }
    },
    Change("no attack scenario", "iec-81001-5-1", ["model-vectors": .missing]) {
      $0.replacing(/(?m)^ *(?:scenario|actor): ".*\n/, with: "")
    },
    Change("an operator that nobody names", "mdr", ["joint-responsibility": .document]) {
      $0.replacing("  owner: \"Manufacturer\"\n", with: "")
    },
  ]

  @Test("the verdicts that change", arguments: changes)
  func change(_ change: Change) throws {
    let files = try CompiledSample.files(ofExample: "infusion-pump")
    let edited = files.map { ($0.path, change.edit($0.text)) }
    #expect(edited.map(\.1) != files.map(\.text), "the edit finds its place")
    let before = try #require(try Self.unchanged.get()[change.profile])
    let after = try Self.verdicts(edited, [change.profile])[change.profile] ?? [:]
    let changed = after.filter { before[$0.key] != $0.value }
    let expected = change.verdicts.filter { before[$0.key] != $0.value }
    #expect(changed == expected)
    for (element, verdict) in change.verdicts { #expect(after[element] == verdict) }
  }

  private typealias Verdicts = [String: EvaluatedElement.Verdict]

  /// The verdicts of the pump as it stands, by profile.
  private static let unchanged = Result {
    try verdicts(
      CompiledSample.files(ofExample: "infusion-pump"), Profile.all.map(\.id))
  }

  private static func verdicts(
    _ files: [(path: String, text: String)], _ profiles: [String]
  ) throws -> [String: Verdicts] {
    let sample = try CompiledSample(files: files)
    try #require(sample.compilation.diagnostics.allSatisfy { $0.severity != .error })
    let source = sample.reportSource
    var found: [String: Verdicts] = [:]
    for profile in try profiles.map({ try #require(Profile.named($0)) }) {
      found[profile.id] = Dictionary(
        uniqueKeysWithValues: EvaluatedProfile(profile, source).elements.map {
          ($0.id, $0.verdict)
        })
    }
    return found
  }
}
