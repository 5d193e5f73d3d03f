// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Writes findings as JUnit XML: a suite for each section of the handbook, a test for each rule.
///
/// A test has the name of a rule and not of a finding, so that it exists when it passes: GitLab and Jenkins then
/// tell which rule began to fail and which was repaired, and a clean model is no empty report, which
/// Jenkins takes for a failure. A rule that is off, or that waits for errors to be repaired, is skipped.
package enum JUnitDiagnostics {
  /// The report as UTF-8.
  package static func bytes(of report: LintReport) -> [UInt8] {
    var locator = SourceLocator(report.sources)
    let findings = Dictionary(grouping: report.diagnostics, by: \.rule)
    let known = Set(report.rules.map(\.name))
    var others: [RuleDescription] = []
    for diagnostic in report.diagnostics where !known.contains(diagnostic.rule) {
      if others.contains(where: { $0.name == diagnostic.rule }) { continue }
      others.append(
        RuleDescription(check: diagnostic.rule, diagnostic.severity, "A check of the program."))
    }
    let rules = report.rules + others
    var sections: [String] = []
    for rule in rules where !sections.contains(rule.section) { sections.append(rule.section) }
    let suites = sections.map { section in
      let tests = rules.filter { $0.section == section }.map { rule in
        Test(rule, findings[rule.name] ?? [], report, &locator)
      }
      return suite(section, tests)
    }
    let all = rules.map { Test.Outcome($0, findings[$0.name] ?? [], report) }
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tm lint\"\(counts(all))>\n"
    return Array((head + suites.joined() + "</testsuites>\n").utf8)
  }

  private static func suite(_ name: String, _ tests: [Test]) -> String {
    "  <testsuite name=\"\(XMLText.escaped(name))\"\(counts(tests.map(\.outcome)))>\n"
      + tests.map { $0.element(in: name) }.joined() + "  </testsuite>\n"
  }

  private static func counts(_ outcomes: [Test.Outcome]) -> String {
    let failures = outcomes.count { $0 == .failed }
    let skipped = outcomes.count { $0 == .skipped }
    return
      " tests=\"\(outcomes.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
  }
}

/// One rule as a test.
private struct Test {
  enum Outcome {
    case passed
    case failed
    case skipped

    init(_ rule: RuleDescription, _ findings: [Diagnostic], _ report: LintReport) {
      if findings.contains(where: { $0.severity >= report.failing }) {
        self = .failed
      } else if rule.state == .ran || !findings.isEmpty {
        self = .passed
      } else {
        self = .skipped
      }
    }
  }

  let outcome: Outcome
  private let rule: RuleDescription
  private let lines: [String]
  /// The file of the first finding.
  private let file: String?

  init(
    _ rule: RuleDescription, _ findings: [Diagnostic], _ report: LintReport,
    _ locator: inout SourceLocator
  ) {
    self.rule = rule
    outcome = Outcome(rule, findings, report)
    file = findings.first.map { report.path(of: $0.primary.range.file) }
    var lines: [String] = []
    for finding in findings {
      let region = LineRegion(finding.primary.range, &locator)
      let path = report.path(of: finding.primary.range.file)
      let place = "\(TerminalText.sanitised(path)):\(region.line):\(region.column)"
      lines.append(
        "\(place): \(finding.severity.rawValue): \(TerminalText.sanitised(finding.message))")
      lines += finding.help.map { "  help: " + TerminalText.sanitised($0) }
    }
    self.lines = lines
  }

  /// The `testcase`, with what was found as the text of the failure, or as output of a test that passes.
  func element(in section: String) -> String {
    var start = "    <testcase classname=\"\(XMLText.escaped(section))\""
    start += " name=\"\(XMLText.escaped(rule.name))\""
    if let file { start += " file=\"\(XMLText.escaped(file))\"" }
    let text = XMLText.escaped(lines.joined(separator: "\n"))
    switch outcome {
    case .passed where lines.isEmpty: return start + "/>\n"
    case .passed:
      return start + ">\n      <system-out>\(text)\n</system-out>\n    </testcase>\n"
    case .failed:
      let message = XMLText.escaped(rule.summary)
      return start + ">\n      <failure message=\"\(message)\" type=\"\(rule.severity.rawValue)\">"
        + "\(text)\n</failure>\n    </testcase>\n"
    case .skipped:
      return start + ">\n      <skipped message=\"\(reason)\"/>\n    </testcase>\n"
    }
  }

  private var reason: String {
    switch rule.state {
    case .ran: ""
    case .off: "a policy turns it off"
    case .waiting: "it runs when the errors of the compiler are repaired"
    }
  }
}
