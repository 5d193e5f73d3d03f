// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMComponents
import TMModel

/// Files of others about the software in a product: read from the disk, never from a network.
struct SoftwareOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A bill of materials to compare with: CycloneDX or SPDX, as JSON.", valueName: "file"),
    completion: Completion.json)
  var sbom: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Vulnerabilities to match with components: OSV, NVD JSON 2.0, CSAF 2.0 or CycloneDX VEX; may "
        + "be given several times.", valueName: "file"),
    completion: Completion.json)
  var vulnerabilities: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "CISA's catalogue of known exploited vulnerabilities, as JSON.", valueName: "file"),
    completion: Completion.json)
  var kev: String?

  mutating func validate() throws {
    if kev != nil, vulnerabilities.isEmpty {
      throw ValidationError(
        "`--kev` marks vulnerabilities that `--vulnerabilities` brings: give one as well.")
    }
  }

  /// What the files say of the components of a model.
  func report(on model: Model, today: CalendarDate) throws(CommandFailure) -> SoftwareReport {
    let bill = try sbom.map { path throws(CommandFailure) in
      try SoftwareFile.read(path, SoftwareBill.init)
    }
    var collector = VulnerabilityCollector(Inventory(model, bill: bill))
    for path in vulnerabilities {
      try SoftwareFile.read(path) { document throws(DocumentFault) in
        try collector.add(document)
      }
    }
    let exploited = try kev.map { path throws(CommandFailure) in
      try SoftwareFile.read(path, KnownExploited.init)
    }
    return SoftwareReport(model, collector, exploited: exploited, today: today)
  }
}

/// One file of others.
enum SoftwareFile {
  /// Reads a file and hands its values to `use`; a fault names the file, the line and the column.
  static func read<Result>(
    _ path: String, _ use: (JSONDocument) throws(DocumentFault) -> Result
  ) throws(CommandFailure) -> Result {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try FileReader.read(
        try CanonicalPath.resolving(path), tooLarge: "split it, and give each part an option")
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
    do throws(DocumentFault) {
      return try use(try JSONDocument(bytes))
    } catch {
      let (line, column) = DocumentFault.place(of: error.offset, in: bytes)
      throw CommandFailure("\(path):\(line):\(column): \(error.message)", help: error.help)
    }
  }
}
