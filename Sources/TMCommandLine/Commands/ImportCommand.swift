// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMInterchange
import TMSyntax
import TMWriting

/// `tm import`: models of other tools.
struct ImportCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn models of other tools into `.tm` files.",
    discussion: """
      Reads models of Microsoft's Threat Modeling Tool (.tm7) and its templates (.tb7), OWASP Threat Dragon, Open \
      Threat Model, Threagile, pytm (JSON), threat-composer, OWASP TM-BOM and CycloneDX, and drawings of draw.io and \
      Mermaid; which one a file is, its content tells. Beside each model stands a report of what was lost or \
      guessed, one JSON object a line. An existing file is never overwritten; with `--update` a model follows a \
      newer version of its source and keeps what people made of it, and the exit status is 1 where both changed.
      """)

  @Argument(
    help: ArgumentHelp(
      "The files to import; with `--update`, the models to bring to newer versions.",
      valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write to, which must exist.", valueName: "dir"),
    completion: .directory)
  var output = "."

  @Flag(name: .long, help: "Exit with 1 where anything was lost or guessed.")
  var strict = false

  @Flag(
    name: .customLong("merge-pairs"),
    help: "Make one flow of a flow and the next one back between the same ends.")
  var mergesPairs = false

  @Flag(
    name: .customLong("join-by-title"),
    help: "Make one of elements of one kind and title on several diagrams.")
  var joinsByTitle = false

  @OptionGroup var colours: ColourOptions

  @Option(
    name: .customLong("update"),
    help: ArgumentHelp(
      """
      Bring a model that was imported to this newer version of its source. Of several, each is the source of the model \
      in the same place, or, where none is named, of that which an import of it would write.
      """,
      valueName: "source"), completion: .file())
  var newer: [String] = []

  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "With `--update`, show what it would change, and write nothing.")
  var isDryRun = false

  mutating func validate() throws {
    guard !newer.isEmpty else {
      if isDryRun { throw ValidationError("`--dry-run` is for `--update`.") }
      if files.isEmpty { throw ValidationError("Name the files to import.") }
      return
    }
    if files.isEmpty { return }
    guard files.allSatisfy({ $0.hasSuffix(".tm") }) else {
      throw ValidationError(
        "`--update SOURCE` takes a model, such as `model.tm`.")
    }
    guard files.count == newer.count else {
      let models = files.count == 1 ? "1 model" : "\(files.count) models"
      let sources = newer.count == 1 ? "1 source" : "\(newer.count) sources"
      throw ValidationError(
        "\(models) and \(sources): each model has a source of its own, `--update a.json --update b.json a.tm b.tm`."
      )
    }
    if output != "." { throw ValidationError("`--update` changes a model where it lies.") }
  }

  func work(_ console: Console) throws -> ExitStatus {
    let options = ImportOptions(mergesPairs: mergesPairs, joinsByTitle: joinsByTitle)
    guard newer.isEmpty else { return try update(options, console) }
    try Folder.require(output, help: "make it first")
    // Everything is read before anything is written.
    var results: [(path: String, text: [UInt8], read: ModelImport, name: String)] = []
    for file in files {
      let name = ImportFiles.baseName(file)
      let path = modelPath(of: file)
      guard !results.contains(where: { $0.path == path }) else {
        throw CommandFailure(
          "two of the files would become `\(path)`",
          help: "import them one by one, into folders of their own")
      }
      let read = try ImportFiles.read(file, name, options)
      let targets = [path, ImportFiles.reportPath(path), ImportFiles.basePath(path)]
      for target in targets where Folder.has(target) {
        throw CommandFailure(
          "`\(target)` exists already",
          help:
            "move it away, name another folder with `-o DIR`, or bring the model to this version with "
            + "`tm import --update \(file) \(path)`")
      }
      results.append((path, read.text(source: ImportFiles.fileName(file)), read, name))
    }
    // A model without the report of what it lost would look whole.
    let signals = BlockedSignals()
    defer { signals.release() }
    for result in results {
      try FileWriter.create(result.path, with: result.text)
      try ImportFiles.writeReport(result.read, beside: result.path)
      if !result.read.model.isLibrary {
        try ImportFiles.writeBase(result.text, result.name, options, beside: result.path)
      }
      try console.output.show(Self.summary(result.path, result.read))
    }
    let hasLosses = results.contains { !$0.read.model.losses.all.isEmpty }
    return strict && hasLosses ? .findings : .clean
  }

  /// The model that the import of a file writes.
  private func modelPath(of source: String) -> String {
    let stem = ImportedNames.slug(ImportFiles.baseName(source)) ?? "model"
    return output == "." ? "\(stem).tm" : CanonicalPath.joining(output, "\(stem).tm")
  }

  private func update(_ options: ImportOptions, _ console: Console) throws -> ExitStatus {
    let paths = files.isEmpty ? newer.map(modelPath) : files
    for (index, path) in paths.enumerated() {
      guard let other = paths[..<index].firstIndex(of: path) else { continue }
      throw CommandFailure(
        "`\(newer[other])` and `\(newer[index])` are both to be the source of `\(path)`",
        help: "a model has one source; name the other model")
    }
    for path in paths where files.isEmpty && !Folder.has(path) {
      throw CommandFailure(
        "there is no `\(path)` yet",
        help: "import its source first, or name the model behind `--update SOURCE`")
    }
    let update = ImportUpdate(isDryRun: isDryRun, console: console)
    // All are compared before one is written.
    let changes = try zip(paths, newer).map { try update.change($0, source: $1, options) }
    var needsWork = false
    for change in changes {
      if changes.count > 1 {
        try console.output.show("\(TerminalText.condensed(change.path, to: 200)):\n")
      }
      try update.finish(change)
      needsWork =
        needsWork || !change.update.conflicts.isEmpty
        || strict && !change.read.model.losses.all.isEmpty
    }
    return needsWork ? .findings : .clean
  }

  private static func summary(_ path: String, _ read: ModelImport) -> String {
    let model = read.model
    let elements = model.all(.process).count + model.all(.store).count + model.all(.external).count
    var counts = elements > 0 ? ["\(elements) \(elements == 1 ? "element" : "elements")"] : []
    let kinds: [(Keyword, String)] = [
      (.flow, "flows"), (.boundary, "boundaries"), (.asset, "assets"), (.threat, "threats"),
      (.control, "controls"), (.requirement, "requirements"), (.verification, "verifications"),
    ]
    for (keyword, plural) in kinds {
      let count = model.all(keyword).count
      if count > 0 { counts.append("\(count) \(count == 1 ? keyword.word : plural)") }
    }
    let templates = model.all(.threatTemplate).count
    if templates > 0 { counts.append("\(templates) threat template\(templates == 1 ? "" : "s")") }
    let shown = TerminalText.condensed(path, to: 200)
    let source = [read.format.title, read.companion].compactMap { $0 }.joined(separator: " with ")
    let found = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    let text = "wrote \(shown) from \(source): \(found)\n"
    return text + lossSummary(model.losses, shown)
  }

  /// How much was lost or guessed, of what kinds, and where it is told.
  static func lossSummary(_ losses: ImportLosses, _ path: String) -> String {
    let count = losses.all.count
    if count == 0 { return "nothing was lost or guessed\n" }
    let what = count == 1 ? "1 loss or guess" : "\(count) losses and guesses, one a line"
    return "\(what) in \(ImportFiles.reportPath(path)):\n" + LossReport.summary(losses)
  }
}
