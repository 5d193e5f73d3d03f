// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMLint
import TMModel
import TMReport
import TMSource

/// `tm lint`: the gate.
struct LintCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check syntax, names, data flows, crossings and decisions.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case human
    case concise
    case json
  }

  @OptionGroup var input: InputOptions

  @Flag(name: .long, help: "Apply the safe fixes, then print what is left.")
  var fix = false

  @Option(name: .long, help: "How findings are printed.")
  var format = Format.human

  @Option(
    name: .customLong("fail-on"), help: "The least severity for which the exit status is 1.")
  var failOn = Severity.warning

  @OptionGroup var day: DayOption
  @OptionGroup var software: SoftwareOptions

  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if fix, input.readsStandardInput {
      throw ValidationError("`--fix` changes files; it has none to change for `-`.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let paths = try input.paths()
    var workspace = try input.workspace(paths)
    var compiled = try CompiledModel(paths, in: workspace)
    var findings = try compiled.findings(software, today: today)
    if fix {
      var fixes = FixRun(paths, software, today: today)
      (compiled, findings) = try fixes.run(compiled, findings, &workspace)
      try console.error.write(fixes.report)
    }
    try console.output.write(text(of: findings, in: compiled.sources, console))
    if format == .human, !compiled.model.isComplete {
      let waiting = Rule.all.count { $0.evidence == .absence }
      try console.output.write(
        "\(waiting) rules that look for what is missing run when the errors are repaired\n")
    }
    if findings.isEmpty, Terminal.isTerminal(.error) {
      try console.error.write(CleanReport.line(compiled, console.errorColouring))
    }
    return findings.contains { $0.severity >= failOn } ? .findings : .clean
  }

  private func text(
    of findings: [Diagnostic], in sources: SourceSet, _ console: Console
  ) -> [UInt8] {
    switch format {
    case .human:
      Array(
        HumanDiagnostics.text(of: findings, in: sources, colouring: console.outputColouring).utf8)
    case .concise: Array(ConciseDiagnostics.text(of: findings, in: sources).utf8)
    case .json: JSONDiagnostics.bytes(of: findings, in: sources, layout: .pretty)
    }
  }
}

extension Severity: ExpressibleByArgument {}
