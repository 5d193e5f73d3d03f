// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMComponents
import TMModel
import TMRegister

/// `tm components`: the software of others.
struct ComponentsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "components",
    abstract: "List the software of others by element, with its support and vulnerabilities.",
    discussion: "All files are one model, with everything they import.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case csv
    case markdown
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var software: SoftwareOptions

  @Option(name: .long, help: "How components are printed.")
  var format = Format.table

  @Flag(name: .long, help: "List the components of the SBOM that are not declared, too.")
  var undeclared = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Say of one vulnerability where it is, how somebody gets there, and what lies behind it.",
      valueName: "id"))
  var explain: String?

  @OptionGroup var day: DayOption
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if undeclared, software.sbom.isEmpty {
      throw ValidationError("`--undeclared` lists what `--sbom` brings: give one as well.")
    }
  }

  private func write(_ explanation: String?, of id: String, _ console: Console) throws {
    guard let explanation else {
      throw CommandFailure(
        "no component has `\(id)`, as far as these files say",
        help: software.vulnerabilities.isEmpty
          ? "name the files that know it with `--vulnerabilities`"
          : "check the id; `tm components` without `--explain` lists them all")
    }
    try console.output.show(explanation)
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its components would not be all of them")
    let report = try software.report(on: compiled, today: today)
    if let explain {
      try console.error.show(ComponentFacts.remarks(report))
      try write(
        ComponentsExplanation.text(of: explain, report, in: compiled.model), of: explain, console)
      return .clean
    }
    switch format {
    case .table:
      try console.output.show(
        ComponentsTable.text(
          of: report, in: compiled.model, undeclared ? .undeclaredToo : .declared,
          width: Terminal.width(), colouring: console.outputColouring))
    case .json:
      try ComponentsJSON.write(
        report, of: compiled.model, layout: .pretty, to: console.output.writeData)
    case .csv:
      try ComponentsCSV.write(report, of: compiled.model, to: console.output.writeData)
      // Its records have no place for what was not compared.
      try console.error.show(ComponentFacts.remarks(report))
    case .markdown:
      try console.output.writeData(ComponentsMarkdown.text(of: report, in: compiled.model))
    }
    return .clean
  }
}
