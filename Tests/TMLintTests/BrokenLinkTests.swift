// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

/// Whichever link of a complete trace is taken out, the gap is reported where the link is missing.
@Suite struct BrokenLinkTests {
  /// Gaps as `kind at`, and the rules of the linter as `rule at`, both at the declaration or threat.
  private struct Report {
    var gaps: Set<String>
    var findings: Set<String>
  }

  @Test(arguments: TracedModel.all)
  func aCompleteModelHasNothingToReport(_ traced: TracedModel) throws {
    let run = try LintRun(traced.files(), libraries: .builtIn)
    #expect(run.text == "no findings\n")
    #expect(report(try CompiledSample(files: traced.files()), run).gaps.isEmpty)
  }

  @Test(arguments: TracedModel.all)
  func everyMissingLinkIsReportedAtTheRightDeclaration(_ traced: TracedModel) throws {
    let before = try CompiledSample(files: traced.files())
    let cuts = LinkCut.all(in: before.model)
    #expect(cuts.count > 10)
    var redundant: [String] = []
    for cut in cuts {
      let files = cut.files(before.model)
      let after = try CompiledSample(files: files)
      try #require(
        after.compilation.diagnostics.allSatisfy { $0.severity != .error }, "without \(cut.name)")
      let run = try LintRun(files, libraries: .builtIn)
      let expected = expectation(cut, before, after)
      let found = report(after, run)
      #expect(found.gaps == expected.gaps, "without \(cut.name)")
      for finding in expected.findings {
        #expect(found.findings.contains(finding), "without \(cut.name)")
      }
      if expected.gaps.isEmpty { redundant.append(cut.name) }
    }
    // A link beside which another one does the same leaves no gap.
    #expect(redundant.isEmpty || CompiledSample.examples.contains(traced.name), "\(redundant)")
  }

  // MARK: - What is expected, counted link by link

  private func expectation(
    _ cut: LinkCut, _ before: CompiledSample, _ after: CompiledSample
  ) -> Report {
    var report = Report(gaps: [], findings: [])
    let model = after.model
    let links = Links(model)
    for id in model.all(.control) {
      let path = model.path(id)
      if links.satisfied[path, default: []].isEmpty {
        report.gaps.insert("control-without-requirement \(path)")
        if !model.all(.requirement).isEmpty {
          report.findings.insert("control-without-requirement \(path)")
        }
      }
      if !after.register.threats.contains(where: { $0.controls.contains(id) }) {
        report.gaps.insert("idle-control \(path)")
        let rule = links.isPlaced.contains(path) ? "idle-control" : "unused-control"
        report.findings.insert("\(rule) \(path)")
      }
    }
    for id in model.all(.requirement) {
      let path = model.path(id)
      if !links.satisfied.values.contains(where: { $0.contains(path) }) {
        report.gaps.insert("unused-requirement \(path)")
        report.findings.insert("unused-requirement \(path)")
      }
      if links.evidence[path, default: 0] == 0 {
        report.gaps.insert("requirement-without-verification \(path)")
        let rule =
          model.word(id, .status) == "verified"
          ? "verified-without-evidence" : "requirement-without-verification"
        report.findings.insert("\(rule) \(path)")
      }
    }
    for id in model.all(.verification) where !links.verifying.contains(model.path(id)) {
      report.gaps.insert("unused-verification \(model.path(id))")
      report.findings.insert("unused-verification \(model.path(id))")
    }
    report.gaps.formUnion(reopened(before, after))
    return report
  }

  /// The threats that lost what answered them.
  private func reopened(_ before: CompiledSample, _ after: CompiledSample) -> [String] {
    after.risks.threats.compactMap { assessed in
      let threat = assessed.threat
      guard let old = before.threat(threat.id) else { return nil }
      if case .refused = threat.reason { return "mitigated-without-control \(threat.id)" }
      if threat.status == .open, old.status == .mitigated {
        if assessed.isAcceptable == true, assessed.treatment == nil { return nil }
        return assessed.treatment == nil
          ? "untreated-threat \(threat.id)" : "mitigated-without-control \(threat.id)"
      }
      let inPlace = { (threat: Threat, model: Model) in
        threat.controls.contains { model.isInPlace(control: $0) }
      }
      let isClaimed = threat.status == .mitigated && threat.triage != nil
      guard isClaimed, inPlace(old, before.model), !inPlace(threat, after.model) else { return nil }
      switch threat.reason {
      case .triage, .decision: return "mitigated-without-control \(threat.id)"
      case .unanswered, .refused, .unapproved, .expired, .control, .property: return nil
      }
    }
  }

  /// The links of a model, read from its properties alone.
  private struct Links {
    var satisfied: [String: [String]] = [:]
    var evidence: [String: Int] = [:]
    var verifying: Set<String> = []
    var isPlaced: Set<String> = []

    init(_ model: Model) {
      for id in model.allEntities {
        let path = model.path(id)
        satisfied[path] = model.references(id, .satisfies).map(model.path)
        evidence[path] = model.values(id, .verifiedBy).count
        verifying.formUnion(model.references(id, .verifiedBy).map(model.path))
        if !model.references(id, .protects).isEmpty { isPlaced.insert(path) }
        for property in [Property.controls, .authenticated, .encrypted] {
          isPlaced.formUnion(model.references(id, property).map(model.path))
        }
      }
    }
  }

  // MARK: - What is found

  private func report(_ sample: CompiledSample, _ run: LintRun) -> Report {
    let trace = Trace(sample.model, sample.risks)
    let gaps = trace.gaps.map { gap in
      switch gap.place {
      case .threat(let index): "\(gap.kind.rawValue) \(trace.threats[index].threat.id)"
      case .declaration(let id): "\(gap.kind.rawValue) \(sample.model.path(id))"
      }
    }
    let findings = run.diagnostics.map { "\($0.rule) \(declaration(at: $0.primary.range, run))" }
    return Report(gaps: Set(gaps), findings: Set(findings))
  }

  /// The innermost declaration around a place.
  private func declaration(at range: SourceRange, _ run: LintRun) -> String {
    let around = run.model.allEntities.filter { id in
      let own = run.model.syntax(id).range
      return own.file == range.file && own.start <= range.start && range.end <= own.end
    }
    let innermost = around.max {
      run.model.syntax($0).range.start < run.model.syntax($1).range.start
    }
    return innermost.map(run.model.path) ?? ""
  }
}
