// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// The files that a compilation may read: those named on the command line, and in the project around
/// them those that they import.
///
/// The root of the project is the nearest folder with `.git` around the first file, else the folder
/// of that file. Symbolic links are followed before a path is held against it.
final class Workspace: FileProvider {
  /// A text that stands for a file, such as standard input.
  struct Overlay {
    let file: ResolvedFile
    let bytes: [UInt8]
  }

  private let overlay: Overlay?
  private let root: String
  /// The files named on the command line, by the paths as they were written.
  private var named: [String: ResolvedFile] = [:]
  /// Their texts, by identity, until somebody asks for them.
  private var texts: [String: [UInt8]] = [:]
  /// The path to show, by identity.
  private var displays: [String: String] = [:]
  /// The identity of each file on the disk, by the path to show.
  private var identities: [String: String] = [:]
  private var budget = ReadBudget()

  /// Reads the files of a command line.
  ///
  /// - Parameters:
  ///   - paths: as they were written; `-` stands for `overlay`.
  init(_ paths: [String], overlay: Overlay? = nil) throws(CommandFailure) {
    self.overlay = overlay
    var files: [(path: String, file: ResolvedFile)] = []
    for path in paths {
      if path == "-", let overlay {
        files.append((path, overlay.file))
        continue
      }
      do throws(ReadFailure) {
        let identity = try CanonicalPath.resolving(path)
        files.append((path, ResolvedFile(identity: identity, display: Self.shown(path))))
      } catch {
        throw Self.failure(path, error)
      }
    }
    let first = files.first.map { CanonicalPath.folder(of: $0.file.identity) } ?? "/"
    root = CanonicalPath.projectRoot(around: first)
    for (path, file) in files {
      remember(file)
      do throws(ReadFailure) {
        named[path] = file
        if texts[file.identity] == nil { texts[file.identity] = try load(file) }
      } catch {
        throw Self.failure(path, error)
      }
      if let bytes = texts[file.identity] { try ForeignFile.refuse(path, bytes) }
    }
  }

  /// The file on the disk behind a path to show; nil for a built-in library or standard input.
  func diskPath(ofDisplay display: String) -> String? {
    guard let identity = identities[display], identity != overlay?.file.identity else { return nil }
    return identity
  }

  /// The path of a file as others see it who read a report: from the root of the repository around the
  /// first file, or from the current folder where there is no repository; absolute outside of it.
  ///
  /// - Parameter display: the path to show of a file of the model, or the path of any other file.
  func reportPath(ofDisplay display: String) -> String {
    let known = identities[display] ?? (try? CanonicalPath.resolving(display))
    guard let identity = known, let base = CanonicalPath.repository(around: root) else {
      return display
    }
    guard CanonicalPath.lies(identity, in: base) else { return identity }
    return String(identity.dropFirst(base == "/" ? 1 : base.count + 1))
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    guard let importer else { return try resolveNamed(path) }
    guard !path.hasPrefix("/") else {
      throw ReadFailure(
        reason: "is an absolute path, which differs from machine to machine",
        help: "write the path from the folder of this file")
    }
    guard !path.isEmpty else {
      throw ReadFailure(reason: "names no file", help: "write the path of a `.tm` file")
    }
    let identity = try canonical(CanonicalPath.joining(CanonicalPath.folder(of: importer), path))
    guard CanonicalPath.lies(identity, in: root) else {
      throw ReadFailure(
        reason: "lies outside the project, whose root is `\(root)`",
        help: "move the file into the project, or the project's root (`.git`) further up")
    }
    let file = ResolvedFile(identity: identity, display: display(identity, path, importer))
    remember(file)
    return file
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    // Handed over and forgotten, so that no text is in memory twice.
    if let bytes = texts.removeValue(forKey: file.identity) { return bytes }
    return try load(file)
  }

  private func resolveNamed(_ path: String) throws(ReadFailure) -> ResolvedFile {
    if let known = named[path] { return known }
    let identity = try CanonicalPath.resolving(path)
    return ResolvedFile(identity: identity, display: displays[identity] ?? Self.shown(path))
  }

  /// The canonical path of an imported file, which standard input may stand for.
  private func canonical(_ path: String) throws(ReadFailure) -> String {
    if let identity = overlay?.file.identity, CanonicalPath.tidied(path) == identity {
      return identity
    }
    return try CanonicalPath.resolving(path)
  }

  private func load(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    if let overlay, overlay.file.identity == file.identity { return overlay.bytes }
    return try budget.read(file.identity)
  }

  private func remember(_ file: ResolvedFile) {
    if displays[file.identity] == nil { displays[file.identity] = file.display }
    identities[file.display] = file.identity
  }

  /// The path of an imported file as seen from where the importing one was named.
  private func display(_ identity: String, _ path: String, _ importer: String) -> String {
    if let known = displays[identity] { return known }
    let folder = displays[importer].map(CanonicalPath.folder) ?? "."
    let seen = CanonicalPath.tidied(folder == "." ? path : CanonicalPath.joining(folder, path))
    // With links on the way, `a/..` may not lead back: then only the full path is right.
    let back = try? CanonicalPath.resolving(seen)
    return back == identity ? Self.shown(seen) : identity
  }

  /// A path that can be taken neither for the name of a built-in library nor, at the start of a line of the
  /// log of a build server, for a command to it.
  private static func shown(_ path: String) -> String {
    let start = path.unicodeScalars.first { !$0.properties.isWhitespace }
    return path.hasPrefix("<") || start == ":" ? "./" + path : path
  }

  private static func failure(_ path: String, _ failure: ReadFailure) -> CommandFailure {
    CommandFailure("`\(path)` \(failure.reason)", help: failure.help)
  }
}
