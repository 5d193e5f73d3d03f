// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMScoring

/// The options of `tm score` about the MITRE rubric.
struct RubricOptions: ParsableArguments {
  /// The versions of CVSS that the rubric's answers decide.
  enum Scheme: String, CaseIterable, ExpressibleByArgument {
    case cvss30 = "cvss-3.0"
    case cvss31 = "cvss-3.1"

    var scheme: ScoringScheme {
      switch self {
      case .cvss30: .cvss30
      case .cvss31: .cvss31
      }
    }
  }

  @Flag(name: .long, help: "Ask the questions of the MITRE rubric for medical devices.")
  var rubric = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Decide from the answers in a file; `-` is standard input.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    name: .customLong("write-answers"),
    help: ArgumentHelp(
      "Write the answers that were given in the terminal to a new file.", valueName: "file"),
    completion: .file())
  var writeAnswers: String?

  @Option(name: .long, help: "The version of the vector; the rubric is qualified for CVSS 3.0.")
  var scheme: Scheme?

  /// Whether the command is about the rubric.
  var isAsked: Bool { rubric || answers != nil }

  mutating func validate() throws {
    if writeAnswers != nil, answers != nil || !rubric {
      throw ValidationError(
        "`--write-answers` is for answers given in the terminal: give `--rubric` without `--answers`."
      )
    }
    if scheme != nil, !isAsked {
      throw ValidationError("`--scheme` is for the rubric: give `--rubric` or `--answers` as well.")
    }
  }
}
