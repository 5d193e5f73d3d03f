// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel

/// The files of an import: the source with what lies beside it, the model, the report of losses, and the text as it
/// was imported, which an update compares with.
enum ImportFiles {
  // MARK: - Names

  static func reportPath(_ model: String) -> String { "\(model.dropLast(3)).import.jsonl" }
  static func basePath(_ model: String) -> String { "\(model.dropLast(3)).import.base" }

  static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The name of a file without folders and ending.
  static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  // MARK: - Reading

  static func bytes(_ path: String) throws(CommandFailure) -> (bytes: [UInt8], canonical: String) {
    do throws(ReadFailure) {
      let canonical = try CanonicalPath.resolving(path)
      return (
        try FileReader.read(canonical, tooLarge: "import its parts, one after another"), canonical
      )
    } catch {
      let help = Folder.isFolder(path) ? "name the file of the other tool in it" : error.help
      throw CommandFailure("`\(path)` \(error.reason)", help: help)
    }
  }

  /// Reads a model of another tool.
  ///
  /// - Parameter name: a title for a model that has none.
  static func read(
    _ path: String, _ name: String, _ options: ImportOptions
  ) throws(CommandFailure) -> ModelImport {
    let bytes = try bytes(path).bytes
    do throws(SourceFault) {
      return try ModelImport(bytes, fileName: name, options: options) {
        (beside) throws(SourceFault) in try companion(beside, of: path)
      }
    } catch {
      let place = error.line.map { "\(path):\($0)" } ?? path
      throw CommandFailure("\(place): \(error.message)", help: error.help)
    }
  }

  /// The bytes of a file in the folder of another, or below; nil where there is none.
  private static func companion(
    _ name: String, of file: String
  ) throws(SourceFault) -> [UInt8]? {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    guard Folder.has(folder + name) else { return nil }
    do throws(ReadFailure) {
      let path = try CanonicalPath.resolving(folder + name)
      // A link must not lead a model of a stranger to other files.
      let root = CanonicalPath.folder(of: try CanonicalPath.resolving(file))
      let around = try CanonicalPath.resolving(folder.isEmpty ? "." : folder)
      guard CanonicalPath.lies(path, in: root) || CanonicalPath.lies(path, in: around) else {
        throw ReadFailure(
          reason: "is a link to a file outside of its folder", help: "put the file itself there")
      }
      return try FileReader.read(path, tooLarge: "move it away")
    } catch {
      throw SourceFault("`\(name)` beside it \(error.reason)", line: nil, help: error.help)
    }
  }

  // MARK: - The text as it was imported

  /// What was imported last: the text behind a line with the options and one with the name.
  struct Base {
    let text: [UInt8]
    let options: ImportOptions
    let name: String
  }

  private static let head = "// tm import"

  static func base(beside model: String) throws(CommandFailure) -> Base? {
    let path = basePath(model)
    guard Folder.has(path) else { return nil }
    let bytes = try bytes(path).bytes
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 3, lines[0].hasPrefix(head), lines[1].hasPrefix("// ") else {
      throw CommandFailure(
        "`\(path)` is not what an import wrote there",
        help: "take it back from version control, or delete it: what differs is then not changed")
    }
    let flags = lines[0].split(separator: " ").map(String.init)
    return Base(
      text: Array(lines[2].utf8),
      options: ImportOptions(
        mergesPairs: flags.contains("--merge-pairs"),
        joinsByTitle: flags.contains("--join-by-title")),
      name: String(lines[1].dropFirst(3)))
  }

  static func baseBytes(_ text: [UInt8], _ name: String, _ options: ImportOptions) -> [UInt8] {
    let flags = options.flags.map { " \($0)" }.joined()
    return Array("\(head)\(flags)\n// \(ImportedText.condensed(name))\n".utf8) + text
  }

  static func writeBase(
    _ text: [UInt8], _ name: String, _ options: ImportOptions, beside model: String
  ) throws(CommandFailure) {
    try FileWriter.put(basePath(model), baseBytes(text, name, options), isUpdate: true)
  }

  static func writeReport(_ read: ModelImport, beside model: String) throws(CommandFailure) {
    let lines = Array(LossReport.lines(read.model.losses).utf8)
    if !lines.isEmpty || Folder.has(reportPath(model)) {
      try FileWriter.put(reportPath(model), lines, isUpdate: true)
    }
  }
}
