// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMModel
import TMRegister
import TMRisk
import TMSource

/// `tm trace`: the traceability matrix and the hand-over to the safety risk file.
struct TraceCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Trace assets to threats, controls, requirements and evidence, and find the gaps.",
    discussion: """
      All files are one model, with everything they import. Exit status 1 if there are gaps in what \
      is shown.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
    case markdown
  }

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: "How the trace is printed.")
  var format = Format.table

  @Flag(name: .long, help: "From the evidence back to the assets.")
  var backwards = false

  @Flag(name: .customLong("gaps"), help: "Only what has a gap.")
  var gapsOnly = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what leads through this asset, threat, control, requirement or verification.",
      valueName: "id"),
    completion: Completion.traced)
  var from: String?

  @Flag(
    name: .customLong("all"),
    help: "Each chain, however many there are; of many, the table counts those of each asset.")
  var showsAll = false

  @Flag(name: .long, help: "The hand-over to the safety risk file, in both directions.")
  var safety = false

  @OptionGroup var day: DayOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if safety, backwards || gapsOnly || showsAll || from != nil {
      throw ValidationError(
        "`--safety` is a list of its own: leave out `--backwards`, `--gaps`, `--all` and `--from`.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let paths = try input.paths()
    let compiled = try CompiledModel(
      paths, in: try input.workspace(paths), with: try policies.additions(to: Workspace.self)
    ).counting(on: try day.date ?? Today.date())
    try compiled.refuseErrors(console, since: "its trace would not be all of it")
    if safety {
      try writeSafety(compiled, console)
      return .clean
    }
    let trace = Trace(compiled.model, compiled.risks)
    try CompiledModel.refuseLongTrace(trace)
    let start = try from.map { try self.start($0, trace, compiled.model) }
    let selection = TraceSelection(
      trace, backwards ? .backwards : .forwards, from: start, gapsOnly ? .gapsOnly : .all)
    try write(selection, compiled.model, console)
    try compiled.refuseOverrun(console)
    return selection.gaps.isEmpty ? .clean : .findings
  }

  private func write(
    _ selection: TraceSelection, _ model: Model, _ console: Console
  ) throws {
    switch format {
    case .table:
      try console.output.show(
        TraceTable.text(
          of: selection, in: model, isWhole: showsAll || gapsOnly || from != nil,
          width: Terminal.width(), colouring: console.outputColouring))
    case .csv:
      try TraceSheet.sheet(of: selection, in: model).writeCSV(to: console.output.writeData)
    case .json:
      try console.output.writeData(TraceJSON.bytes(of: selection, in: model, layout: .pretty))
    case .markdown: try console.output.writeData(TraceMarkdown.text(of: selection, in: model))
    }
  }

  private func writeSafety(_ compiled: CompiledModel, _ console: Console) throws {
    let (model, risks) = (compiled.model, compiled.risks)
    let safety = SafetyTrace(model, risks)
    switch format {
    case .table:
      try console.output.show(
        SafetyTable.text(
          of: safety, risks, in: model, width: Terminal.width(),
          colouring: console.outputColouring))
    case .csv:
      try SafetySheet.sheet(of: safety, risks, in: model).writeCSV(to: console.output.writeData)
    case .json:
      try console.output.writeData(SafetyJSON.bytes(of: safety, risks, in: model, layout: .pretty))
    case .markdown:
      try console.output.writeData(SafetyMarkdown.text(of: safety, risks, in: model))
    }
  }

  /// What an id on the command line names.
  private func start(
    _ id: String, _ trace: Trace, _ model: Model
  ) throws(CommandFailure) -> TraceSelection.Start {
    if let index = trace.threats.firstIndex(where: { $0.threat.id == id }) { return .threat(index) }
    let found = Set(
      trace.chains.flatMap { chain -> [EntityID] in
        var ids = [chain.asset, chain.control, chain.requirement].compactMap { $0 }
        if case .declared(let verification)? = chain.evidence { ids.append(verification) }
        if let index = chain.threat { ids.append(trace.threats[index].threat.about) }
        return ids
      })
    if let declaration = found.first(where: { model.path($0) == id }) {
      return .declaration(declaration)
    }
    let elsewhere = trace.chains.compactMap { chain -> String? in
      guard case .elsewhere(let text)? = chain.evidence else { return nil }
      return text
    }
    if elsewhere.contains(id) { return .elsewhere(id) }
    let names = found.map { model.path($0) }.sorted() + trace.threats.map(\.threat.id) + elsewhere
    throw CommandFailure(
      "nothing in the trace is named `\(id)`",
      help: Suggestion.help(for: id, among: names)
        ?? "name an asset, a threat by its id, a control, a requirement or a verification")
  }
}
