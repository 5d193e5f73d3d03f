// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMModel
import TMRatings
import TMScoring
import TMSource
import TMWriting

/// `tm score --rubric` and `tm score --answers`: a vector from the answers to the MITRE rubric.
struct RubricRun {
  private let options: RubricOptions
  private let format: ScoreCommand.Format
  private let console: Console

  init(_ options: RubricOptions, _ format: ScoreCommand.Format, _ console: Console) {
    self.options = options
    self.format = format
    self.console = console
  }

  func run() throws -> ExitStatus {
    guard let records = try records() else { return .failed }
    let scheme = (options.scheme ?? .cvss30).scheme
    let evaluations = records.compactMap { RubricEvaluation($0, scheme) }
    switch format {
    case .human:
      try console.output.show(
        RubricText.text(
          of: evaluations, width: Terminal.width(), colouring: console.outputColouring))
    case .json: try console.output.write(RubricJSON.bytes(evaluations))
    case .csv: try console.output.write(RubricCSV.bytes(evaluations))
    }
    return evaluations.contains(where: \.isUnexplained) ? .findings : .clean
  }

  /// The records to decide; nil where the file has faults, which are printed then.
  private func records() throws -> [RubricRecord]? {
    if let path = options.answers { return try read(path) }
    guard Terminal.isTerminal(.input) else {
      throw CommandFailure(
        "the questions of the rubric are asked in a terminal, and standard input is none",
        help: "give the answers in a file: `tm score --answers FILE`, or `-` for standard input")
    }
    if let path = options.writeAnswers, Folder.has(path) {
      throw CommandFailure(
        "`\(path)` exists already", help: "choose another name, or move the file that is there")
    }
    let record = RubricRecord(id: "", title: "", answers: try ask())
    if let path = options.writeAnswers {
      try FileWriter.create(path, with: Array(record.fileText.utf8))
      try console.error.show("wrote the answers to \(TerminalText.condensed(path, to: 200))\n")
    }
    return [record]
  }

  private func ask() throws -> RubricAnswers {
    var dialogue = RubricDialogue(
      width: Terminal.width(.error), colouring: console.errorColouring)
    try console.error.show(dialogue.opening)
    while !dialogue.isComplete {
      try console.error.show(dialogue.prompt)
      try console.error.flush()
      guard let line = readLine() else {
        try console.error.show("\n")
        throw abandoned(dialogue)
      }
      try console.error.show(dialogue.take(line))
      if dialogue.isAbandoned { throw abandoned(dialogue) }
    }
    return dialogue.answers
  }

  private func abandoned(_ dialogue: RubricDialogue) -> CommandFailure {
    CommandFailure(
      "the rubric ended before `\(dialogue.question?.code ?? "")` was answered",
      help: "nothing was written; start again, or answer in a file with `--answers`")
  }

  private func read(_ path: String) throws -> [RubricRecord]? {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes =
        path == "-"
        ? try FileReader.readStandardInput() : try FileReader.read(CanonicalPath.resolving(path))
    } catch {
      let subject = path == "-" ? "standard input" : "`\(path)`"
      throw CommandFailure("\(subject) \(error.reason)", help: error.help)
    }
    let file = RubricFile(bytes)
    if file.faults.isEmpty { return file.records }
    try report(file.faults, in: bytes, path == "-" ? "<stdin>" : path)
    return nil
  }

  private func report(_ faults: [RubricFault], in bytes: [UInt8], _ name: String) throws {
    var sources = SourceSet()
    let id = sources.add(path: name, bytes: bytes).id
    let findings = faults.map { fault in
      let range = SourceRange(
        file: id, start: UInt32(fault.range.lowerBound), end: UInt32(fault.range.upperBound))
      let suggestion = fault.unknown.flatMap { unknown in
        unknown.word.isEmpty ? nil : Suggestion.help(for: unknown.word, among: unknown.known)
      }
      return Diagnostic(
        "rubric", .error, fault.message, at: Label(range), help: [suggestion ?? fault.help])
    }
    try console.error.show(
      HumanDiagnostics.text(
        of: findings, in: sources, width: Terminal.lineWidth(.error),
        colouring: console.errorColouring))
  }
}
