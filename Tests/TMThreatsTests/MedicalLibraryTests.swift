// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("The library `medical`")
struct MedicalLibraryTests {
  private static let file = LiterateFile(path: "Tests/TMThreatsTests/Cases/medical.md")

  @Test("says of the cases what stands behind them")
  func cases() throws {
    try Self.file.run { literateCase in
      let sample = try Self.compile(literateCase)
      #expect(sample.compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
      return Self.answer(sample)
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  @Test("has a case for each template, with something of the same kind that it says nothing of")
  func covered() throws {
    let templates = try Self.templates()
    var covered: Set<String> = []
    for literateCase in try Self.file.cases() {
      let sample = try Self.compile(literateCase)
      let threats = Self.medical(sample)
      for template in templates {
        let hits = Set(threats.filter { $0.template?.name == template.name }.map(\.about))
        let others = sample.model.allEntities.filter { id in
          template.appliesTo.contains(sample.model[id].keyword) && !hits.contains(id)
        }
        if !hits.isEmpty, !others.isEmpty { covered.insert(template.name) }
      }
    }
    let missing = templates.map(\.name).filter { !covered.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("has a case in which each template that a property can answer is answered")
  func answered() throws {
    var answered: Set<String> = []
    for literateCase in try Self.file.cases() {
      for threat in Self.medical(try Self.compile(literateCase)) where threat.status == .mitigated {
        answered.insert(threat.template?.name ?? "")
      }
    }
    let answerable = try Self.templates().filter { !$0.answers.isEmpty }.map(\.name)
    let missing = answerable.filter { !answered.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
    #expect(answered.count == answerable.count, "answered by what?")
  }

  @Test("says of each template what it leads to, what to do, and which weakness it is")
  func complete() throws {
    let templates = try Self.templates()
    #expect(templates.count > 60)
    for template in templates {
      #expect(template.consequence?.hasSuffix(".") == true, "\(template.name)")
      #expect(template.advice?.hasSuffix(".") == true, "\(template.name)")
      #expect(!template.cwe.isEmpty && !template.capec.isEmpty, "\(template.name)")
      #expect(template.when != nil, "\(template.name)")
      let isOfInterface = template.appliesTo.contains(.interface)
      if isOfInterface, template.name != "bridged-interlock", template.name != "disabled-stop" {
        #expect(!template.answers.isEmpty, "\(template.name): `disabled` answers it")
      }
    }
    #expect(Set(templates.map(\.name)).count == templates.count)
  }

  @Test(
    "changes no id, no category and no count of what STRIDE asks",
    arguments: CompiledSample.examples)
  func stable(_ name: String) throws {
    let plain = try CompiledSample(example: name)
    let sample = try CompiledSample(
      files: [("all.tm", "import medical\nimport \"examples/\(name)/\(name).tm\"")]
        + CompiledSample.files(ofExample: name))
    #expect(sample.compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
    let categories = Dictionary(
      uniqueKeysWithValues: sample.register.threats.map { ($0.id, $0.category) })
    for threat in plain.register.threats {
      #expect(categories[threat.id] == threat.category, "\(threat.id)")
    }
    #expect(sample.register.staleTriage.count == plain.register.staleTriage.count)
    // Beside what it replaces it asks little: a list that grows by a third is not read.
    let added = sample.register.threats.count - plain.register.threats.count
    #expect(added * 8 < plain.register.threats.count, "\(added)")
    var titles: Set<String> = []
    let writer = SentenceWriter(sample.model)
    for threat in sample.register.threats { titles.insert(writer.title(threat)) }
    #expect(titles.count == sample.register.threats.count)
  }

  // MARK: - Cases

  private static func compile(_ literateCase: LiterateCase) throws -> CompiledSample {
    let main = "model \"Case\"\nimport medical\nimport \"model.tm\""
    return try CompiledSample(files: [("main.tm", main)] + literateCase.files)
  }

  private static func templates() throws -> [ThreatTemplate] {
    let sample = try CompiledSample("model \"Empty\"\nimport medical")
    #expect(sample.compilation.diagnostics.isEmpty && sample.register.library.diagnostics.isEmpty)
    return sample.register.library.templates.filter { isMedical($0, sample.model) }
  }

  private static func isMedical(_ template: ThreatTemplate, _ model: Model) -> Bool {
    model.sources[model[template.entity].file].path == "<medical>"
  }

  private static func medical(_ sample: CompiledSample) -> [Threat] {
    sample.register.threats.filter { threat in
      threat.template.map { isMedical($0, sample.model) } ?? false
    }
  }

  private static func answer(_ sample: CompiledSample) -> String {
    let writer = SentenceWriter(sample.model)
    return medical(sample).map { threat in
      let template = threat.template?.name ?? ""
      let origin = threat.name == template ? "" : " (\(template))"
      let status = threat.status == .open ? "" : ", \(threat.status.rawValue)"
      return "\(threat.id)\(origin)\(status)\n  \(writer.title(threat))\n"
    }.joined()
  }
}
