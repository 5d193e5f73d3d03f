// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMFindings
import TMSource

/// A part of a file that somebody just changed: `model.tm`, `model.tm:12` or `model.tm:12-30`.
struct LintScope: ExpressibleByArgument {
  let path: String
  /// The lines, counted from 1; nil for the whole file.
  let lines: ClosedRange<Int>?

  init?(argument: String) {
    var path = argument[...]
    var lines: ClosedRange<Int>?
    if let colon = argument.lastIndex(of: ":") {
      let ends = argument[argument.index(after: colon)...].split(
        separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let numbers = ends.compactMap { Int($0) }
      guard numbers.count == ends.count, let first = numbers.first, let last = numbers.last,
        first >= 1, first <= last
      else { return nil }
      lines = first...last
      path = argument[..<colon]
    }
    guard !path.isEmpty else { return nil }
    self.path = String(path)
    self.lines = lines
  }
}

/// To which files and lines the findings of a run are limited.
struct LintScopeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print and count only findings with a place in a file, or in lines of it; may be given several times. "
        + "Errors that keep rules from running are printed wherever they are.",
      valueName: "file[:line[-line]]"),
    completion: Completion.model)
  var only: [LintScope] = []

  /// Takes the findings without a place in the scope out of what is left to print.
  ///
  /// - Returns: how many were taken out.
  func limit(
    _ outcome: inout BaselineOptions.Outcome, _ checked: CheckedModels
  ) throws(CommandFailure) -> Int {
    guard !only.isEmpty else { return 0 }
    var lines: [FileID: [ClosedRange<Int>?]] = [:]
    for scope in only {
      let file = try file(of: scope, in: outcome.sources)
      try refuseLinesBeyond(file, scope, in: outcome.sources)
      lines[file, default: []].append(scope.lines)
    }
    var locator = SourceLocator(outcome.sources)
    let count = outcome.findings.count
    outcome.findings.removeAll { finding in
      // What these hide may lie in the scope.
      if !checked.isComplete, finding.severity == .error { return false }
      return !([finding.primary] + finding.secondary).contains { label in
        guard let scopes = lines[label.range.file] else { return false }
        let first = locator.position(of: label.range.start, in: label.range.file).line
        let last = locator.position(of: label.range.end, in: label.range.file).line
        return scopes.contains { $0.map { $0.overlaps(first...max(first, last)) } ?? true }
      }
    }
    return count - outcome.findings.count
  }

  /// A line that is not there has no findings, and that would look like a line without any.
  private func refuseLinesBeyond(
    _ file: FileID, _ scope: LintScope, in sources: SourceSet
  ) throws(CommandFailure) {
    guard let lines = scope.lines else { return }
    let index = LineIndex(sources[file].bytes)
    // What follows the last line ending is a line of an editor only.
    let isOpen = index.range(ofLine: index.count - 1).isEmpty
    let count = max(1, isOpen ? index.count - 1 : index.count)
    guard lines.lowerBound > index.count else { return }
    throw CommandFailure(
      "`--only` names line \(lines.lowerBound) of `\(scope.path)`, which has "
        + "\(count == 1 ? "one line" : "\(count) lines")",
      help: "name lines that the file has, as it is now")
  }

  private func file(of scope: LintScope, in sources: SourceSet) throws(CommandFailure) -> FileID {
    let identity = try? CanonicalPath.resolving(scope.path)
    let file = sources.files.first { source in
      source.path == scope.path
        || identity != nil && (try? CanonicalPath.resolving(source.path)) == identity
    }
    guard let file else {
      throw CommandFailure(
        "`--only` names `\(scope.path)`, which is no file of the model",
        help: "name a file of the model, or one that it imports")
    }
    return file.id
  }
}
