// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMComponents
import TMModel
import TMRegister
import TMSyntax
import TMWriting

/// `tm vex`: the decisions of the model about vulnerabilities, for other programs.
struct VEXCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "vex",
    abstract: "Write what the model decided about published vulnerabilities as VEX.",
    discussion: """
      All files are one model, with everything they import. Only what a threat or decision names in \
      `cve` and states a status for is written; what is left out is said on standard error.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case cyclonedx
    case csaf
    case openvex
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var software: SoftwareOptions

  @Option(name: .long, help: "The standard to write.")
  var format = Format.cyclonedx

  @Option(name: .long, help: ArgumentHelp("Who says it.", valueName: "name"))
  var author: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address that the author's documents start from, such as `https://example.com/vex`.",
      valueName: "address"))
  var namespace: String?

  @Option(name: .long, help: ArgumentHelp("What the document is called.", valueName: "id"))
  var id: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"),
    completion: Completion.json)
  var output: String?

  @OptionGroup var day: DayOption
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    guard format != .cyclonedx else { return }
    guard author?.isEmpty == false, let namespace, namespace.contains(":"), !namespace.contains(" ")
    else {
      throw ValidationError(
        "`--format \(format.rawValue)` has to say whose it is: give `--author NAME` and `--namespace "
          + "ADDRESS`, such as `https://example.com`.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let paths = try input.paths()
    let compiled = try CompiledModel(paths, in: try input.workspace(paths))
    try compiled.refuseErrors(console, since: "its decisions would not be all of them")
    let report = try software.report(on: compiled, today: today)
    let found = VEXDecisions(report, in: compiled.model, today: today)
    try console.error.show(ComponentFacts.remarks(report))
    for sentence in found.leftOut { try console.error.show("left out: \(sentence)\n") }
    guard !found.decisions.isEmpty else {
      throw CommandFailure(
        "the model decides nothing about a vulnerability of a component",
        help:
          "name it in `cve` of a threat or decision with a `status`, and the files that know in "
          + "which component it is with `--vulnerabilities`")
    }
    let nameless = Set(
      found.decisions.flatMap(\.products).filter { $0.purl == nil && $0.cpe == nil }.map(\.id))
    if format == .openvex, let first = nameless.sorted().first {
      throw CommandFailure(
        "component `\(first)` has neither `purl` nor `cpe`, without which OpenVEX cannot name it",
        help: "add one to the component")
    }
    let system = compiled.model.system
    let owner = system.flatMap { compiled.model.text($0, .owner) }
    let document = VEXDocument(
      found.decisions, of: compiled.model, author: author ?? owner ?? "unspecified",
      namespace: namespace ?? "", id: id, day: today)
    let bytes =
      switch format {
      case .cyclonedx: CycloneDXVEX.text(of: document)
      case .csaf: CSAFVEX.text(of: document)
      case .openvex: OpenVEX.text(of: document)
      }
    if let output, output != "-" {
      try FileWriter.put(output, bytes)
    } else {
      try console.output.writeData(bytes)
    }
    return .clean
  }
}
