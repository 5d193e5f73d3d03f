// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMFindings
import TMSource

/// Which forms of the findings a run writes, and where.
struct LintOutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How findings are written; `FORMAT=PATH` writes them to a file as well; may be given several "
        + "times. Default: human.", valueName: "format"))
  var formats: [LintOutput] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file for the `--format` that names none; standard output then has the human form.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "Every finding with its lines of source, however many there are.")
  var full = false

  mutating func validate() throws {
    let here = formats.filter { $0.path == nil || $0.path == "-" }
    guard here.count < 2 else {
      throw ValidationError(
        "Two formats would go to one place: write `--format \(here[1].format.rawValue)=PATH`.")
    }
    if output != nil, !formats.isEmpty, here.isEmpty {
      throw ValidationError("`--output` is for a `--format` without a file of its own.")
    }
  }

  /// Every form with its file; the one without a file is for standard output.
  private var outputs: [LintOutput] {
    let files = formats.filter { $0.path != nil && $0.path != "-" }
    let here = formats.first { $0.path == nil || $0.path == "-" }?.format
    guard let output, output != "-" else { return files + [.init(here ?? .human, path: nil)] }
    return files + [
      .init(here ?? LintFormat(ofPath: output), path: output), .init(.human, path: nil),
    ]
  }

  private var extent: HumanDiagnostics.Extent { full ? .full : .brief }

  /// The form on standard output.
  var printed: LintFormat { outputs.last?.format ?? .human }

  /// Whether one of the forms shows the way of the data along a flow.
  var showsWays: Bool { outputs.contains { $0.format == .sarif } }

  /// Writes all forms; the files before standard output.
  func write(_ report: LintReport, _ console: Console) throws(CommandFailure) {
    for output in outputs {
      guard let path = output.path else {
        // What is for people is safe already, has colours, and is folded.
        if output.format == .human {
          try console.output.show(
            output.format.human(
              report, extent, width: Terminal.lineWidth(.output), console.outputColouring))
        } else {
          try console.output.writeData(
            output.format.bytes(of: report, extent, console.outputColouring))
        }
        continue
      }
      try FileWriter.put(path, output.format.bytes(of: report, extent, .plain))
    }
    if outputs.contains(where: { $0.format == .github }) {
      try StepSummary.write(report, console)
    }
  }
}
