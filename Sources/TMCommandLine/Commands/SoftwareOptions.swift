// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMAnalysis
import TMComponents
import TMModel

/// Files of others about the software in a product: read from the disk, never from a network.
struct SoftwareOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A bill of materials to compare with: CycloneDX or SPDX, as JSON; of one element: "
        + "`element=file`. May be given several times.", valueName: "file"),
    completion: Completion.json)
  var sbom: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Vulnerabilities to match with components: OSV, CVE records, NVD, CSAF, GitHub, EUVD, "
        + "CycloneDX VEX or OpenVEX; a folder stands for the files in it. May be given several times.",
      valueName: "file"),
    completion: Completion.json)
  var vulnerabilities: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A list of known exploited vulnerabilities, of CISA or the EU, as JSON; may be given several "
        + "times.", valueName: "file"),
    completion: Completion.json)
  var kev: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "EPSS scores: how likely vulnerabilities are to be exploited, as CSV or JSON.",
      valueName: "file"))
  var epss: String?

  mutating func validate() throws {
    for (option, isGiven) in [("--kev", !kev.isEmpty), ("--epss", epss != nil)]
    where isGiven && vulnerabilities.isEmpty {
      throw ValidationError(
        "`\(option)` marks vulnerabilities that `--vulnerabilities` brings: give one as well.")
    }
  }

  /// What the files say of the components of a model.
  func report(
    on compiled: CompiledModel, today: CalendarDate
  ) throws(CommandFailure) -> SoftwareReport {
    let model = compiled.model
    var bills: [(path: String, bill: PlacedBill)] = []
    for argument in sbom { bills += try Self.bills(argument, model) }
    var collector = VulnerabilityCollector(Inventory(model, bills: bills.map(\.bill)))
    collector.nextArgument()
    for (path, placed) in bills where !vulnerabilities.contains(path) {
      switch placed.bill.statements {
      case .none: continue
      case .list:
        try SoftwareFile.read(path) { document throws(DocumentFault) in
          try collector.add(document, path: path)
        }
      case .assessments: collector.passOverAssessments(in: path)
      }
    }
    for path in vulnerabilities {
      collector.nextArgument()
      guard Folder.isFolder(path) else {
        try SoftwareFile.read(path) { document throws(DocumentFault) in
          try collector.add(document, path: path)
        }
        continue
      }
      let count = collector.fileCount
      for file in try SoftwareFolder.files(in: path) {
        try SoftwareFile.readAny(file, into: &collector)
      }
      guard collector.fileCount > count else {
        throw CommandFailure(
          "the folder `\(path)` holds no file about vulnerabilities",
          help: "name the folder that the files lie in")
      }
    }
    var exploited: KnownExploited?
    for path in kev {
      let list = try SoftwareFile.read(path, KnownExploited.init)
      exploited = exploited.map { $0.joined(with: list) } ?? list
    }
    let scores = try epss.map { path throws(CommandFailure) in try SoftwareFile.readScores(path) }
    return SoftwareReport(
      model, collector, exploited: exploited, epss: scores,
      answers: compiled.counting(on: today).vulnerabilityAnswers, today: today)
  }

  /// The bills of one argument: a file, or those of a folder, of the whole model or of one element.
  private static func bills(
    _ argument: String, _ model: Model
  ) throws(CommandFailure) -> [(path: String, bill: PlacedBill)] {
    var (path, element): (String, EntityID?) = (argument, nil)
    if let sign = argument.firstIndex(of: "="), !Folder.has(argument) {
      let name = String(argument[..<sign])
      path = String(argument[argument.index(after: sign)...])
      element = model.allEntities.first { id in
        switch model[id].keyword {
        case .boundary, .external, .process, .store:
          model.path(id) == name || model.fullPath(id) == name
        default: false
        }
      }
      guard element != nil else {
        throw CommandFailure(
          "the model has no element `\(name)`, whose bill of materials `\(path)` would be",
          help:
            "write `--sbom ELEMENT=FILE` with the name of a boundary, external, process or store")
      }
    }
    let files = Folder.isFolder(path) ? try SoftwareFolder.files(in: path) : [path]
    var bills: [(path: String, bill: PlacedBill)] = []
    for file in files {
      bills.append((file, PlacedBill(try SoftwareFile.read(file, SoftwareBill.init), of: element)))
    }
    guard !bills.isEmpty else {
      throw CommandFailure(
        "the folder `\(path)` holds no bill of materials", help: "name the folder that they lie in")
    }
    return bills
  }
}
