// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMAnalysis
import TMComponents
import TMFindings
import TMLint
import TMModel
import TMRisk
import TMSource
import TMThreats

/// What the compiler and the linter say about a model in memory.
package struct LintRun {
  package let sources: SourceSet
  package let model: Model
  /// In listing order.
  package let diagnostics: [Diagnostic]

  /// The day of every run, so that dates in cases keep their meaning.
  package static let today = CalendarDate("2026-06-01")

  /// Compiles and lints files; the first is the root.
  ///
  /// - Parameter libraries: the threat libraries that the model can import, by name; those that belong
  ///   to every model do so here. None, so that cases do not depend on what the program ships with.
  /// - Parameter software: files about components: `sbom.json` is the bill of materials, `kev.json` the
  ///   catalogue of exploited vulnerabilities, and all others are vulnerabilities.
  package init(
    _ files: [(path: String, text: String)], libraries: ThreatLibraries = .none,
    software: [(path: String, text: String)] = [], today: CalendarDate? = LintRun.today
  ) throws {
    try self.init(
      bytes: files.map { ($0.path, Array($0.text.utf8)) }, libraries: libraries,
      software: software, today: today)
  }

  /// Compiles and lints files that need not be text.
  package init(
    bytes files: [(path: String, bytes: [UInt8])], libraries: ThreatLibraries,
    software: [(path: String, text: String)] = [], today: CalendarDate? = LintRun.today
  ) throws {
    guard let root = files.first, let today else { throw NothingToRun() }
    // `outside.tm` is a policy that the model cannot excuse itself from.
    let outside = files.filter { $0.path == "outside.tm" }.map {
      Loader<TextFiles>.Addition(
        ResolvedFile(identity: $0.path, display: $0.path), $0.bytes, .policy)
    }
    let compiled = try CompiledModel(
      reading: [root.path], from: TextFiles(bytes: files), with: outside, libraries: libraries)
    sources = compiled.sources
    model = compiled.model
    diagnostics = compiled.findings(
      software: try Self.report(on: compiled, software, today), today: today)
  }

  package init(_ text: String) throws { try self.init([("model.tm", text)]) }

  private static func report(
    on compiled: CompiledModel, _ files: [(path: String, text: String)], _ today: CalendarDate
  ) throws -> SoftwareReport {
    let model = compiled.model
    let document = { (text: String) in try JSONDocument(Array(text.utf8)) }
    let bill = try files.first { $0.path == "sbom.json" }.map {
      try SoftwareBill(try document($0.text))
    }
    var collector = VulnerabilityCollector(Inventory(model, bill: bill))
    for file in files where file.path != "sbom.json" && file.path != "kev.json" {
      try collector.add(try document(file.text), path: file.path)
    }
    let exploited = try files.first { $0.path == "kev.json" }.map {
      try KnownExploited(try document($0.text))
    }
    return SoftwareReport(
      model, collector, exploited: exploited,
      answers: compiled.counting(on: today).vulnerabilityAnswers, today: today)
  }

  /// A run without a file.
  package struct NothingToRun: Error {}

  /// The findings as `tm lint` prints them at a terminal without colours.
  package var text: String {
    let text = HumanDiagnostics.text(of: diagnostics, in: sources, colouring: .plain)
    return text.isEmpty ? "no findings\n" : text
  }

  /// The texts of the files after all safe fixes, in the order in which they were read, those of
  /// libraries left out.
  package var fixed: [(path: String, text: String)] {
    let changed = FixApplication.apply(diagnostics, to: sources)
    return sources.files.filter { $0.origin == .model }.map { file in
      let bytes = changed.first { $0.file == file.id }?.bytes ?? file.bytes
      return (file.path, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The one-based line of a diagnostic.
  package func line(of diagnostic: Diagnostic) -> Int {
    let range = diagnostic.primary.range
    return LineIndex(sources[range.file].bytes).line(of: range.start) + 1
  }
}
