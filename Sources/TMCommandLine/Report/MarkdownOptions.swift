// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// How a report in Markdown shows its diagrams.
struct MarkdownOptions: ParsableArguments {
  enum Diagrams: String, CaseIterable, ExpressibleByArgument {
    case svg
    case mermaid
    case none
  }

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How Markdown shows diagrams: as files beside it, as Mermaid inside it, or not at all; svg if "
        + "left out, mermaid on standard output."))
  var diagrams: Diagrams?

  /// Refuses what the format or the output cannot do.
  func validate(for format: ReportCommand.Format, _ output: String?) throws {
    guard let diagrams else { return }
    if format != .markdown {
      throw ValidationError("`--diagrams` is for Markdown: give `--format markdown` as well.")
    }
    if diagrams == .svg, !Self.isFile(output) {
      throw ValidationError(
        "`--diagrams svg` writes files beside the report: name it with `-o`, or choose mermaid.")
    }
  }

  /// How diagrams are shown in what is written to `output`.
  func chosen(_ output: String?) -> Diagrams {
    diagrams ?? (Self.isFile(output) ? .svg : .mermaid)
  }

  func purpose(_ output: String?) -> ReportPictures.Purpose {
    switch chosen(output) {
    case .svg: .files
    case .mermaid: .mermaid
    case .none: .titles
    }
  }

  /// Whether files can be written beside the output.
  static func isFile(_ output: String?) -> Bool {
    guard let output else { return false }
    return output != "-" && !output.hasPrefix("/dev/")
  }
}
