// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMInterchange
import TMModel
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
      guessed, one JSON object a line. An existing file is never overwritten.
      """)

  @Argument(
    help: ArgumentHelp("The files to import.", valueName: "file"), completion: .file())
  var files: [String]

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

  func work(_ console: Console) throws -> ExitStatus {
    guard Folder.isFolder(output) else {
      throw CommandFailure("there is no folder `\(output)`", help: "make it first")
    }
    // Everything is read before anything is written.
    var results:
      [(path: String, text: [UInt8], report: String, read: ModelImport, source: String)] = []
    for file in files {
      let name = Self.baseName(file)
      let stem = ImportedNames.slug(name) ?? "model"
      let path = output == "." ? "\(stem).tm" : CanonicalPath.joining(output, "\(stem).tm")
      guard !results.contains(where: { $0.path == path }) else {
        throw CommandFailure(
          "two of the files would become `\(path)`",
          help: "import them one by one, into folders of their own")
      }
      let read = try Self.read(file, name, options)
      for target in [path, Self.reportPath(path)] where Folder.has(target) {
        throw CommandFailure(
          "`\(target)` exists already", help: "move it away, or name another folder with `-o DIR`")
      }
      let source = file.split(separator: "/").last.map(String.init) ?? file
      results.append(
        (path, read.text(source: source), LossReport.lines(read.model.losses), read, source))
    }
    for result in results {
      try FileWriter.create(result.path, with: result.text)
      if !result.report.isEmpty {
        try FileWriter.create(Self.reportPath(result.path), with: Array(result.report.utf8))
      }
      try console.output.write(Self.summary(result.path, result.read))
    }
    let hasLosses = results.contains { !$0.read.model.losses.all.isEmpty }
    return strict && hasLosses ? .findings : .clean
  }

  private static func reportPath(_ path: String) -> String { "\(path.dropLast(3)).import.jsonl" }

  private static func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  private var options: ImportOptions {
    ImportOptions(mergesPairs: mergesPairs, joinsByTitle: joinsByTitle)
  }

  private static func read(
    _ file: String, _ name: String, _ options: ImportOptions
  ) throws(CommandFailure) -> ModelImport {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try FileReader.read(
        try CanonicalPath.resolving(file), tooLarge: "import its parts, one after another")
    } catch {
      throw CommandFailure("`\(file)` \(error.reason)", help: error.help)
    }
    do throws(SourceFault) {
      return try ModelImport(bytes, fileName: name, options: options) {
        (beside) throws(SourceFault) in try companion(beside, of: file)
      }
    } catch {
      let place = error.line.map { "\(file):\($0)" } ?? file
      throw CommandFailure("\(place): \(error.message)", help: error.help)
    }
  }

  /// The bytes of a file in the folder of another; nil where there is none.
  private static func companion(
    _ name: String, of file: String
  ) throws(SourceFault) -> [UInt8]? {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    guard Folder.has(folder + name) else { return nil }
    do throws(ReadFailure) {
      return try FileReader.read(
        try CanonicalPath.resolving(folder + name), tooLarge: "move it away")
    } catch {
      throw SourceFault("`\(name)` beside it \(error.reason)", line: nil, help: error.help)
    }
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
    if templates > 0 { counts.append("\(templates) threat templates") }
    let shown = TerminalText.condensed(path, to: 200)
    let source = [read.format.title, read.companion].compactMap { $0 }.joined(separator: " with ")
    let found = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    var text = "wrote \(shown) from \(source): \(found)\n"
    let losses = model.losses
    if losses.all.isEmpty { return text + "nothing was lost or guessed\n" }
    text += "\(losses.all.count) losses and guesses, one a line in \(reportPath(shown)):\n"
    return text + LossReport.summary(losses)
  }
}
