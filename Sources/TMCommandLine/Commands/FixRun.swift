// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMLint
import TMModel
import TMSource

/// Applies safe fixes until there are none left that change anything.
struct FixRun {
  /// How often the model is fixed and compiled again; a fix can make room for another.
  static let maximumRounds = 5

  private let paths: [String]
  private let software: SoftwareOptions
  private let policies: PolicyOptions
  private let today: CalendarDate
  private var applied: [String] = []

  init(
    _ paths: [String], _ software: SoftwareOptions, _ policies: PolicyOptions, today: CalendarDate
  ) {
    self.paths = paths
    self.software = software
    self.policies = policies
    self.today = today
  }

  /// Fixes the files of a model; the model and its findings afterwards.
  mutating func run(
    _ first: CompiledModel, _ findings: [Diagnostic], _ workspace: inout Workspace
  ) throws(CommandFailure) -> (CompiledModel, [Diagnostic]) {
    var compiled = first
    var findings = findings
    for _ in 0..<Self.maximumRounds {
      guard try write(findings, compiled, workspace) else { break }
      workspace = try Workspace(paths)
      compiled = try CompiledModel(
        paths, in: workspace, with: try policies.additions(to: Workspace.self))
      findings = try compiled.findings(software, today: today)
    }
    return (compiled, findings)
  }

  /// One line for each fix, in the order in which they were applied, and how many there were.
  var report: String {
    guard !applied.isEmpty else { return "" }
    let count = applied.count == 1 ? "1 fix" : "\(applied.count) fixes"
    return applied.joined() + "\(count) applied\n"
  }

  /// Writes the files that fixes change; whether there were any.
  private mutating func write(
    _ findings: [Diagnostic], _ compiled: CompiledModel, _ workspace: Workspace
  ) throws(CommandFailure) -> Bool {
    let sources = compiled.sources
    // Built-in libraries are no files, and nothing of theirs can be fixed.
    let own = findings.filter { finding in
      finding.fix?.edits.allSatisfy { edit in
        workspace.diskPath(ofDisplay: sources[edit.range.file].path) != nil
      } ?? false
    }
    let accepted = try HarmlessFixes.chosen(of: own, errors: compiled.errors.count) {
      (fixes) throws(CommandFailure) in
      try errors(after: fixes, sources, workspace)
    }
    var didChange = false
    for (file, bytes) in FixApplication.apply(accepted, to: sources)
    where bytes != sources[file].bytes {
      guard let path = workspace.diskPath(ofDisplay: sources[file].path) else { continue }
      try FileWriter.replace(path, with: bytes, madeFrom: sources[file].bytes)
      didChange = true
    }
    if didChange { applied += lines(accepted, sources) }
    return didChange
  }

  /// How many errors the model has when some fixes are applied.
  private func errors(
    after fixes: [Diagnostic], _ sources: SourceSet, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    var texts: [String: [UInt8]] = [:]
    for (file, bytes) in FixApplication.apply(fixes, to: sources) {
      if let path = workspace.diskPath(ofDisplay: sources[file].path) { texts[path] = bytes }
    }
    let files = UnsavedFiles(texts, over: try Workspace(paths))
    let additions = try policies.additions(to: UnsavedFiles<Workspace>.self)
    return try CompiledModel(paths, in: files, with: additions).errors.count
  }

  private func lines(_ accepted: [Diagnostic], _ sources: SourceSet) -> [String] {
    FixLog.lines(of: accepted, in: sources)
  }
}
