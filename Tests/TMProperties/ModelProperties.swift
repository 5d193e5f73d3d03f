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

/// Fixing ends, and makes nothing worse: no more errors of the compiler than there were, and of the rules where
/// none waited for the compiler.
package enum FixProperty {
  /// More than the five that `tm lint --fix` takes: a chain of fixes is long, but not endless.
  private static let maximumRounds = 40

  package static func violation(_ bytes: [UInt8]) -> String? {
    guard let before = try? CompiledModel(bytes: bytes) else { return nil }
    let errors = before.errors.count
    let found = count(before.findings)
    var (text, compiled) = (bytes, before)
    for _ in 0..<maximumRounds {
      guard let fixed = fixed(compiled), fixed != text else {
        let left = compiled.errors.count
        if left > errors { return "\(errors) errors become \(left)" }
        let findings = count(compiled.findings)
        guard errors == 0, findings > found else { return nil }
        return "\(found) findings that are errors become \(findings)"
      }
      text = fixed
      guard let after = try? CompiledModel(bytes: text) else { return "a fixed model is refused" }
      compiled = after
    }
    return "fixes do not end"
  }

  /// The text of a model after one round of fixes.
  private static func fixed(_ compiled: CompiledModel) -> [UInt8]? {
    let own = compiled.findings.filter { finding in
      finding.fix?.edits.allSatisfy {
        compiled.sources[$0.range.file].path == CompiledModel.path
      } ?? false
    }
    let chosen = HarmlessFixes.chosen(of: own, errors: compiled.errors.count) { fixes in
      guard let bytes = FixApplication.apply(fixes, to: compiled.sources).first?.bytes,
        let after = try? CompiledModel(bytes: bytes)
      else { return .max }
      return after.errors.count
    }
    return FixApplication.apply(chosen, to: compiled.sources).first?.bytes
  }

  private static func count(_ findings: [Diagnostic]) -> Int {
    findings.count { $0.severity == .error }
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
