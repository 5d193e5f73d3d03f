// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMComponents
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
    case xlsx
    case csv
    case json
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

  @Option(name: .long, help: "The table to write as CSV; without it, `-o` names a folder for all.")
  var sheet: ReportSheet?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A Mustache template of your own to fill in instead: Markdown, HTML or other text.",
      valueName: "path"))
  var template: String?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("How long the layout of one diagram may take.", valueName: "seconds"))
  var timeLimit = 20.0

  @OptionGroup var markdown: MarkdownOptions
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
    if template != nil {
      if format == nil, sheet == nil { return }
      throw ValidationError(
        "`--template` says what is written: leave out `--format` and `--sheet`.")
    }
    try markdown.validate(for: chosenFormat, output)
    let isCSV = chosenFormat == .csv
    if sheet != nil, !isCSV { throw ValidationError("`--sheet` is for `--format csv`.") }
    if isCSV, sheet == nil, !namesFolder {
      throw ValidationError(
        "A report has several tables: name one with `--sheet`, or a folder for all: `-o tables/`.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let paths = try input.paths()
    let template = try template.map { try ReportTemplate($0, console) }
    if template == nil { try refuseTerminal(chosenFormat, paths) }
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its report would not show what is meant")
    if let template {
      try write(try filled(template, compiled, console), console)
      return .clean
    }
    switch chosenFormat {
    case .html:
      let source = try source(compiled, try pictures(of: compiled, for: .page, console))
      try write(HTMLReport.bytes(of: document(source), source), console)
    case .markdown:
      let pictures = try pictures(of: compiled, for: markdown.purpose(output), console)
      let source = try source(compiled, pictures)
      try MarkdownFiles(document(source), source, pictures).write(output, markdown, console)
    case .json: try write(ReportTables(compiled).json, console)
    case .xlsx: try write(try ReportTables(compiled).workbook(), console)
    case .csv: try write(ReportTables(compiled), console)
    }
    return .clean
  }

  // MARK: - Words and pictures

  private func pictures(
    of compiled: CompiledModel, for purpose: ReportPictures.Purpose, _ console: Console
  ) throws -> ReportPictures {
    let pictures = ReportPictures(
      compiled, worker: WorkerCommand.itself(timeLimit: timeLimit), for: purpose)
    for picture in pictures.missing {
      try console.error.write(
        "warning: the report has no picture \"\(TerminalText.condensed(picture.title, to: 100))\": "
          + "\(picture.reason)\n")
    }
    return pictures
  }

  private func source(
    _ compiled: CompiledModel, _ pictures: ReportPictures
  ) throws -> ReportSource {
    ReportSource(
      compiled.model, compiled.register, compiled.risks, Trace(compiled.model, compiled.risks),
      pictures: pictures.pictures, pictureStyle: ReportPictures.style,
      missingPictures: pictures.missing, software: try softwareReport(compiled.model), day: date,
      toolVersion: ToolVersion.text)
  }

  private func document(_ source: ReportSource) -> ReportDocument {
    ReportBuilder.document(source).laidOut(along: profiles.chosen(for: source.model), source)
  }

  private func filled(
    _ template: ReportTemplate, _ compiled: CompiledModel, _ console: Console
  ) throws -> [UInt8] {
    guard template.needsPictures else {
      return try template.filled(ReportTables.source(compiled), timeLimit: timeLimit)
    }
    let pictures = try pictures(of: compiled, for: .page, console)
    return try template.filled(try source(compiled, pictures), timeLimit: timeLimit)
  }

  /// The format that the options or the ending of the output file say.
  private var chosenFormat: Format {
    if let format { return format }
    switch OutputEnding.of(output) {
    case "md", "markdown": return .markdown
    case "xlsx": return .xlsx
    case "csv": return .csv
    case "json": return .json
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

  /// What the files of others say; nil if none was named.
  private func softwareReport(_ model: Model) throws -> SoftwareReport? {
    if software.sbom == nil, software.vulnerabilities.isEmpty { return nil }
    return try software.report(on: model, today: try date ?? Today.date())
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.write(bytes) }
    try FileWriter.put(output, bytes)
  }

  // MARK: - Tables

  private var namesFolder: Bool { output.map { $0.hasSuffix("/") || Folder.isFolder($0) } ?? false }

  private func write(_ tables: ReportTables, _ console: Console) throws {
    if let sheet { return try write(tables.csv(sheet), console) }
    if let output { try tables.writeCSV(into: output) }
  }
}
