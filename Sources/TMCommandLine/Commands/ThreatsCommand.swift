// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMModel
import TMRegister
import TMSource
import TMThreats

/// `tm threats`: the threat register.
struct ThreatsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "threats",
    abstract: "List the threats of a model, or explain one.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case csv
  }

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: "How threats are printed.")
  var format = Format.table

  @Option(name: .long, help: "Only threats of this status; may be given several times.")
  var status: [ThreatStatus] = []

  @Option(
    name: .long,
    help: "Only threats with this category, under any method; may be given several times.")
  var category: [ThreatCategory] = []

  @Flag(
    name: .long,
    help: "The whole risk register, for CSV and JSON: ratings, treatment, measures, safety.")
  var full = false

  @Flag(name: .long, help: "Count threats by category for each crossing flow and element.")
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp("Say why a threat is listed, or why it is not.", valueName: "id"),
    completion: Completion.threats)
  var explain: String?

  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if full, format == .table {
      throw ValidationError("`--full` has too many columns to read: add `--format csv` or `json`.")
    }
    if summary || explain != nil, format != .table {
      throw ValidationError("`--summary` and `--explain` are for reading: leave out `--format`.")
    }
    if explain != nil, summary || !status.isEmpty || !category.isEmpty {
      throw ValidationError("`--explain` is about one threat: leave out the other options.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its threats would not be all of them")
    if let explain { return try self.explain(explain, compiled, console) }
    try list(compiled, console)
    return .clean
  }

  private func list(_ compiled: CompiledModel, _ console: Console) throws {
    let all = compiled.risks.threats
    let (statuses, categories) = (status, category)
    let threats = all.filter { assessed in
      (statuses.isEmpty || statuses.contains(assessed.threat.status))
        && (categories.isEmpty || assessed.threat.categories.contains(where: categories.contains))
    }
    if summary {
      return try console.output.show(
        ThreatSummaryTable.text(
          of: threats.map(\.threat), in: compiled.model, width: Terminal.width(),
          colouring: console.outputColouring))
    }
    switch format {
    case .table:
      try console.output.show(
        ThreatTable.text(
          of: threats, from: compiled.register.threats, in: compiled.model, width: Terminal.width(),
          colouring: console.outputColouring))
    case .json:
      try ThreatsJSON.write(
        threats, from: compiled.risks, of: compiled.model, isFull: full, layout: .pretty,
        to: console.output.write)
    case .csv where full:
      try RegisterCSV.write(
        threats, from: compiled.risks, of: compiled.model, to: console.output.write)
    case .csv: try ThreatsCSV.write(threats, of: compiled.model, to: console.output.write)
    }
  }

  private func explain(
    _ id: String, _ compiled: CompiledModel, _ console: Console
  ) throws -> ExitStatus {
    switch Explainer(compiled.model, compiled.register).explain(id) {
    case .found(let explanation):
      try console.output.show(
        ExplanationText.text(
          of: explanation, in: compiled.model, width: Terminal.width(),
          colouring: console.outputColouring))
      return .clean
    case .malformed:
      throw CommandFailure(
        "`\(id)` is no id of a threat",
        help: "an id is what the threat is about, a dot and its name"
          + (compiled.register.threats.first.map { ": `\($0.id)`, for example" } ?? ""))
    case .unknownSubject(let path, let suggestions):
      throw CommandFailure(
        "nothing in the model that threats are about is named `\(path)`",
        help: suggestions.isEmpty
          ? "`tm threats` lists all ids" : "did you mean \(Suggestion.alternatives(suggestions))?")
    case .ambiguousSubject(let path, let paths):
      throw CommandFailure(
        "`\(path)` names \(paths.count) things",
        help: "write \(Suggestion.alternatives(Array(paths.prefix(4))))")
    case .unknownThreat(let name, let subject, let suggestions, let names):
      throw CommandFailure(
        "there is no threat template `\(name)`, and no threat of that name about "
          + "`\(compiled.model.path(subject))`",
        help: Self.help(suggestions, names))
    }
  }

  private static func help(_ suggestions: [String], _ names: [String]) -> String {
    if !suggestions.isEmpty { return "did you mean \(Suggestion.alternatives(suggestions))?" }
    if names.isEmpty { return "`tm threats` lists all ids" }
    return "it has \(Suggestion.alternatives(Array(names.prefix(8))))"
  }
}

extension ThreatStatus: ExpressibleByArgument {}
extension ThreatCategory: ExpressibleByArgument {}
