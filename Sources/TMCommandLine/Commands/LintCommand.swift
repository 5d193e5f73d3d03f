// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMFindings
import TMLint
import TMModel
import TMSource

/// `tm lint`: the gate.
struct LintCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check syntax, names, data flows, crossings and decisions.",
    discussion: """
      All files are one model, with everything they import. A folder stands for each model below it, \
      checked on its own; what is hidden is left out, and so are symbolic links.
      """)

  @OptionGroup var input: InputOptions

  @Flag(name: .long, help: "Apply the safe fixes, then print what is left.")
  var fix = false

  @OptionGroup var outputs: LintOutputOptions

  @Option(
    name: .customLong("fail-on"), help: "The least severity for which the exit status is 1.")
  var failOn = Severity.warning

  @OptionGroup var known: BaselineOptions
  @OptionGroup var scope: LintScopeOptions
  @OptionGroup var day: DayOption
  @OptionGroup var software: SoftwareOptions

  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if fix, input.readsStandardInput {
      throw ValidationError("`--fix` changes files; it has none to change for `-`.")
    }
    if fix, !scope.only.isEmpty {
      throw ValidationError("`--fix` repairs the whole model; leave `--only` out.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let old = try known.read()
    var checked = CheckedModels(old?.baseline, showsWays: outputs.showsWays)
    for paths in try ModelSearch.models(try input.named()) {
      try check(paths, today, &checked, console)
    }
    var outcome = try known.apply(old, checked, console)
    let elsewhere = try scope.limit(&outcome, checked)
    try outputs.write(report(outcome, checked), console)
    try console.output.show(remarks(outcome, checked))
    // Beside a form for machines too: what was not looked at is no all-clear.
    let folders = input.files.filter { $0 != "-" && Folder.isFolder($0) }
    let read = checked.sources.files.map(\.path)
    let strays = try StrayFiles(below: folders, read: read)
    try console.error.show(strays.line)
    if let failure = strays.failure { throw failure }
    if elsewhere > 0 {
      // Also beside a form for machines: what was not shown is no all-clear.
      let what = elsewhere == 1 ? "1 finding elsewhere is" : "\(elsewhere) findings elsewhere are"
      try console.error.show("\(what) not shown; leave `--only` out to see all\n")
    } else if outcome.findings.isEmpty, Terminal.isTerminal(.error) {
      for part in checked.parts {
        try console.error.show(CleanReport.line(part.summary, console.errorColouring))
      }
    }
    return outcome.findings.contains { $0.severity >= failOn } ? .findings : .clean
  }

  /// Checks one model, after its fixes if they are asked for.
  private func check(
    _ paths: [String], _ today: CalendarDate, _ checked: inout CheckedModels, _ console: Console
  ) throws {
    var workspace = try input.workspace(paths)
    var compiled = try CompiledModel(
      paths, in: workspace, with: try policies.additions(to: Workspace.self))
    var findings = try compiled.findings(software, today: today)
    if fix {
      var fixes = FixRun(paths, software, policies, today: today)
      (compiled, findings) = try fixes.run(compiled, findings, &workspace)
      try console.error.show(fixes.report)
    }
    checked.add(compiled.counting(on: today), findings, in: workspace)
  }

  private func report(
    _ outcome: BaselineOptions.Outcome, _ checked: CheckedModels
  ) -> LintReport {
    LintReport(
      outcome.findings, in: outcome.sources, of: checked.reported,
      paths: outcome.sources.files.map { checked.reportPath(of: $0) }, rules: checked.rules,
      failing: failOn, toolVersion: ToolVersion.text, help: { RuleHelp.markdown(of: $0) })
  }

  /// What a person is told behind the findings.
  private func remarks(
    _ outcome: BaselineOptions.Outcome, _ checked: CheckedModels
  ) -> String {
    guard outputs.printed == .human else { return "" }
    var text = ""
    if !checked.waiting.isEmpty {
      let waiting = checked.waiting.count
      let rules = waiting == 1 ? "1 rule that looks" : "\(waiting) rules that look"
      let run = waiting == 1 ? "runs" : "run"
      text += "\(rules) for what is missing \(run) when the errors are repaired\n"
    }
    if outcome.known > 0 {
      text += outcome.known == 1 ? "1 finding is" : "\(outcome.known) findings are"
      text += " in the baseline, and not shown\n"
    }
    return text
  }
}

extension Severity: ExpressibleByArgument {}
