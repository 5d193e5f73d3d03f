// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import TMWriting

extension TMCommand {
  /// Runs the command that the arguments name, and ends the program with its status.
  package static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error, arguments)
    }
  }

  private static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// The command that is run, or whose help is asked for.
  private static func named(_ arguments: [String]) -> String? {
    arguments.first { !$0.hasPrefix("-") && $0 != "help" }
  }

  private static func refuseUnknownCommand(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-"), let name = named(arguments),
      first == "help" || name == first, !commandNames.contains(name)
    else { return }
    let failure = CommandFailure(
      "there is no command `\(TerminalText.condensed(name, to: 60))`",
      help: CommandAdvice.help(forCommand: name, among: commandNames))
    write(failure.text(Terminal.colouring(.error)), to: .error)
    throw ExitCode.validationFailure
  }

  /// Says what the parser has to say, with examples behind a help, and a word that may have been meant.
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if text.isEmpty { Glibc.exit(code.rawValue) }
    if code.isSuccess {
      let isHelp = text.hasPrefix("OVERVIEW:")
      let examples = isHelp ? CommandExamples.text(of: named(arguments) ?? "tm") : ""
      write(text + (text.hasSuffix("\n") ? "" : "\n") + examples, to: .output)
    } else {
      write(sanitised(asFailure(advised(text, arguments))) + "\n", to: .error)
    }
    Glibc.exit(code.rawValue)
  }

  /// The parser's text with the word that begins every other failure: one convention for who reads them by
  /// program.
  private static func asFailure(_ text: String) -> String {
    let start = "Error: "
    guard text.hasPrefix(start) else { return text }
    let rest = text.dropFirst(start.count)
    // A name in capitals stays.
    let isWord = rest.dropFirst().first?.isLowercase ?? false
    return "error: " + (isWord ? rest.prefix(1).lowercased() + rest.dropFirst() : String(rest))
  }

  /// The text of an error with the value that may have been meant, in front of all values.
  private static func advised(_ text: String, _ arguments: [String]) -> String {
    if let help = InterchangeAdvice.text(ofOptionIn: arguments),
      let end = text.firstRange(of: "\nUsage:")?.lowerBound
    {
      return "Error: \(help)" + text[end...]
    }
    guard let value = quoted(text, after: "The value '"),
      let list = text.firstRange(of: "Please provide one of")
    else { return text }
    let ends = ["\nHelp:", "\nUsage:"].compactMap { text.firstRange(of: $0)?.lowerBound }
    let values = text[list.upperBound..<(ends.min() ?? text.endIndex)].split {
      !($0.isLetter || $0.isNumber || $0 == "-")
    }
    // Each stands behind a hyphen.
    .map(String.init).filter { $0 != "-" }
    guard let help = CommandAdvice.help(forValue: value, among: values) else { return text }
    return text[..<list.lowerBound] + help.prefix(1).uppercased() + help.dropFirst() + " "
      + text[list.lowerBound...]
  }

  private static func quoted(_ text: String, after start: String) -> String? {
    guard let found = text.firstRange(of: start) else { return nil }
    return text[found.upperBound...].firstRange(of: "' is invalid").map {
      String(text[found.upperBound..<$0.lowerBound])
    }
  }

  /// The parser repeats arguments as they are, and a script may have taken them from a stranger. What it
  /// prints of its own, such as a completion script, is no such text.
  private static func sanitised(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.sanitised(String($0)) }.joined(separator: "\n")
  }

  private static func write(_ text: String, to stream: Terminal.Stream) {
    let folded = LineFolding.folded(text, width: Terminal.lineWidth(stream))
    let output = stream == .error ? OutputStream.standardError() : OutputStream.standardOutput()
    do throws(CommandFailure) {
      try output.write(folded)
      try output.flush()
    } catch {
      Glibc.exit(ExitStatus.failed.rawValue)
    }
  }
}
