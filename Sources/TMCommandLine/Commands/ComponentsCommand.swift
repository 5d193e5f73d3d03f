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

  @OptionGroup var day: DayOption
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if undeclared, software.sbom == nil {
      throw ValidationError("`--undeclared` lists what `--sbom` brings: give one as well.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its components would not be all of them")
    let report = try software.report(on: compiled.model, today: today)
    switch format {
    case .table:
      try console.output.show(
        ComponentsTable.text(
          of: report, in: compiled.model, undeclared ? .undeclaredToo : .declared,
          width: Terminal.width(), colouring: console.outputColouring))
    case .json:
      try ComponentsJSON.write(
        report, of: compiled.model, layout: .pretty, to: console.output.write)
    case .csv: try ComponentsCSV.write(report, of: compiled.model, to: console.output.write)
    case .markdown:
      try console.output.write(ComponentsMarkdown.text(of: report, in: compiled.model))
    }
    return .clean
  }
}
