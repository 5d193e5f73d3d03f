// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMLanguageServer
import TMModel
import TMTestSupport

/// A disk in memory: files below `/ward`.
final class MemoryDisk: EditorDisk {
  static let folder = "/ward"

  var files: [String: [UInt8]]
  /// A file that is there, and may not be read.
  var unreadable: String?
  private(set) var kept: [String: [UInt8]] = [:]

  /// - Parameter files: by their path below the folder.
  init(_ files: [(path: String, text: String)]) {
    self.files = Dictionary(
      files.map { ("\(Self.folder)/\($0.path)", Array($0.text.utf8)) },
      uniquingKeysWith: { first, _ in first })
  }

  func canonical(_ path: String) -> String? {
    let tidied = MemoryFiles.tidied(path)
    let isFolder = files.keys.contains { $0.hasPrefix(tidied + "/") }
    return files[tidied] != nil || isFolder ? tidied : nil
  }

  func texts(below folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".tm") }.sorted()
  }

  func bytes(_ identity: String) -> [UInt8]? { files[identity] }

  func name(_ identity: String) -> String {
    identity.hasPrefix(Self.folder + "/")
      ? String(identity.dropFirst(Self.folder.count + 1)) : identity
  }

  func files(of root: String) throws(ReadFailure) -> any FileProvider {
    let provider = MemoryFiles(files: files, unreadable: unreadable)
    _ = try provider.resolve(root, from: nil)
    return provider
  }

  func forget() {}

  var today: CalendarDate {
    guard let day = LintRun.today else { preconditionFailure("the day of every run is a date") }
    return day
  }

  var painter: any PicturePainter { PlainPainter() }

  func keep(_ content: [UInt8], named name: String) throws(PictureFailure) -> String {
    kept[name] = content
    return "/kept/\(name)"
  }
}

/// Draws the name of what is shown.
private struct PlainPainter: PicturePainter {
  func picture(
    _ model: CompiledModel, view: String?, while isWanted: @escaping @Sendable () -> Bool
  ) throws(PictureFailure) -> [UInt8] {
    guard model.errors.isEmpty else { throw PictureFailure("the model has errors") }
    return Array("<svg>\(view ?? "the whole model")</svg>".utf8)
  }
}

/// The files of a disk in memory for a compilation.
private struct MemoryFiles: FileProvider {
  let files: [String: [UInt8]]
  let unreadable: String?

  static func tidied(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    let folder =
      importer.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
      ?? MemoryDisk.folder
    let identity = Self.tidied(path.hasPrefix("/") ? path : "\(folder)/\(path)")
    if identity == unreadable {
      throw ReadFailure(reason: "may not be read by you", help: "change its permissions")
    }
    guard files[identity] != nil else {
      throw ReadFailure(
        reason: "does not exist", help: "check the path, and where it starts from")
    }
    return ResolvedFile(
      identity: identity, display: String(identity.dropFirst(MemoryDisk.folder.count + 1)))
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    guard let bytes = files[file.identity] else {
      throw ReadFailure(
        reason: "does not exist", help: "check the path, and where it starts from")
    }
    return bytes
  }
}
