// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMRegister

/// How the data of a report is written: which table, or which template is filled in.
struct DataOptions: ParsableArguments {
  @Option(name: .long, help: "The table to write as CSV; without it, `-o` names a folder for all.")
  var sheet: ReportSheet?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A Mustache template of your own to fill in instead: Markdown, HTML or other text.",
      valueName: "path"))
  var template: String?

  /// Refuses what the format or the output cannot do.
  ///
  /// - Parameter stated: the format that was asked for by its name.
  func validate(
    for format: ReportCommand.Format, _ stated: ReportCommand.Format?, _ output: String?
  ) throws {
    if template != nil {
      if stated == nil, sheet == nil { return }
      throw ValidationError(
        "`--template` says what is written: leave out `--format` and `--sheet`.")
    }
    if sheet != nil, format != .csv { throw ValidationError("`--sheet` is for `--format csv`.") }
    if format == .csv, sheet == nil, !Self.namesFolder(output) {
      throw ValidationError(
        "A report has several tables: name one with `--sheet`, or a folder for all: `-o tables/`.")
    }
  }

  private static func namesFolder(_ output: String?) -> Bool {
    output.map { $0.hasSuffix("/") || Folder.isFolder($0) } ?? false
  }
}

extension ReportSheet: ExpressibleByArgument {}

extension ReportCommand.Format {
  /// Whether programs read it, and no pictures are needed for it.
  var isData: Bool {
    switch self {
    case .html, .pdf, .docx, .markdown: false
    case .xlsx, .csv, .json: true
    }
  }
}
