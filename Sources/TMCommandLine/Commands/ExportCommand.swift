// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMExport
import TMInterchange
import TMSource
import TMWriting

/// `tm export`: the model for other tools.
struct ExportCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the model in the format of another tool.",
    discussion: """
      All files are one model, with everything they import. What the format cannot take is summed on standard \
      error; beside a file that is named with `-o` stands a report of it, one JSON object a line. An existing \
      file is replaced as a whole.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to write: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    completion: .list(ExportFormat.allCases.map(\.rawValue)))
  var format: String

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "Exit with 1 where anything was lost or guessed.")
  var strict = false

  @OptionGroup var software: SoftwareOptions
  @OptionGroup var day: DayOption
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    guard let chosen = ExportFormat(rawValue: format) else {
      throw ValidationError(Self.advice(forFormat: format, files: input.files))
    }
    let names = [
      ("--sbom", !software.sbom.isEmpty), ("--vulnerabilities", !software.vulnerabilities.isEmpty),
    ]
    if chosen != .cycloneDX, chosen != .cycloneDX17, let (name, _) = names.first(where: \.1) {
      throw ValidationError("`\(name)` is about components, which `cyclonedx` alone writes.")
    }
    if let output, output.hasSuffix(".tm") || output.hasSuffix(".jsonl") {
      throw ValidationError(
        "`\(OutputEnding.of(output) ?? output)` is the ending of a model or a report: name the output "
          + ".\(chosen.ending).")
    }
  }

  /// What somebody may have meant.
  private static func advice(forFormat word: String, files: [String]) -> String {
    if let help = InterchangeAdvice.help(forFormat: word, files: files) {
      return "`\(TerminalText.condensed(word, to: 60))` is no format: \(help)"
    }
    let shown = TerminalText.condensed(word, to: 60)
    switch word.lowercased() {
    case "mermaid", "mmd", "dot", "graphviz", "svg", "png":
      let format = ["mmd": "mermaid", "graphviz": "dot"][word.lowercased()] ?? word.lowercased()
      return "Diagrams come from `tm render`: `tm render --format \(format) model.tm`."
    case "vex", "openvex", "csaf":
      return "Decisions about vulnerabilities alone come from `tm vex`."
    case "html", "pdf", "docx", "markdown", "xlsx", "csv", "json":
      return
        "Reports and tables come from `tm report`: `tm report --format \(word.lowercased()) model.tm`."
    default: break
    }
    let names = ExportFormat.allCases.map(\.rawValue)
    let help =
      Suggestion.help(for: word, among: names) ?? "name one of \(names.joined(separator: ", "))."
    return "`\(shown)` is no format: \(help)"
  }

  func work(_ console: Console) throws -> ExitStatus {
    guard let format = ExportFormat(rawValue: format) else { return .failed }
    let today = try day.date ?? Today.date()
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths)).counting(on: today)
    try compiled.refuseErrors(console, since: "what is written would not be what is meant")
    let report = try software.report(on: compiled, today: today)
    let written = ModelExport(
      format, of: compiled.model, compiled.risks, software: report, day: today)
    try compiled.refuseOverrun(console)
    if let output, output != "-" {
      // The report first: no file of another tool stands there without it.
      let isFile = FileWriter.isPlain(output)
      let reportPath = Self.reportPath(output)
      var files = [(output, written.bytes)]
      if isFile {
        files.insert((reportPath, Array(LossReport.lines(written.losses).utf8)), at: 0)
      }
      try FileWriter.putTogether(files)
      try console.output.show(
        Self.summary(written, output, report: isFile ? reportPath : nil))
    } else {
      try console.output.writeData(written.bytes)
      if !written.losses.all.isEmpty {
        try console.error.show(Self.losses(written, in: nil))
      }
    }
    return strict && !written.losses.all.isEmpty ? .findings : .clean
  }

  /// The whole name stays in it, so that two formats of one model have two reports.
  private static func reportPath(_ path: String) -> String { "\(path).export.jsonl" }

  private static func summary(
    _ written: ModelExport, _ path: String, report: String?
  ) -> String {
    let counts = written.counts.map { "\($0.count) \($0.count == 1 ? $0.singular : $0.plural)" }
    let shown = TerminalText.condensed(path, to: 200)
    let what = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    let text = "wrote \(shown) as \(written.format.title): \(what)\n"
    if written.losses.all.isEmpty { return text + "nothing was lost or guessed\n" }
    return text + losses(written, in: report)
  }

  private static func losses(_ written: ModelExport, in report: String?) -> String {
    let place =
      report.map { "one a line in \(TerminalText.condensed($0, to: 200))" }
      ?? "one a line in a report with `-o FILE`"
    return "\(written.losses.all.count) losses and guesses, \(place):\n"
      + LossReport.summary(written.losses)
  }
}
