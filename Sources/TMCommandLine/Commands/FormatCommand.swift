// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMFindings
import TMFormat
import TMModel
import TMSource
import TMSyntax
import TMWriting

/// `tm fmt`: the one style of the language.
struct FormatCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Format files in place.",
    discussion: """
      Formats the files that are named, not those that they import. A file with syntax errors is \
      left as it is.
      """)

  @Argument(
    help: ArgumentHelp(
      "The files to format, or folders with all files below; `-` formats standard input to standard output. "
        + "If left out, the one .tm file with a `model` in the current folder; with `--check` or `--diff`, all files below it.",
      valueName: "file"),
    completion: Completion.model)
  var files: [String] = []

  @Option(
    name: .customLong("stdin-name"),
    help: ArgumentHelp("The file that standard input stands for.", valueName: "path"),
    completion: Completion.model)
  var standardInputName: String?

  @Flag(name: .long, help: "Write nothing; list the files that would change, and exit with 1.")
  var check = false

  @Flag(name: .long, help: "Write nothing; print what would change, and exit with 1.")
  var diff = false

  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if files.contains("-"), files.count > 1 {
      throw ValidationError("`-` is formatted alone: leave out the other files.")
    }
    if standardInputName != nil, files != ["-"] {
      throw ValidationError("`--stdin-name` names standard input: give `-` as well.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    var result = ExitStatus.clean
    for path in try paths() {
      let status = try format(path, console)
      if status.rawValue > result.rawValue { result = status }
    }
    return result
  }

  private func paths() throws(CommandFailure) -> [String] {
    if files.isEmpty {
      // What is only looked at can be all there is: a gate that sees one file of many is none.
      return check || diff ? try ModelSearch.files(below: ".") : [try DefaultModelFile.path()]
    }
    var paths: [String] = []
    for path in files {
      paths += path != "-" && Folder.isFolder(path) ? try ModelSearch.files(below: path) : [path]
    }
    return paths
  }

  /// Formats one file; a file that cannot be formatted does not keep the next one from it.
  private func format(_ path: String, _ console: Console) throws -> ExitStatus {
    let text: FormattedText
    do throws(CommandFailure) {
      text = try FormattedText(path, standardInputName: standardInputName)
    } catch {
      try console.error.show(error.text(console.errorColouring))
      return .failed
    }
    guard let formatted = text.formatted else {
      try console.error.show(
        HumanDiagnostics.text(
          of: text.diagnostics, in: text.sources, width: Terminal.lineWidth(.error),
          colouring: console.errorColouring))
      return .failed
    }
    let isChanged = formatted != text.bytes
    if diff || check {
      guard isChanged else { return .clean }
      if check { try console.output.write(TerminalText.sanitised(text.name) + "\n") }
      if diff { try console.output.write(shown(text.difference, console)) }
      return .findings
    }
    guard let target = text.target else {
      try console.output.writeData(formatted)
      return .clean
    }
    if isChanged { try FileWriter.replace(target, with: formatted, madeFrom: text.bytes) }
    return .clean
  }

  /// The diff as it is for programs that apply it; on a terminal, and in the log of a build server, made safe
  /// and coloured.
  private func shown(_ difference: [UInt8], _ console: Console) -> [UInt8] {
    guard Terminal.isTerminal(.output) || BuildLog.isWritten(.output) else { return difference }
    var text = ""
    for line in difference.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let safe = TerminalText.sanitised(String(decoding: line, as: UTF8.self))
      text += console.outputColouring.paint(safe, style(line)) + "\n"
    }
    return Array(text.utf8)
  }

  private func style(_ line: ArraySlice<UInt8>) -> TerminalStyle? {
    switch line.first {
    case UInt8(ascii: "+"): .added
    case UInt8(ascii: "-"): .removed
    case UInt8(ascii: "@"): .frame
    default: nil
    }
  }
}
