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
      "The file to write; `-` is standard output, also if left out.",
      discussion: "A web page does not go to a terminal.", valueName: "path"))
  var output: String?

  @Option(name: .long, help: "The format; if left out, what the ending of the output says.")
  var format: Format?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("How long the layout of one diagram may take.", valueName: "seconds"))
  var timeLimit = 20.0

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    let format = chosenFormat
    let paths = try input.paths()
    try refuseTerminal(format, paths)
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its report would not show what is meant")
    let pictures = ReportPictures(compiled, worker: WorkerCommand.itself(timeLimit: timeLimit))
    for picture in pictures.missing {
      try console.error.write(
        "warning: the report has no picture \"\(TerminalText.condensed(picture.title, to: 100))\": "
          + "\(picture.reason)\n")
    }
    let source = ReportSource(
      compiled.model, compiled.register, compiled.risks, Trace(compiled.model, compiled.risks),
      pictures: pictures.pictures, pictureStyle: ReportPictures.style,
      missingPictures: pictures.missing, toolVersion: ToolVersion.text)
    let document = ReportBuilder.document(source)
    try write(text(of: document, source, format), console)
    return .clean
  }

  /// The format that the options or the ending of the output file say.
  private var chosenFormat: Format {
    if let format { return format }
    switch OutputEnding.of(output) {
    case "md", "markdown": return .markdown
    default: return .html
    }
  }

  /// Nobody can read a web page on a terminal, and few want to have it there.
  private func refuseTerminal(_ format: Format, _ paths: [String]) throws(CommandFailure) {
    guard format == .html, output == nil, Terminal.isTerminal(.output) else { return }
    let model = paths.first.flatMap { $0.split(separator: "/").last } ?? "-"
    let name = model.hasSuffix(".tm") ? String(model.dropLast(3)) : "report"
    throw CommandFailure(
      "the report is a web page, which a terminal cannot show",
      help: "name a file: `-o \(name).html`, or choose `--format markdown`")
  }

  private func text(
    of document: ReportDocument, _ source: ReportSource, _ format: Format
  ) -> [UInt8] {
    switch format {
    case .html: HTMLReport.bytes(of: document, source)
    case .markdown: Array(MarkdownReport.text(of: document, source).utf8)
    }
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.write(bytes) }
    try FileWriter.put(output, bytes)
  }
}
