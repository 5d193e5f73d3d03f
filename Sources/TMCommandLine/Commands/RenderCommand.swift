// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMDiagram
import TMModel
import TMSource
import TMSyntax
import TMWriting

/// `tm render`: the data-flow diagram.
struct RenderCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the data-flow diagram of a model, or one of its views.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg
    case png
    case pdf
    case dot
    case mermaid

    /// Whether it is read as text, before anything draws it.
    var isText: Bool { self == .dot || self == .mermaid }

    /// The format that the ending of a file name says.
    init?(ending: String) {
      self.init(rawValue: ending == "mmd" ? "mermaid" : ending)
    }
  }

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; standard output if left out.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    name: .long, help: "The format; if left out, as the ending of the output says, else svg.")
  var format: Format?

  @Option(
    name: .long, help: ArgumentHelp("The view to draw.", valueName: "id"),
    completion: Completion.views)
  var view: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "How many levels of boundaries and processes are open; 0 closes all.", valueName: "n"))
  var depth: Int?

  @Option(
    name: .long,
    help: "Where the words of flows stand: auto puts many into a table and numbers on the lines.")
  var labels = FlowWords.auto

  @Option(
    name: .long,
    help: """
      Draw as many levels as can be read, in 6 points or more, on a slide or a landscape page.
      """)
  var fit: PageSize?

  @Option(name: .long, help: "What is shown on top of the diagram.")
  var overlay: DiagramRequest.Overlay?

  @OptionGroup var painting: PictureOptions

  @OptionGroup var day: DayOption
  @OptionGroup var colours: ColourOptions

  /// How many boxes a page of the whole system shows at least before its zones are closed.
  private static let leastBoxes = 4

  mutating func validate() throws {
    if format == nil, let ending = OutputEnding.of(output), Format(ending: ending) == nil {
      throw ValidationError(
        "`.\(ending)` is no format: name the output .svg, .png, .pdf, .dot or .mmd, or give "
          + "`--format`.")
    }
    if let format, let ending = OutputEnding.of(output), let said = Format(ending: ending),
      said != format
    {
      throw ValidationError(
        "`--format \(format.rawValue)` and the ending `.\(ending)` of the output say two things: leave one out."
      )
    }
    if let depth, !(0...64).contains(depth) {
      throw ValidationError("`--depth` is a number from 0 to 64.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let format = chosenFormat
    try refuseTerminal(format)
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
      .counting(on: try day.date ?? Today.date())
    try compiled.refuseErrors(console, since: "its diagram would not show what is meant")
    let request = DiagramRequest(
      view: try declaredView(compiled.model), depth: depth, overlay: overlay)
    let builder = SceneBuilder(compiled.model, compiled.register, request)
    guard !builder.isEmpty else {
      throw CommandFailure(
        "there is nothing to draw",
        help: request.view == nil
          ? "declare an element, such as `process id \"Title\"`"
          : "let `include` of the view name something that its `exclude` leaves")
    }
    let bytes = try picture(compiled, builder, format, console)
    try compiled.refuseOverrun(console)
    try write(bytes, console)
    return .clean
  }

  /// Nobody can see a picture on a terminal; only text that was asked for with `-o -` goes there.
  private func refuseTerminal(_ format: Format) throws(CommandFailure) {
    guard !format.isText, Terminal.isTerminal(.output) else { return }
    guard output == nil || (output == "-" && format != .svg) else { return }
    let name = input.files.first { $0 != "-" }.flatMap { $0.split(separator: "/").last } ?? ""
    let file = name.hasSuffix(".tm") ? String(name.dropLast(3)) : "diagram"
    throw CommandFailure(
      "a picture as \(format.rawValue.uppercased()) cannot be shown on a terminal",
      help: "name a file: `-o \(file).\(format.rawValue)`; `--format mermaid` prints it as text")
  }

  /// The format that the options or the ending of the output file say.
  private var chosenFormat: Format {
    format ?? OutputEnding.of(output).flatMap(Format.init(ending:)) ?? .svg
  }

  private func declaredView(_ model: Model) throws(CommandFailure) -> EntityID? {
    guard let view else { return nil }
    let views = model.all(.view)
    if let found = views.first(where: { model.path($0) == view || model.name($0) == view }) {
      guard let reason = model.text(found, .omitted) else { return found }
      throw CommandFailure(
        "the model omits the view `\(model.path(found))`",
        help: "its reason: \(TerminalText.condensed(reason, to: 200))")
    }
    let names = views.map { model.path($0) }
    throw CommandFailure(
      "the model declares no view `\(view)`",
      help: Suggestion.help(for: view, among: names)
        ?? (names.isEmpty
          ? "declare one: `view \(view) { include: some-boundary }`"
          : "name one of its views: \(Suggestion.alternatives(names))"))
  }

  private func picture(
    _ compiled: CompiledModel, _ builder: SceneBuilder, _ format: Format, _ console: Console
  ) throws -> [UInt8] {
    let painted: PictureOptions.Format
    switch format {
    case .dot, .mermaid:
      try sayReduced(builder, console)
      return format == .dot
        ? DotWriter.drawing(of: builder.scene()) : MermaidWriter.drawing(of: builder.scene())
    case .svg: painted = .svg
    case .png: painted = .png
    case .pdf: painted = .pdf
    }
    let chosen: FittedPicture
    do throws(WorkerError) {
      chosen = try FittedPicture(
        builder, words: labels, shape: fit?.shape ?? .free,
        isFixed: depth != nil, worker: painting.worker
      ) {
        let level = SceneBuilder(compiled.model, compiled.register, builder.request(depth: $0))
        // A box or two for the whole system say nothing.
        return level.nodeCount >= Self.leastBoxes || $0 > 0
          ? level
          : SceneBuilder(compiled.model, compiled.register, builder.request(depth: 1))
      }
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
    let isReadable = chosen.smallestText.map { $0 >= FittedPicture.readableText } ?? true
    try sayReduced(chosen.builder, console, asReadable: isReadable || fit == nil)
    if let fit, let points = chosen.smallestText, points < FittedPicture.readableText {
      try console.error.show(
        "note: the smallest text is \(FittedPicture.words(points)) pt on \(fit.words); "
          + "a view of one part of the system can be read\n")
    }
    do throws(WorkerError) {
      return try painting.bytes(of: chosen.placed, as: painted)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }

  /// Says how many levels are left out.
  ///
  /// - Parameter asReadable: whether those that are shown can be read.
  private func sayReduced(
    _ builder: SceneBuilder, _ console: Console, asReadable: Bool = true
  ) throws {
    guard depth == nil, let (shown, all) = builder.reducedDepth else { return }
    try console.error.show(
      "note: showing \(shown) of \(all) levels\(asReadable ? ", as many as can be read" : ""); "
        + "`--depth \(all)` shows all\n")
  }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let output, output != "-" else { return try console.output.write(bytes) }
    try FileWriter.put(output, bytes)
  }
}

/// What `--fit` can be.
enum PageSize: String, CaseIterable, ExpressibleByArgument {
  case slide, a4, letter

  var shape: SheetShape {
    switch self {
    case .slide: .slide
    case .a4: .a4
    case .letter: .letter
    }
  }

  /// As a sentence says it.
  var words: String {
    switch self {
    case .slide: "a slide"
    case .a4: "an A4 page"
    case .letter: "a letter page"
    }
  }
}

extension FlowWords: ExpressibleByArgument {}
extension DiagramRequest.Overlay: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
