// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSource
import TMSyntax
import TMThreats
import TMWriting

/// `tm threats`: the threat register.
struct ThreatsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "threats",
    abstract: "List the threats of a model, the most urgent first, or explain one.",
    discussion: """
      All files are one model, with everything they import. A folder stands for each model below it. \
      Without options the list has what somebody has to decide: threats that are open or not \
      acceptable, by score; unrated ones by harm and exposure.
      """)

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
    help: "Only threats with this category, under any method; may be given several times.",
    completion: .list(ThreatCategory.ofMethods.map(\.rawValue)))
  var category: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only threats about this element, flow, asset or boundary, and what belongs to it; may be given several times.",
      valueName: "name"))
  var about: [String] = []

  @Option(name: .long, help: "Only threats of this severity; may be given several times.")
  var severity: [SeverityBand] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only threats that lead to this hazard, or to harm of this severity; may be given several times.",
      valueName: "hazard"))
  var harm: [String] = []

  @Flag(name: .long, help: "Only threats that nobody rated.")
  var unrated = false

  @Flag(name: .long, help: "Only threats that want an approval and have none as they stand.")
  var notApproved = false

  @Option(name: .long, help: "The order of the list.")
  var sort = WorklistText.Order.urgency

  @Option(
    name: .long, parsing: .unconditional,
    help: "How many threats the list shows at most; 25 if left out.")
  var limit: Int?

  @Flag(name: .long, help: "List every threat, also those that are answered.")
  var all = false

  @Flag(
    name: .long,
    help: "Show each element, flow and asset by category: its threats, or why there is none.")
  var coverage = false

  @Flag(
    name: .long,
    help: "The whole risk register, for CSV and JSON: ratings, treatment, measures, safety.")
  var full = false

  @Flag(name: .long, help: "Count threats by category for each crossing flow and element.")
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Say why a threat is listed, or why it is not; of an element or flow, of each category.",
      valueName: "id"),
    completion: Completion.threats)
  var explain: String?

  @OptionGroup var day: DayOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if full, format == .table {
      throw ValidationError("`--full` has too many columns to read: add `--format csv` or `json`.")
    }
    if summary || coverage || explain != nil, format != .table {
      throw ValidationError(
        "`--summary`, `--coverage` and `--explain` are for reading: leave out `--format`.")
    }
    if explain != nil, summary || coverage || !isPlain {
      throw ValidationError("`--explain` is about one threat: leave out the other options.")
    }
    if coverage, summary || !isPlain {
      throw ValidationError("`--coverage` is about the whole model: leave out the other options.")
    }
    if let limit, limit < 1 { throw ValidationError("`--limit` is 1 at least.") }
    if format != .table || summary, all || limit != nil || sort != .urgency {
      throw ValidationError("`--all`, `--sort` and `--limit` are for the list alone.")
    }
    if all, limit != nil { throw ValidationError("`--all` has no `--limit`.") }
  }

  /// Whether nothing was asked for that chooses or orders threats.
  private var isPlain: Bool {
    status.isEmpty && category.isEmpty && about.isEmpty && severity.isEmpty && harm.isEmpty
      && !unrated && !notApproved && !all && limit == nil && sort == .urgency
  }

  func work(_ console: Console) throws -> ExitStatus {
    let models = try ModelSearch.models(try input.named())
    if models.count > 1, format != .table || explain != nil {
      throw CommandFailure(
        "there are \(models.count) models",
        help: "name one for `--explain`, JSON or CSV: \(models[0].joined(separator: " "))")
    }
    for paths in models {
      let compiled = try CompiledModel(
        paths, in: try input.workspace(paths), with: try policies.additions(to: Workspace.self)
      ).counting(on: try day.date ?? Today.date())
      try compiled.refuseErrors(console, since: "its threats would not be all of them")
      if let explain { return try self.explain(explain, compiled, console) }
      if models.count > 1 {
        let path = TerminalText.condensed(paths.joined(separator: " "), to: 1000)
        let gap = paths == models[0] ? "" : "\n"
        try console.output.show(gap + console.outputColouring.paint(path, .strong) + "\n\n")
      }
      try list(compiled, console)
      try compiled.refuseOverrun(console)
    }
    return .clean
  }

  /// What the options choose.
  private func selection(_ model: Model) throws -> ThreatSelection {
    var selection = ThreatSelection()
    selection.statuses = status
    selection.categories = try categories(model)
    selection.severities = severity
    selection.isUnrated = unrated
    selection.isNotApproved = notApproved
    selection.subjects = try about.map { try subject($0, model) }
    let hazards = model.all(.hazard).map { model.path($0) }
    for word in harm
    where !hazards.contains(word) && !Vocabulary.harmSeverities.words.contains(word) {
      throw CommandFailure(
        "`\(word)` is neither a hazard nor a severity of harm",
        help: Suggestion.help(for: word, among: hazards + Vocabulary.harmSeverities.words)
          ?? "the severities are \(Suggestion.alternatives(Vocabulary.harmSeverities.words))")
    }
    selection.harms = harm
    return selection
  }

  private func categories(_ model: Model) throws -> [ThreatCategory] {
    let table = CategoryTable(model)
    let words = table.all.map(\.rawValue)
    return try category.map { word in
      if let found = table.named(word) { return found }
      throw CommandFailure(
        "`\(word)` is no category of threat",
        help: CommandAdvice.help(forValue: word, among: words)
          ?? "the categories are \(Suggestion.alternatives(words))")
    }
  }

  private func subject(_ name: String, _ model: Model) throws -> EntityID {
    let kinds: Set<Keyword> = [
      .flow, .external, .process, .store, .interface, .asset, .boundary,
    ]
    let known = model.allEntities.filter { kinds.contains(model[$0].keyword) }
    if let found = known.first(where: { model.path($0) == name }) { return found }
    throw CommandFailure(
      "nothing in the model that threats are about is named `\(name)`",
      help: Suggestion.help(for: name, among: known.map { model.path($0) })
        ?? "`tm threats --coverage` shows what there is")
  }

  private func list(_ compiled: CompiledModel, _ console: Console) throws {
    let model = compiled.model
    if coverage {
      let text = CoverageText(
        model, compiled.register, width: Terminal.width(), colouring: console.outputColouring)
      return try console.output.show(text.table())
    }
    let selection = try selection(model)
    let threats = selection.selected(compiled.risks.threats, of: model)
    if summary {
      return try console.output.show(
        ThreatSummaryTable.text(
          of: threats.map(\.threat), in: model, width: Terminal.width(),
          colouring: console.outputColouring))
    }
    switch format {
    case .table:
      var options = WorklistText.Options()
      options.order = sort
      options.limit = all ? nil : limit ?? 25
      options.pressingOnly = !all && selection.isEmpty
      options.unrated = selection.unratedCount(compiled.risks.threats, of: model)
      try console.output.show(
        WorklistText.text(
          of: threats, from: compiled.register, in: model, options: options,
          width: Terminal.width(), colouring: console.outputColouring))
    case .json:
      try ThreatsJSON.write(
        threats, from: compiled.risks, of: model, isFull: full, layout: .pretty,
        to: console.output.writeData)
    case .csv where full:
      try RegisterCSV.write(threats, from: compiled.risks, of: model, to: console.output.writeData)
    case .csv: try ThreatsCSV.write(threats, of: model, to: console.output.writeData)
    }
  }

  private func explain(
    _ id: String, _ compiled: CompiledModel, _ console: Console
  ) throws -> ExitStatus {
    let kinds: Set<Keyword> = [.flow, .external, .process, .store, .asset]
    let named = compiled.model.allEntities.first {
      kinds.contains(compiled.model[$0].keyword) && compiled.model.path($0) == id
    }
    let coverage = CoverageText(
      compiled.model, compiled.register, width: Terminal.width(),
      colouring: console.outputColouring)
    if let named, let text = coverage.text(about: named) {
      try console.output.show(text)
      return .clean
    }
    switch Explainer(compiled.model, compiled.register).explain(id) {
    case .found(let explanation):
      try console.output.show(
        ExplanationText.text(
          of: explanation, in: compiled.model, width: Terminal.width(),
          colouring: console.outputColouring))
      try compiled.refuseOverrun(console)
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
extension SeverityBand: ExpressibleByArgument {}
extension WorklistText.Order: ExpressibleByArgument {}
