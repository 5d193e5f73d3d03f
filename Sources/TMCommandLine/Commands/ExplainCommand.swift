// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMHandbook
import TMSource
import TMWriting

/// `tm explain`: a page of the handbook, or a list of them.
struct ExplainCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say what a rule, a check, a threat, a category, a key of the policy or a word is about.",
    discussion: "Without a name, list all pages.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
  }

  @Argument(
    help: ArgumentHelp(
      "The name in brackets behind a severity, the last part of a threat's id, a category, or a word of the language.",
      valueName: "name"),
    completion: Completion.pages)
  var name: String?

  @Option(help: "What to print the page as.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "List the pages about what some words mean, the best of each kind first.", valueName: "words")
  )
  var search: String?

  @OptionGroup var colours: ColourOptions

  func validate() throws {
    if name != nil, search != nil {
      throw ValidationError("`--search` lists pages; leave out the name")
    }
    if name == nil, format == .markdown {
      throw ValidationError("`--format markdown` prints a page; name one")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let width = Terminal.width()
    guard let name else {
      let pages = search.map(Handbook.pages(about:)) ?? Handbook.pages
      guard !pages.isEmpty else {
        throw CommandFailure(
          "no page says anything of `\(search ?? "")`", help: "`tm explain` lists all of them")
      }
      let number = pages.count == 1 ? "1 page" : "\(pages.count) pages"
      let about = search.map { "\(number) about “\(TerminalText.condensed($0, to: 200))”\n\n" }
      try console.output.show(
        (about ?? "")
          + Handbook.list(of: pages, width: width, colouring: console.outputColouring))
      return .clean
    }
    let page =
      switch format {
      case .text: Handbook.text(name, width: width, colouring: console.outputColouring)
      case .markdown: Handbook.markdown(name)
      }
    guard let page else {
      throw CommandFailure(
        "the handbook has no page `\(name)`",
        help: Suggestion.help(for: name, among: Handbook.names)
          ?? "`tm explain` lists all of them, `tm explain --search \(name)` looks inside")
    }
    try console.output.write(page)
    return .clean
  }
}
