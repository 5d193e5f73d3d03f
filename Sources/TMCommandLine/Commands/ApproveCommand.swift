// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMAnalysis
import TMModel
import TMRegister
import TMRisk
import TMSource
import TMThreats
import TMWriting

/// `tm approve`: writes down what was approved.
struct ApproveCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve threats as they stand, in a list beside the model.",
    discussion: """
      The list is text, one threat a line, for a review in a diff; `tm lint` compares it with the \
      model. Approves what nobody approved as it stands, but no threat that is open or whose risk the \
      policy does not accept, unless `--open` or `--unacceptable` says so. Exit status 1 if something \
      that was selected is left out.
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("Who approves.", valueName: "name"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only threats that a condition holds for, as in `accept` of a policy.",
      valueName: "condition"))
  var condition: String?

  @Option(
    name: .customLong("id"),
    help: ArgumentHelp("Only this threat; may be given several times.", valueName: "id"),
    completion: Completion.threats)
  var ids: [String] = []

  @Flag(name: .long, help: "Approve threats that are open too: that they are known to be.")
  var open = false

  @Flag(name: .long, help: "Approve threats too whose risk the policy does not accept.")
  var unacceptable = false

  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Show what it would do, and write nothing.")
  var dryRun = false

  @OptionGroup var day: DayOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if input.readsStandardInput {
      throw ValidationError("The list stands beside a file: name the model instead of `-`.")
    }
    if by == nil, !dryRun {
      throw ValidationError("Say who approves with `--by NAME`, or look first with `--dry-run`.")
    }
    if let by, !by.contains(where: { !$0.isWhitespace }) || by.utf8.count > 200 {
      throw ValidationError("`--by` is the name of who approves, of at most 200 bytes.")
    }
    if let by, by.namesNothing {
      throw ValidationError("`--by` names nobody: write who answers for what is approved.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let paths = try input.paths()
    let workspace = try input.workspace(paths)
    let compiled = try CompiledModel(
      paths, in: workspace,
      with: try policies.additions(to: Workspace.self) + selection())
    try compiled.refuseErrors(console, since: "what it says now cannot be approved")
    let target = try target(compiled, workspace)
    let today = try day.date ?? Today.date()
    let plan = try plan(compiled.asking(on: today), today)
    try console.output.show(ApprovalPlanText.text(of: plan, colouring: console.outputColouring))
    let text = ApprovalList.text(of: plan.lines)
    if !dryRun, plan.changesList(text, compiled.sources, compiled.approvals.list) {
      // What somebody else approved meanwhile is not lost.
      if let list = compiled.approvals.list {
        try FileWriter.replace(
          target.path, with: Array(text.utf8), madeFrom: compiled.sources[list.file].bytes)
      } else {
        try FileWriter.create(target.path, with: Array(text.utf8))
      }
      try console.output.show("wrote \(TerminalText.condensed(target.display, to: 200))\n")
    }
    return plan.refused.isEmpty ? .clean : .findings
  }

  private func plan(
    _ compiled: CompiledModel, _ today: CalendarDate
  ) throws(CommandFailure) -> ApprovalPlan {
    let request = ApprovalPlan.Request(
      ids: ids, open: open, unacceptable: unacceptable, by: by ?? "?", date: "\(today)")
    do throws(ApprovalPlan.UnknownThreat) {
      return try ApprovalPlan(compiled.model, compiled.decided, compiled.approvals, request)
    } catch {
      throw CommandFailure(
        "there is no threat `\(error.id)` to approve",
        help: error.close.isEmpty
          ? "`tm threats` lists all ids" : "did you mean \(Suggestion.alternatives(error.close))?")
    }
  }

  /// The condition of the command line as a text that is compiled with the model.
  private func selection() -> [Loader<Workspace>.Addition] {
    guard let condition else { return [] }
    return [
      .init(
        ResolvedFile(identity: "<--where>", display: "<--where>"),
        Array("policy {\n  approve: \(condition)\n}\n".utf8), .selection)
    ]
  }

  /// The list beside the file with the `model`: where it lies, and how the sources of the model name it.
  private func target(
    _ compiled: CompiledModel, _ workspace: Workspace
  ) throws(CommandFailure) -> (path: String, display: String) {
    if let list = compiled.approvals.list {
      let display = compiled.sources[list.file].path
      if let path = workspace.diskPath(ofDisplay: display) { return (path, display) }
    }
    let model = compiled.model
    guard let system = model.system else { throw noModel }
    let shown = model.sources[model[system].file].path
    guard let path = workspace.diskPath(ofDisplay: shown) else { throw noModel }
    let name = LoadedFiles.approvalsName(beside: path)
    let folder = shown.lastIndex(of: "/").map { shown[...$0] } ?? ""
    return (CanonicalPath.joining(CanonicalPath.folder(of: path), name), folder + name)
  }

  private var noModel: CommandFailure {
    CommandFailure(
      "there is no file with a `model` to write the list beside",
      help: "name the file that declares the `model`")
  }
}

extension ApprovalPlan {
  /// Whether a text is not what the list has already.
  fileprivate func changesList(
    _ text: String, _ sources: SourceSet, _ list: ApprovalList?
  ) -> Bool {
    guard let list else { return !lines.isEmpty }
    return sources[list.file].bytes != Array(text.utf8)
  }
}
