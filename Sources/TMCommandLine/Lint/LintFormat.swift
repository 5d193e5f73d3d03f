// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMFindings
import TMSource
import TMWriting

/// How findings are written.
enum LintFormat: String, CaseIterable {
  case human
  case concise
  case json
  case sarif
  case github
  case gitlab
  case junit

  /// What the ending of a file says; `human` for an unknown one.
  init(ofPath path: String) {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    switch ending.lowercased() {
    case "sarif": self = .sarif
    case "json": self = .json
    case "xml": self = .junit
    default: self = .human
    }
  }

  /// The findings for a person, the lines of source as wide as the terminal.
  func human(
    _ report: LintReport, _ extent: HumanDiagnostics.Extent, width: Int?, _ colouring: Colouring
  ) -> String {
    HumanDiagnostics.text(
      of: report.diagnostics, in: report.sources, width: width, extent: extent,
      colouring: colouring)
  }

  /// The findings as bytes.
  ///
  /// - Parameters:
  ///   - extent: of the form for people alone, as is `colouring`.
  func bytes(
    of report: LintReport, _ extent: HumanDiagnostics.Extent, _ colouring: Colouring
  ) -> [UInt8] {
    let (findings, sources) = (report.diagnostics, report.sources)
    switch self {
    case .human:
      return Array(human(report, extent, width: nil, colouring).utf8)
    case .concise: return Array(ConciseDiagnostics.text(of: findings, in: sources).utf8)
    case .json: return JSONDiagnostics.bytes(of: findings, in: sources, layout: .pretty)
    case .sarif: return SARIFDiagnostics.bytes(of: report)
    case .github: return Array(GitHubAnnotations(report).text.utf8)
    case .gitlab: return GitLabCodeQuality.bytes(of: report)
    case .junit: return JUnitDiagnostics.bytes(of: report)
    }
  }
}

/// One form of the findings and where it goes: `sarif`, or `sarif=tm.sarif`.
struct LintOutput: ExpressibleByArgument {
  let format: LintFormat
  /// The file; nil for standard output, or for the file of `--output`.
  let path: String?

  static let allValueStrings = LintFormat.allCases.map(\.rawValue)
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)

  init(_ format: LintFormat, path: String?) {
    self.format = format
    self.path = path
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let word = parts.first, let format = LintFormat(rawValue: String(word)) else {
      return nil
    }
    if parts.count > 1, parts[1].isEmpty { return nil }
    self.init(format, path: parts.count > 1 ? String(parts[1]) : nil)
  }
}
