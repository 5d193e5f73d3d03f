// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMLint
import TMReport
import TMSource

/// `tm explain`: what a rule, a category or a built-in threat is about.
struct ExplainCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule, a check, a category of threats or a threat template is about.",
    discussion: "Without a name, list all of them.")

  @Argument(
    help: ArgumentHelp(
      "The name in brackets behind a severity, a category, or the last part of a threat's id.",
      valueName: "name"),
    completion: Completion.pages)
  var name: String?

  @OptionGroup var colours: ColourOptions

  func work(_ console: Console) throws -> ExitStatus {
    guard let name else {
      try console.output.write(Handbook.list(console.outputColouring, width: Terminal.width()))
      return .clean
    }
    guard let page = Handbook.page(name, console.outputColouring, width: Terminal.width()) else {
      throw CommandFailure(
        "there is no rule, check, category or built-in threat `\(name)`",
        help: Suggestion.help(for: name, among: Handbook.names)
          ?? "`tm explain` lists all of them")
    }
    try console.output.write(page)
    return .clean
  }
}
