// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMAnalysis
import TMLanguageServer
import TMModel

/// The disk as the language server sees it: read as `tm lint` reads, each file once until it changes.
final class SavedFiles: EditorDisk {
  private var texts = SavedTexts()
  /// What a compilation of each root may read, by the name of the root.
  private var workspaces: [String: Workspace] = [:]
  private let firstDay: CalendarDate
  private var pages: PageFolder?

  init(today: CalendarDate) { firstDay = today }

  var today: CalendarDate { (try? Today.date()) ?? firstDay }

  func canonical(_ path: String) -> String? { try? CanonicalPath.resolving(path) }

  func texts(below folder: String) -> [String] {
    (try? ModelSearch.files(below: folder)) ?? []
  }

  func bytes(_ identity: String) -> [UInt8]? { try? texts.read(identity) }

  func name(_ identity: String) -> String {
    guard let here = canonical("."), CanonicalPath.lies(identity, in: here) else { return identity }
    return String(identity.dropFirst(here == "/" ? 1 : here.count + 1))
  }

  func files(of root: String) throws(ReadFailure) -> any FileProvider {
    if let known = workspaces[root] { return WorkspaceFiles(known, self) }
    do throws(CommandFailure) {
      let workspace = try Workspace([root])
      workspaces[root] = workspace
      return WorkspaceFiles(workspace, self)
    } catch {
      throw ReadFailure(reason: error.message, help: error.help.joined(separator: "; "))
    }
  }

  func forget() { workspaces = [:] }

  fileprivate func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    try texts.read(file.identity)
  }

  // MARK: - Pictures

  var painter: any PicturePainter { DiagramPainter(today: today) }

  func keep(_ content: [UInt8], named name: String) throws(PictureFailure) -> String {
    do throws(CommandFailure) {
      let folder: PageFolder
      if let pages { folder = pages } else { folder = try PageFolder() }
      pages = folder
      let path = folder.file(name)
      try FileWriter.put(path, content)
      return path
    } catch {
      throw PictureFailure(error.message)
    }
  }
}

/// The files of one root, those that did not change from memory.
private struct WorkspaceFiles: FileProvider {
  private let workspace: Workspace
  private let saved: SavedFiles

  init(_ workspace: Workspace, _ saved: SavedFiles) {
    self.workspace = workspace
    self.saved = saved
  }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    try workspace.resolve(path, from: importer)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { try saved.read(file) }
}

/// A temporary folder for pages and pictures that an editor opens, gone with the server.
private final class PageFolder {
  private let folder: TemporaryFolder

  init() throws(CommandFailure) { folder = try TemporaryFolder() }

  /// A path in the folder, whatever signs the name has.
  func file(_ name: String) -> String {
    folder.file(String(name.map { $0 == "/" || $0 == "\0" ? "-" : $0 }))
  }
}
