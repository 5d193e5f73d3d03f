// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMAnalysis
import TMComponents
import TMFindings
import TMModel
import TMSource
import TMWriting

/// The findings that are known and do not count.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of known findings: only others are printed and count.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Write the findings to a file of known ones; with `--baseline`, those that are known and still occur.",
      valueName: "file"),
    completion: .file())
  var target: String?

  mutating func validate() throws {
    if baseline == "-" || target == "-" {
      throw ValidationError("A baseline is a file; `-` is none.")
    }
  }

  /// What is left to print after the known findings are taken out.
  struct Outcome {
    var findings: [Diagnostic]
    var sources: SourceSet
    /// How many findings the baseline that was read holds.
    var known = 0
  }

  /// Takes out what the baseline holds, and writes the new one.
  func apply(
    _ old: (bytes: [UInt8], baseline: Baseline)?, _ checked: CheckedModels, _ console: Console
  ) throws(CommandFailure) -> Outcome {
    var outcome = Outcome(findings: checked.findings, sources: checked.sources)
    var candidates = checked.parts.flatMap(\.holdable)
    if let baseline, let old {
      let comparison = BaselineComparison(checked.parts.compactMap(\.known), old.baseline)
      candidates = comparison.known
      outcome.known = comparison.known.count
      remove(comparison.known, from: &outcome)
      // What the errors hide may still be there.
      if target == nil, checked.isComplete {
        let file = outcome.sources.add(path: baseline, bytes: old.bytes)
        let help =
          "take them out with `tm lint --baseline \(baseline) --write-baseline \(baseline)`"
        if let note = comparison.staleNote(in: file, help: help) { outcome.findings.append(note) }
      }
    }
    guard let target else { return outcome }
    for part in checked.parts {
      if part.errors.isEmpty { continue }
      try console.error.show(
        HumanDiagnostics.text(
          of: part.errors, in: checked.sources, width: Terminal.lineWidth(.error),
          colouring: console.errorColouring))
      throw CompiledModel.hasErrors(since: "a baseline would lack what they hide")
    }
    try write(candidates, to: target)
    if baseline == nil { remove(candidates, from: &outcome) }
    let count = candidates.count == 1 ? "1 finding" : "\(candidates.count) findings"
    try console.error.show("\(count) written to `\(TerminalText.sanitised(target))`\n")
    return outcome
  }

  private func remove(_ known: [Diagnostic], from outcome: inout Outcome) {
    var left: [Diagnostic: Int] = [:]
    for diagnostic in known { left[diagnostic, default: 0] += 1 }
    outcome.findings.removeAll { diagnostic in
      guard let count = left[diagnostic], count > 0 else { return false }
      left[diagnostic] = count - 1
      return true
    }
  }

  // MARK: - The file

  /// The baseline that is to be read; nil where there is none.
  func read() throws(CommandFailure) -> (bytes: [UInt8], baseline: Baseline)? {
    guard let baseline else { return nil }
    let bytes = try read(baseline)
    return (bytes, try parse(bytes, baseline))
  }

  private func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      let bytes = try FileReader.read(
        try CanonicalPath.resolving(path), tooLarge: "write it anew with `--write-baseline`")
      // Some editors put a byte-order mark in front of what they save.
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  private func parse(_ bytes: [UInt8], _ path: String) throws(CommandFailure) -> Baseline {
    do throws(DocumentFault) {
      return try Baseline(bytes)
    } catch {
      let (line, column) = DocumentFault.place(of: error.offset, in: bytes)
      throw CommandFailure("\(path):\(line):\(column): \(error.message)", help: error.help)
    }
  }

  private func write(_ findings: [Diagnostic], to path: String) throws(CommandFailure) {
    if let canonical = try? CanonicalPath.resolving(path) {
      let old = try read(canonical)
      guard old.isEmpty || old.starts(with: Baseline.signature.utf8) else {
        throw CommandFailure(
          "`\(path)` is no baseline, and would be overwritten",
          help: "choose another file, or delete that one first")
      }
    }
    try FileWriter.put(path, Baseline(of: findings).bytes, isUpdate: true)
  }
}
