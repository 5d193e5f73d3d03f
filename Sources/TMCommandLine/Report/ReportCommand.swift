// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMComponents
import TMDiagram
import TMDocument
import TMHTML
import TMModel
import TMRegister
import TMRisk
import TMWriting

/// `tm report`: the whole document.
struct ReportCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report: diagrams, register, measures, traceability.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html
    case markdown
    case xlsx
    case csv
    case json

    /// The endings of the names of its files.
    private var endings: [String] {
      switch self {
      case .html: ["html", "htm"]
      case .markdown: ["md", "markdown"]
      case .xlsx, .csv, .json: [rawValue]
      }
    }

    /// The format that the ending of a name says; nil where it says none.
    init?(ending: String) {
      guard let found = Format.allCases.first(where: { $0.endings.contains(ending) }) else {
        return nil
      }
      self = found
    }
  }

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; `-` is standard output, also if left out.",
      discussion: "A web page does not go to a terminal.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(name: .long, help: "The format; if left out, what the ending of the output says.")
  var format: Format?

  @OptionGroup var profiles: ProfileOptions

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("How long the layout of one diagram may take.", valueName: "seconds"))
  var timeLimit = 20.0

  @OptionGroup var markdown: MarkdownOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var software: SoftwareOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that ends of support are held against; none is judged if left out.",
      valueName: "yyyy-mm-dd"),
    transform: DayOption.day)
  var date: CalendarDate?

  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if format == nil, data.template == nil, let ending = OutputEnding.of(output),
      Format(ending: ending) == nil
    {
      throw ValidationError(
        "`.\(ending)` is no format of a report: name the output .html, .md, .xlsx, .csv or .json, "
          + "or give `--format`.")
    }
    if !(0.1...3600).contains(timeLimit) {
      throw ValidationError("`--time-limit` is a number of seconds from 0.1 to 3600.")
    }
    try markdown.validate(for: chosenFormat, output)
    try data.validate(for: chosenFormat, format, output)
  }

  func work(_ console: Console) throws -> ExitStatus {
    let format = chosenFormat
    let paths = try input.paths()
    let template = try data.template.map { try ReportTemplate($0, console) }
    if template == nil { try refuseTerminal(format, paths) }
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its report would not show what is meant")
    let needsPictures = template?.needsPictures ?? !format.isData
    let pictures = needsPictures ? try self.pictures(compiled, format, console) : nil
    let source = ReportSource(
      compiled.model, compiled.register, compiled.risks, Trace(compiled.model, compiled.risks),
      pictures: pictures?.pictures ?? [], pictureStyle: ReportPictures.style,
      missingPictures: pictures?.missing ?? [], software: try softwareReport(compiled.model),
      day: date, toolVersion: ToolVersion.text)
    if let template {
      try write(try template.filled(source, timeLimit: timeLimit), console)
      return .clean
    }
    switch format {
    case .html: try write(HTMLReport.bytes(of: document(compiled, source), source), console)
    case .markdown:
      guard let pictures else { break }
      try MarkdownFiles(document(compiled, source), source, pictures)
        .write(output, markdown, console)
    case .xlsx: try write(try ReportTables(source: source).workbook(), console)
    case .json: try write(ReportTables(source: source).json, console)
    case .csv:
      if let sheet = data.sheet {
        try write(ReportTables(source: source).csv(sheet), console)
      } else if let output {
        try ReportTables(source: source).writeCSV(into: output)
      }
    }
    return .clean
  }

  private func document(_ compiled: CompiledModel, _ source: ReportSource) -> ReportDocument {
    ReportBuilder.document(source).laidOut(along: profiles.chosen(for: compiled.model), source)
  }

  /// Draws the pictures, and says which could not be drawn.
  private func pictures(
    _ compiled: CompiledModel, _ format: Format, _ console: Console
  ) throws -> ReportPictures {
    let pictures = ReportPictures(
      compiled, worker: WorkerCommand.itself(timeLimit: timeLimit),
      for: format == .markdown && data.template == nil ? markdown.purpose(output) : .page)
    for picture in pictures.missing {
      try console.error.write(
        "warning: the report has no picture \"\(TerminalText.condensed(picture.title, to: 100))\": "
          + "\(picture.reason)\n")
    }
    return pictures
  }

  /// The format that the options or the ending of the output file say.
  private var chosenFormat: Format {
    format ?? OutputEnding.of(output).flatMap(Format.init(ending:)) ?? .html
  }

  /// Nobody can read a web page on a terminal, and few want to have it there.
  private func refuseTerminal(_ format: Format, _ paths: [String]) throws(CommandFailure) {
    guard format == .html || format == .xlsx, output == nil, Terminal.isTerminal(.output) else {
      return
    }
    let model = paths.first.flatMap { $0.split(separator: "/").last } ?? "-"
    let name = model.hasSuffix(".tm") ? String(model.dropLast(3)) : "report"
    let kind = format == .html ? "web page" : "workbook"
    throw CommandFailure(
      "the report is a \(kind), which a terminal cannot show",
      help: "name a file: `-o \(name).\(format.rawValue)`, or choose `--format markdown`")
  }

  /// What the files of others say; nil if none was named.
  private func softwareReport(_ model: Model) throws -> SoftwareReport? {
    if software.sbom == nil, software.vulnerabilities.isEmpty { return nil }
    return try software.report(on: model, today: try date ?? Today.date())
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.write(bytes) }
    try FileWriter.put(output, bytes)
  }
}
