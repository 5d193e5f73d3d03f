// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFormat
import TMLint
import TMModel
import TMSource
import TMThreats

/// Formatting changes the layout alone: not the tree, not the comments, not a threat.
package enum FormatterProperty {
  package static func violation(_ bytes: [UInt8]) -> String? {
    let tree = parsed(bytes)
    if let violation = Formatting.violation(tree) { return violation }
    guard let formatted = TMFormatter.format(tree), formatted != bytes else { return nil }
    return threats(bytes) == threats(formatted) ? nil : "formatting changes the threats"
  }

  private static func threats(_ bytes: [UInt8]) -> [String]? {
    guard let compiled = try? CompiledModel(bytes: bytes) else { return nil }
    return compiled.risks.threats.map { "\($0.threat.id) \($0.threat.status)" }
  }
}

/// Fixing ends, and makes nothing worse.
///
/// What a mistake hid may come to light: names and words in a line that was not understood are looked at only when
/// it is, and so they do not count.
package enum FixProperty {
  private static let hidden: Set = ["unknown-name", "wrong-value", "wrong-condition"]

  /// More than the five that `tm lint --fix` takes: a chain of fixes is long, but not endless.
  private static let maximumRounds = 40

  package static func violation(_ bytes: [UInt8]) -> String? {
    guard let before = try? CompiledModel(bytes: bytes) else { return nil }
    var findings = before.findings
    let errors = count(findings)
    var sources = before.sources
    var text = bytes
    for _ in 0..<maximumRounds {
      let own = findings.filter { finding in
        finding.fix?.edits.allSatisfy { sources[$0.range.file].path == CompiledModel.path } ?? false
      }
      guard let fixed = FixApplication.apply(own, to: sources).first?.bytes, fixed != text else {
        let left = count(findings)
        return left > errors ? "\(errors) errors become \(left)" : nil
      }
      text = fixed
      guard let after = try? CompiledModel(bytes: text) else { return "a fixed model is refused" }
      findings = after.findings
      sources = after.sources
    }
    return "fixes do not end"
  }

  private static func count(_ findings: [Diagnostic]) -> Int {
    findings.count { $0.severity == .error && !hidden.contains($0.rule) }
  }
}

/// A condition means the same in brackets, and said twice.
enum ConditionProperty {
  private static let system = """
    model "M" {
      method: stride
    }
    asset a "A" { kind: credentials }
    asset b "B"
    boundary net "N" {
      process p "P" { provides api { protocol: https } }
      datastore s "S" { stores: a, b }
    }
    external e "E"
    flow e -> p.api "f" { carries: a, b; crosses: net }
    flow p -> s "g" { carries: b }

    """

  static func violation(_ bytes: [UInt8]) -> String? {
    let condition = String(decoding: bytes, as: UTF8.self)
    let plain = hits(condition)
    // What ends the condition, or is no part of one, changes in brackets.
    guard !bytes.contains(where: { "{};\n\r/@".utf8.contains($0) }), let plain else { return nil }
    for form in ["(\(condition))", "(\(condition)) and (\(condition))"] {
      if let other = hits(form), other != plain { return "`\(form)` means something else" }
    }
    return nil
  }

  /// The declarations that a condition holds of; nil if it is none.
  private static func hits(_ condition: String) -> [String]? {
    let rule =
      "rule r \"R\" {\n  applies-to: flow, process, datastore, external\n  when: \(condition)\n}\n"
    guard let compiled = try? CompiledModel(bytes: Array((system + rule).utf8)) else { return nil }
    let findings = compiled.findings
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    return findings.filter { $0.rule == "r" }.map { "\($0.primary.range.start) \($0.message)" }
  }
}

extension CompiledModel {
  static let path = "model.tm"

  /// Compiles bytes as a model of one file.
  init(bytes: [UInt8]) throws(ReadFailure) {
    try self.init(reading: [Self.path], from: TextFiles(bytes: [(Self.path, bytes)]))
  }

  /// The findings of the day of every run.
  var findings: [Diagnostic] {
    guard let today = CalendarDate(year: 2026, month: 6, day: 1) else { return [] }
    return findings(today: today)
  }
}
