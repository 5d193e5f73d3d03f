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
    case pdf
    case docx
    case markdown
    case xlsx
    case csv
    case json

    /// The endings of the names of its files.
    private var endings: [String] {
      switch self {
      case .html: ["html", "htm"]
      case .markdown: ["md", "markdown"]
      case .pdf, .docx, .xlsx, .csv, .json: [rawValue]
      }
    }

    /// What a terminal cannot show; nil for text.
    var kindOfFile: String? {
      switch self {
      case .html: "web page"
      case .pdf: "PDF"
      case .docx: "document of a word processor"
      case .xlsx: "workbook"
      case .markdown, .csv, .json: nil
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
      "The file to write; `-` is standard output, also if left out. "
        + "A web page does not go to a terminal.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(name: .long, help: "The format; if left out, what the ending of the output says.")
  var format: Format?

  @OptionGroup var print: PrintOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An earlier version of the model, for what changed since: a file, a folder or a revision of git.",
      valueName: "version"),
    completion: Completion.model)
  var since: String?

  @OptionGroup var profiles: ProfileOptions

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "How long the layout of one diagram may take; six times as long, printing a PDF, and thirty times, making a DOCX.",
      valueName: "seconds"))
  var timeLimit = 20.0

  @OptionGroup var markdown: MarkdownOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var software: SoftwareOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that dates are held against; if left out, decisions by today in UTC, and no end of support.",
      valueName: "yyyy-mm-dd"),
    transform: DayOption.day)
  var date: CalendarDate?

  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if format == nil, data.template == nil, let ending = OutputEnding.of(output),
      Format(ending: ending) == nil
    {
      throw ValidationError(
        "`.\(ending)` is no format of a report: name the output .html, .pdf, .docx, .md, .xlsx, .csv "
          + "or .json, or give `--format`.")
    }
    if let format, let ending = OutputEnding.of(output), let said = Format(ending: ending),
      said != format
    {
      throw ValidationError(
        "`--format \(format.rawValue)` and the ending `.\(ending)` of the output say two things: leave one out."
      )
    }
    if !(0.1...3600).contains(timeLimit) {
      throw ValidationError("`--time-limit` is a number of seconds from 0.1 to 3600.")
    }
    try markdown.validate(for: chosenFormat, output)
    try data.validate(for: chosenFormat, format, output)
    try print.validate(for: chosenFormat)
  }

  func work(_ console: Console) throws -> ExitStatus {
    let format = chosenFormat
    let paths = try input.paths()
    let template = try data.template.map { try ReportTemplate($0, console) }
    if template == nil { try refuseTerminal(format, paths) }
    // Before the work that would be for nothing.
    let helper: String? =
      switch format {
      case .pdf: try HelperProgram.browser.path(print.browser)
      case .docx: try HelperProgram.pandoc.path(nil)
      case .html, .markdown, .xlsx, .csv, .json: nil
      }
    let workspace = try input.workspace(paths)
    let compiled = try CompiledModel(
      paths, in: workspace, with: try policies.additions(to: Workspace.self)
    ).counting(on: try date ?? Today.date())
    try compiled.refuseErrors(console, since: "its report would not show what is meant")
    let needsPictures = template?.needsPictures ?? !format.isData
    let pictures = needsPictures ? try self.pictures(compiled, format, console) : nil
    let changes = try changes(to: compiled, paths, console)
    let trace = Trace(compiled.model, compiled.risks)
    try CompiledModel.refuseLongTrace(trace)
    let source = ReportSource(
      compiled.model, compiled.register, compiled.risks, trace,
      pictures: pictures?.pictures ?? [], pictureStyle: ReportPictures.style,
      missingPictures: pictures?.missing ?? [], software: try softwareReport(compiled),
      day: date, toolVersion: ToolVersion.text,
      paths: Dictionary(
        compiled.sources.files.map { ($0.path, workspace.reportPath(ofDisplay: $0.path)) },
        uniquingKeysWith: { first, _ in first }))
    let bytes: [UInt8]
    if let template {
      bytes = try template.filled(source, timeLimit: timeLimit)
    } else {
      let document = { self.document(compiled, source, changes) }
      switch format {
      case .html: bytes = HTMLReport.bytes(of: document(), source)
      case .pdf:
        guard let helper else { return .failed }
        let day = compiled.model.system.flatMap { compiled.model.date($0, .date) }
        let report = PDFReport(browser: helper, timeLimit: timeLimit * 6)
        bytes = try report.bytes(of: document(), source, day: day)
      case .docx:
        guard let helper else { return .failed }
        let report = WordReport(pandoc: helper, timeLimit: timeLimit * 30)
        bytes = try report.bytes(of: document(), source)
      case .markdown:
        let document = document()
        try compiled.refuseOverrun(console)
        guard let pictures else { return .failed }
        try MarkdownFiles(document, source, pictures).write(output, markdown, console)
        return .clean
      case .xlsx: bytes = try ReportTables(source: source).workbook()
      case .json: bytes = ReportTables(source: source).json
      case .csv:
        if let sheet = data.sheet {
          bytes = ReportTables(source: source).csv(sheet)
        } else {
          if let output { try ReportTables(source: source).writeCSV(into: output) }
          try compiled.refuseOverrun(console)
          return .clean
        }
      }
    }
    try compiled.refuseOverrun(console)
    try write(bytes, console)
    return .clean
  }

  private func document(
    _ compiled: CompiledModel, _ source: ReportSource, _ changes: ReportChanges?
  ) -> ReportDocument {
    ReportBuilder.document(source, since: changes).laidOut(
      along: profiles.chosen(for: compiled.model), source
    )
    .edition(print.edition)
  }

  /// What changed since the version that was named.
  private func changes(
    to compiled: CompiledModel, _ paths: [String], _ console: Console
  ) throws -> ReportChanges? {
    guard let since else { return nil }
    return try EarlierVersion(name: since, policies: policies).changes(
      to: compiled, paths, today: try date ?? Today.date(), console)
  }

  private func purpose(_ format: Format) -> ReportPictures.Purpose {
    if data.template != nil { return .page }
    switch format {
    case .markdown: return markdown.purpose(output)
    case .pdf, .docx: return .paper
    case .html, .xlsx, .csv, .json: return .page
    }
  }

  /// Draws the pictures, and says which could not be drawn.
  private func pictures(
    _ compiled: CompiledModel, _ format: Format, _ console: Console
  ) throws -> ReportPictures {
    let pictures = ReportPictures(
      compiled, worker: WorkerCommand.itself(timeLimit: timeLimit),
      for: purpose(format))
    for picture in pictures.missing {
      try console.error.show(
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
    guard let kind = format.kindOfFile, output == nil, Terminal.isTerminal(.output) else { return }
    let model = paths.first.flatMap { $0.split(separator: "/").last } ?? "-"
    let name = model.hasSuffix(".tm") ? String(model.dropLast(3)) : "report"
    throw CommandFailure(
      "the report is a \(kind), which a terminal cannot show",
      help: "name a file: `-o \(name).\(format.rawValue)`, or choose `--format markdown`")
  }

  /// What the files of others say; nil if none was named.
  private func softwareReport(_ compiled: CompiledModel) throws -> SoftwareReport? {
    if software.sbom.isEmpty, software.vulnerabilities.isEmpty { return nil }
    return try software.report(on: compiled, today: try date ?? Today.date())
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.writeData(bytes) }
    try FileWriter.put(output, bytes)
  }
}
