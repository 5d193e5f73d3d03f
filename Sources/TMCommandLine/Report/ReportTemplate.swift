// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMDiagram
import TMFindings
import TMModel
import TMRegister
import TMTemplate

/// A team's own template, filled in with the report's data.
struct ReportTemplate {
  private let path: String
  private let folder: String
  private let content: TemplateContent
  private let checked: CheckedTemplate

  /// How large a template or a partial may be, in bytes.
  private static let sizeLimit = 4 << 20

  /// Whether the pictures have to be drawn for it.
  var needsPictures: Bool { checked.rootFields.contains(TemplateData.diagrams) }

  /// Reads and checks the template with its partials; prints what is wrong with them.
  init(_ path: String, _ console: Console) throws {
    self.path = path
    let ending = OutputEnding.of(path)
    content = TemplateContent(ending: ending)
    let (main, bytes) = try Self.read(path)
    let folder = CanonicalPath.folder(of: main)
    self.folder = folder
    let shown = path.contains("/") ? CanonicalPath.folder(of: path) : "."
    checked = TemplateChecker.check(path: path, bytes, against: TemplateData.info) { name in
      Self.partial(name, ending, in: folder, shown: shown)
    }
    if checked.diagnostics.isEmpty { return }
    try console.error.show(
      HumanDiagnostics.text(
        of: checked.diagnostics, in: checked.sources, width: Terminal.lineWidth(.error),
        colouring: console.errorColouring))
    throw CommandFailure(
      "the template `\(path)` cannot be filled in",
      help: "repair it; `tm report --format json` shows the data")
  }

  // MARK: - Files

  private static func read(_ path: String) throws(CommandFailure) -> (String, [UInt8]) {
    guard !Folder.isFolder(path) else {
      throw CommandFailure("the template `\(path)` is a folder", help: "name a file in it")
    }
    do throws(ReadFailure) {
      let main = try CanonicalPath.resolving(path)
      return (main, try read(canonical: main))
    } catch {
      throw CommandFailure("the template `\(path)` \(error.reason)", help: error.help)
    }
  }

  private static func read(canonical path: String) throws(ReadFailure) -> [UInt8] {
    let bytes = try FileReader.read(path, tooLarge: "split it into partials")
    guard bytes.count <= sizeLimit else {
      throw ReadFailure(
        reason: "is larger than \(sizeLimit >> 20) MiB", help: "split it into partials")
    }
    // A byte order mark would stand in the middle of what is made.
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// A file in the folder of the template, with its ending if the name has none.
  private static func partial(
    _ name: String, _ ending: String?, in folder: String, shown: String
  ) -> TemplateChecker.Partial {
    let file =
      OutputEnding.of(name) == nil
      ? ([name] + [ending].compactMap { $0 }).joined(separator: ".") : name
    do throws(ReadFailure) {
      let path = try CanonicalPath.resolving(CanonicalPath.joining(folder, file))
      guard CanonicalPath.lies(path, in: folder) else {
        return .failure(
          reason: "lies outside the folder of the template", help: "move it into that folder")
      }
      let display = shown == "." ? file : CanonicalPath.joining(shown, file)
      return .text(path: display, try read(canonical: path))
    } catch {
      return .failure(reason: error.reason, help: "it is read from `\(file)` beside the template")
    }
  }

  // MARK: - Filling in

  func filled(_ source: ReportSource, timeLimit: Double) throws(CommandFailure) -> [UInt8] {
    let texts = zip(checked.names, checked.sources.files).map { name, file in
      (name: name, text: String(decoding: file.bytes, as: UTF8.self))
    }
    let job = TemplateJob(
      content, texts, TemplateData.value(source, fields: checked.rootFields))
    do throws(WorkerError) {
      let outcome = try ChildProcess.run(
        try Self.program(), [], input: job.bytes, timeLimit: timeLimit)
      if outcome.status == 0 { return outcome.output }
      throw WorkerError.failed(message: outcome.message)
    } catch {
      throw failure(error)
    }
  }

  /// The program that fills in: beside `tm`, or where a package puts what only programs start.
  private static func program() throws(WorkerError) -> String {
    let name = "tm-template"
    let own = (try? CanonicalPath.resolving("/proc/self/exe")) ?? "/usr/bin/tm"
    let folder = CanonicalPath.folder(of: own)
    let places = [folder, folder + "/../libexec/drawbridge", folder + "/../lib/drawbridge"]
    let found = places.map { CanonicalPath.joining($0, name) }.first { access($0, X_OK) == 0 }
    guard let found else { throw .missingLibrary(name: name, package: folder) }
    return found
  }

  private func failure(_ error: WorkerError) -> CommandFailure {
    switch error {
    case .missingLibrary(let name, let folder):
      CommandFailure(
        "the program `\(name)`, which fills templates in, is not installed",
        help: "install it from where `tm` came from, or put it into `\(folder)`")
    case .timedOut(let seconds):
      CommandFailure(
        "filling in `\(path)` took longer than \(Int(seconds)) s",
        help: "a list in a list in a list is long: open fewer, or raise `--time-limit`")
    case .crashed(let signal):
      CommandFailure(
        "filling in `\(path)` ended by signal \(signal)",
        help: "a list in a list in a list is long: open fewer at once")
    case .failed(let message):
      CommandFailure("`\(path)` could not be filled in: \(message)", help: "repair the template")
    case .cannotStart(let program, let reason):
      CommandFailure(
        "cannot run `\(program)`: \(reason)",
        help: "check that it may be run, and the limits on memory")
    case .unreadableAnswer:
      CommandFailure("`\(path)` could not be filled in", help: "repair the template")
    }
  }
}
