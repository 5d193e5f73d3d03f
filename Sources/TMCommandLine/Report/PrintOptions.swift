// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMDocument

/// How much of the report is written, and by which browser it is printed.
struct PrintOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "How much of the report: full, or a summary of a few pages for a meeting.")
  var edition = ReportEdition.full

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The Chromium or Chrome that prints a PDF; the one that is installed if left out.",
      valueName: "path"),
    completion: .file())
  var browser: String?

  /// Refuses what the format cannot do.
  func validate(for format: ReportCommand.Format) throws {
    if browser != nil, format != .pdf {
      throw ValidationError("`--browser` prints a PDF: name the output .pdf.")
    }
    if edition != .full, format.isData {
      throw ValidationError("`--edition` is for reports that are read: html, pdf, docx, markdown.")
    }
  }
}

extension ReportEdition: ExpressibleByArgument {}
