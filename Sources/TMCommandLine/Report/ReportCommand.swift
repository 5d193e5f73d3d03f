// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMDiagram
import TMModel
import TMReport
import TMRisk

/// `tm report`: the whole document.
struct ReportCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report: diagrams, register, measures, traceability.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html
    case markdown
  }

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; `-` is standard output, also if left out.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(name: .long, help: "The format; if left out, what the ending of the output says.")
  var format: Format?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("How long the layout of one diagram may take.", valueName: "seconds"))
  var timeLimit = 20.0

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its report would not show what is meant")
    let pictures = ReportPictures(
      compiled: compiled, worker: WorkerCommand.itself(timeLimit: timeLimit))
    let source = ReportSource(
      compiled.model, compiled.register, compiled.risks, Trace(compiled.model, compiled.risks),
      pictures: try pictures.all(), toolVersion: ToolVersion.text)
    let document = ReportBuilder.document(source)
    try write(text(of: document, source), console)
    return .clean
  }

  private func text(of document: ReportDocument, _ source: ReportSource) -> [UInt8] {
    switch format ?? .html {
    case .html: HTMLReport.bytes(of: document, source)
    case .markdown: Array(MarkdownReport.text(of: document, source).utf8)
    }
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.write(bytes) }
    try FileWriter.put(output, bytes)
  }
}
