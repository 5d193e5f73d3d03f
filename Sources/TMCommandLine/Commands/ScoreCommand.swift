// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMRatings
import TMScoring
import TMWriting

/// `tm score`: what a vector scores, and why.
struct ScoreCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score a vector and say why; compare two; answer the rubric for medical devices.",
    discussion: """
      Reads CVSS 4.0, 3.1 and 3.0 with their prefix, and CVSS 2.0 without one; DREAD with its scale; \
      OWASP Risk Rating. The CVSS score that counts is the environmental one if that group is \
      defined, else the temporal one, else the base one.

        tm score CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
        tm score BEFORE AFTER            what a measure bought
        tm score --format csv - < list   one vector a line, one row each
        tm score DREAD:0-10/D:10/R:10/E:5/A:5/Di:5
        tm score --rubric                asks the questions of the MITRE rubric for medical devices
        tm score --answers FILE          decides from answers in a file
        tm score --matrix                exploitability × severity of patient harm

      Exit status: 1 if a line of `-` is no vector, or a published vector differs from the rubric's \
      and no `because` says why; 2 if an argument is none.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case human
    case json
    case csv
  }

  @Argument(
    help: ArgumentHelp(
      "A vector, or two to compare; `-` reads one a line from standard input.",
      valueName: "vector"),
    completion: .list(CVSSVersion.allCases.map(\.prefix).filter { !$0.isEmpty } + ["-"]))
  var vectors: [String] = []

  @Option(name: .long, help: "How scores are printed.")
  var format = Format.human

  @OptionGroup var rubric: RubricOptions

  @Flag(
    name: .long,
    help: "Print the built-in risk matrix after the FDA postmarket guidance; its cells are yours.")
  var matrix = false

  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if rubric.isAsked || matrix {
      guard vectors.isEmpty else {
        throw ValidationError("`--rubric`, `--answers` and `--matrix` take no vector.")
      }
      guard !(rubric.isAsked && matrix) else {
        throw ValidationError("Give either `--matrix` or `--rubric`.")
      }
      return
    }
    guard !vectors.isEmpty else {
      throw ValidationError("Give a vector, two to compare, `-` for standard input, or `--rubric`.")
    }
    if vectors.contains("-"), vectors.count > 1 {
      throw ValidationError("`-` is scored alone: leave out the other vectors.")
    }
    guard vectors.count <= 2 else {
      throw ValidationError("Two vectors can be compared: give a longer list to `tm score -`.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    if rubric.isAsked { return try RubricRun(rubric, format, console).run() }
    if matrix { return try writeMatrix(console) }
    if vectors == ["-"] { return try ScoreStream(console).run(format) }
    var read: [ScoreVector] = []
    var faults: [(vector: String, fault: VectorFault)] = []
    for vector in vectors {
      do throws(VectorFault) {
        read.append(try ScoreVector(parsing: vector))
      } catch {
        faults.append((vector, error))
      }
    }
    switch format {
    case .csv: try writeCSV(console)
    case .json: try writeJSON(read, faults, console)
    case .human:
      for (vector, fault) in faults {
        try console.error.show(
          VectorFaultText.text(of: fault, in: vector, colouring: console.errorColouring))
      }
      if faults.isEmpty { try console.output.show(text(read, console.outputColouring)) }
    }
    return faults.isEmpty ? .clean : .failed
  }

  private func text(_ read: [ScoreVector], _ colouring: Colouring) -> String {
    let width = Terminal.width()
    guard read.count > 1 else {
      return ScoreText.text(of: read[0], width: width, colouring: colouring)
    }
    return ScoreText.text(of: read[0], read[1], width: width, colouring: colouring)
  }

  private func writeMatrix(_ console: Console) throws -> ExitStatus {
    let matrix = RiskMatrix.fdaPostmarket
    switch format {
    case .human:
      try console.output.show(
        MatrixTable.text(
          of: matrix, width: Terminal.width(), colouring: console.outputColouring))
    case .json: try console.output.write(MatrixTable.json(matrix))
    case .csv: try console.output.write(MatrixTable.csv(matrix))
    }
    return .clean
  }

  private func writeCSV(_ console: Console) throws {
    var csv = ScoreCSV()
    for vector in vectors { _ = csv.score(vector) }
    try console.output.write(csv.takeBytes())
  }

  private func writeJSON(
    _ read: [ScoreVector], _ faults: [(vector: String, fault: VectorFault)], _ console: Console
  ) throws {
    var writer = JSONWriter(.pretty)
    if let (vector, fault) = faults.first {
      ScoreJSON.write(fault, in: vector, to: &writer)
    } else if read.count > 1 {
      ScoreJSON.write(read[0], read[1], to: &writer)
    } else {
      ScoreJSON.write(read[0], to: &writer)
    }
    try console.output.write(writer.takeBytes())
  }
}
