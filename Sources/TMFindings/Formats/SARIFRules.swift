// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// The rules of a SARIF report: every rule and check in the order of the handbook, so that one stays what it
/// is from run to run.
///
/// GitHub takes the severity of a security alert from the rule, not from the result. A rule whose
/// findings leave a rated risk standing therefore has one more rule for each severity that occurs,
/// `untreated-threat/high`, with a score from the middle of that band as `security-severity`. The score
/// of the risk itself is in the properties of the result. A finding whose risk nobody rated stays under the
/// plain rule, and has no score: none is invented.
struct SARIFRules {
  /// A rule, or the part of it for risks of one severity.
  private struct Entry {
    let rule: RuleDescription
    let risk: RatedRisk.Severity?

    var id: String { risk.map { "\(rule.name)/\($0.rawValue)" } ?? rule.name }
  }

  private let entries: [Entry]
  private let indexes: [String: Int]
  private let help: (RuleDescription) -> String

  init(_ report: LintReport) {
    var risks: [String: Set<RatedRisk.Severity>] = [:]
    for diagnostic in report.diagnostics {
      if let severity = diagnostic.risk?.severity {
        risks[diagnostic.rule, default: []].insert(severity)
      }
    }
    let known = Set(report.rules.map(\.name))
    var unknown: [RuleDescription] = []
    for diagnostic in report.diagnostics where !known.contains(diagnostic.rule) {
      if unknown.contains(where: { $0.name == diagnostic.rule }) { continue }
      unknown.append(
        RuleDescription(
          check: diagnostic.rule, diagnostic.severity, "A check of the program."))
    }
    entries = (report.rules + unknown).flatMap { rule in
      let severities = RatedRisk.Severity.allCases.filter { risks[rule.name]?.contains($0) == true }
      return [Entry(rule: rule, risk: nil)] + severities.map { Entry(rule: rule, risk: $0) }
    }
    indexes = Dictionary(
      entries.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    help = report.help
  }

  /// The id of the rule of a finding, and its place in the list.
  func reference(_ diagnostic: Diagnostic) -> (id: String, index: Int) {
    let risk = diagnostic.risk?.severity.map { "\(diagnostic.rule)/\($0.rawValue)" }
    let id = risk ?? diagnostic.rule
    return (id, indexes[id] ?? -1)
  }

  /// Writes the elements of `rules`.
  func write(to writer: inout JSONWriter) {
    for entry in entries { write(entry, to: &writer) }
  }

  private func write(_ entry: Entry, to writer: inout JSONWriter) {
    let rule = entry.rule
    let about = entry.risk.map { "\(rule.summary) Its severity is \($0.rawValue)." }
    writer.object { writer in
      writer.field("id", entry.id)
      writer.object("shortDescription") { $0.field("text", about ?? rule.summary) }
      writer.object("fullDescription") { writer in
        writer.field("text", "\(about ?? rule.summary) (\(rule.section))")
      }
      writer.object("help") { writer in
        writer.field("text", "\(rule.summary) `tm explain \(rule.name)` says more.")
        writer.field("markdown", help(rule))
      }
      writer.object("defaultConfiguration") { writer in
        writer.field("level", SARIFRules.level(rule.severity))
        switch rule.state {
        case .ran, .waiting: break
        case .off: writer.field("enabled", false)
        }
      }
      writer.object("properties") { writer in
        writer.field("tags", ["security", "threat-model", SARIFRules.tag(rule.section)])
        writer.field("precision", rule.precision)
        writer.field("problem.severity", SARIFRules.problem(rule.severity))
        if let risk = entry.risk {
          writer.field("security-severity", SARIFRules.securitySeverity(risk))
        }
      }
    }
  }

  static func level(_ severity: Severity) -> String { severity.rawValue }

  private static func problem(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }

  /// The middle of the band that GitHub shows under the word.
  private static func securitySeverity(_ risk: RatedRisk.Severity) -> String {
    switch risk {
    case .low: "2.0"
    case .medium: "5.5"
    case .high: "8.0"
    case .critical: "9.5"
    }
  }

  private static func tag(_ section: String) -> String {
    section.lowercased().split(separator: " ").joined(separator: "-")
  }
}
