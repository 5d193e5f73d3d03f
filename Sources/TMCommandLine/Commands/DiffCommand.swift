// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMChanges
import TMDiagram
import TMDiff
import TMFindings

/// `tm diff`: what changed in a model and its threats.
struct DiffCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed in a model, in its threats and in what is accepted.",
    usage:
      "tm diff [<old> <new> | <revision> | <revision>...<revision>] [<options>] [-- <file> ...]",
    discussion: """
      Compares files, folders with one model, or revisions of git: `tm diff old.tm new.tm`, \
      `tm diff main...HEAD` (since the branch left main), `tm diff main..HEAD`, `tm diff v1 v2`, \
      `tm diff v1` (with the files on the disk), `tm diff` (HEAD with them). Revisions are read \
      through git; nothing is checked out. Layout, comments, order and files play no part.

      Exit status 1 if risk grew: a threat opened; a new one was accepted or transferred; a status \
      got worse; a score before or after measures, or an exploitability, rose; the harm got worse; \
      an acceptance no longer holds; a flow crosses a new boundary with nothing at work to protect \
      it; a control at work for a threat was removed or is no longer in place, or a \
      property that protected it is gone; a verification failed; a threat is no longer asked \
      of what is still there; harm or evidence is described as less, access as wider; a new \
      excuse takes a finding away; the policy asks for less. \
      Otherwise 0, 2 for what cannot be compared, 64 for wrong usage.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case markdown
  }

  /// What makes the exit status 1.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case risk
    case any
    case none
  }

  @Argument(
    help: ArgumentHelp("A file, a folder, a revision or a range of revisions.", valueName: "old"),
    completion: Completion.model)
  var old: String?

  @Argument(
    help: ArgumentHelp("A file, a folder or a revision.", valueName: "new"),
    completion: Completion.model)
  var new: String?

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp(
      "The files of the model in the revisions, behind `--`. "
        + "If left out, the one .tm file with a `model` in the current folder.",
      valueName: "file"),
    completion: Completion.model)
  var files: [String] = []

  @Option(name: .long, help: "How the difference is printed.")
  var format = Format.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A picture to write as well, in the format that its ending says: .svg, .png or .pdf.",
      valueName: "path"))
  var output: String?

  @Option(
    name: .customLong("picture-url"),
    help: ArgumentHelp(
      "The address or path of the picture that `--format markdown` shows.", valueName: "url"))
  var pictureAddress: String?

  @Option(
    name: .customLong("fail-on"),
    help: "What makes the exit status 1: grown risk, any difference, or none.")
  var failOn = FailOn.risk

  @OptionGroup var picture: PictureOptions
  @OptionGroup var day: DayOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var colours: ColourOptions

  mutating func validate() throws {
    if let output, PictureOptions.Format(endingOf: output) == nil {
      throw ValidationError("`\(output)` is no picture: let it end in .svg, .png or .pdf.")
    }
    if pictureAddress != nil, format != .markdown {
      throw ValidationError("`--picture-url` is for `--format markdown`.")
    }
    guard let old, let new else { return }
    if [old, new].contains(where: { RevisionRange($0) != nil && !Folder.has($0) }) {
      throw ValidationError("A range such as `main...HEAD` is both sides: leave out the other one.")
    }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let today = try day.date ?? Today.date()
    let sides = try DifferenceSides([old, new].compactMap { $0 }, files: files)
    let before = try sides.old.model(
      "the old model (`\(sides.oldName)`)", policies, today: today, console)
    let after = try sides.new.model(
      "the new model (`\(sides.newName)`)", policies, today: today, console)
    let difference = ModelDifference(from: before, to: after, today: today)
    for model in [before.model, after.model] {
      guard let overrun = model.conditionOverrun else { continue }
      try console.error.show(
        HumanDiagnostics.text(
          of: [overrun], in: model.sources, width: Terminal.lineWidth(.error),
          colouring: console.errorColouring))
      throw CommandFailure(
        "conditions take too long, so a comparison would rest on answers that nobody knows",
        help: "make them simpler; `tm lint` checks them")
    }
    try write(difference, console)
    try draw(DifferencePicture(old: before, new: after, difference: difference))
    return status(of: difference)
  }

  private func status(of difference: ModelDifference) -> ExitStatus {
    switch failOn {
    case .risk: difference.riskGrew ? .findings : .clean
    case .any: difference.isEmpty ? .clean : .findings
    case .none: .clean
    }
  }

  private func draw(_ drawing: DifferencePicture) throws(CommandFailure) {
    guard let output, let format = PictureOptions.Format(endingOf: output) else { return }
    guard let scene = drawing.scene() else {
      throw CommandFailure(
        "there is nothing to draw", help: "declare an element, such as `process id \"Title\"`")
    }
    try FileWriter.put(output, try picture.bytes(of: scene, as: format))
  }

  private func write(_ difference: ModelDifference, _ console: Console) throws {
    switch format {
    case .text:
      try console.output.show(
        DifferenceText.text(
          of: difference, width: Terminal.lineWidth(.output), colouring: console.outputColouring))
      if difference.isEmpty, Terminal.isTerminal(.error) {
        try console.error.show("no difference\n")
      }
    case .json:
      try console.output.writeData(DifferenceJSON.bytes(of: difference, layout: .pretty))
    case .markdown:
      try console.output.writeData(
        DifferenceMarkdown.text(of: difference, picture: pictureAddress))
    }
  }
}
