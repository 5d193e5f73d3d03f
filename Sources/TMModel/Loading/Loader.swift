// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// Why a file could not be read.
package struct ReadFailure: Error, Sendable {
  /// What is wrong, to be said after the name of the file: "does not exist".
  package let reason: String
  package let help: String

  /// Whether the file is not there at all.
  package var isMissing: Bool { reason.hasPrefix("does not exist") }

  package init(reason: String, help: String) {
    self.reason = reason
    self.help = help
  }
}

/// Where the loader gets files from: the disk, or a table in memory.
package protocol FileProvider {
  /// The identity of a file that a path names, seen from another file; equal for equal files.
  ///
  /// - Parameters:
  ///   - path: as it is written in the import, or on the command line.
  ///   - importer: the identity of the file with the import; nil for the command line.
  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile

  /// The bytes of a resolved file.
  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8]

  /// The tree of the bytes that were just read of a file, where somebody parsed them before.
  func tree(of file: ResolvedFile) -> SyntaxTree?
}

extension FileProvider {
  package func tree(of file: ResolvedFile) -> SyntaxTree? { nil }
}

/// A file that exists and may be read.
package struct ResolvedFile: Hashable, Sendable {
  /// Equal for two paths to the same file.
  package let identity: String
  /// The path to show.
  package let display: String

  package init(identity: String, display: String) {
    self.identity = identity
    self.display = display
  }
}

/// The files of a compilation, each read once and parsed.
package struct LoadedFiles: Sendable {
  package fileprivate(set) var sources = SourceSet()
  package fileprivate(set) var trees: [SyntaxTree] = []
  /// The file beside the model that says what was approved; nil where there is none.
  package fileprivate(set) var approvals: FileID?
  /// Failed imports and cycles.
  package fileprivate(set) var diagnostics: [Diagnostic] = []
  /// The name after `as`, by the file that it was imported into a scope; of a library without one,
  /// its own name.
  var scopes: [FileID: String] = [:]

  package init() {}

  /// The name of the file with the approvals of a model in the folder of the model: `pump.approved`.
  package static func approvalsName(beside path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (name.hasSuffix(".tm") ? String(name.dropLast(3)) : name) + ".approved"
  }

  /// The name of the finding that a file or library could not be read.
  static let failedImport = "failed-import"
}

/// Reads the files of a compilation and everything they import.
package struct Loader<Provider: FileProvider> {
  /// How many files one compilation may have.
  package static var maximumFiles: Int { 4_096 }

  /// How long a chain of imports may be.
  package static var maximumDepth: Int { 128 }

  private let provider: Provider
  private let libraries: ThreatLibraries
  private var loaded = LoadedFiles()
  private var files: [String: FileID] = [:]
  /// The files being read, outermost first, to find cycles.
  private var open: [FileID] = []

  package init(_ provider: Provider, libraries: ThreatLibraries = .none) {
    self.provider = provider
    self.libraries = libraries
  }

  /// A text that a compilation has beside the files of its model: a policy from outside.
  package struct Addition {
    let file: ResolvedFile
    let bytes: [UInt8]
    let origin: SourceFile.Origin

    package init(_ file: ResolvedFile, _ bytes: [UInt8], _ origin: SourceFile.Origin) {
      self.file = file
      self.bytes = bytes
      self.origin = origin
    }
  }

  /// Reads files named on a command line; a failure to read one of them is thrown.
  package mutating func load(
    _ paths: [String], with additions: [Addition] = []
  ) throws(ReadFailure) -> LoadedFiles {
    for path in paths {
      let file = try provider.resolve(path, from: nil)
      if files[file.identity] != nil { continue }
      add(file, try provider.read(file))
    }
    for addition in additions where files[addition.file.identity] == nil {
      add(addition.file, addition.bytes, origin: addition.origin)
    }
    addBuiltIn()
    try addApprovals()
    return loaded
  }

  /// Reads what was approved of the model, if somebody wrote it down: the file beside the one with the
  /// `model`, with the ending `.approved`.
  private mutating func addApprovals() throws(ReadFailure) {
    let declaring = loaded.trees.first { tree in
      loaded.sources[tree.file].origin == .model
        && tree.root.children.contains { node in
          node.kind == .declaration && node.first(.name)?.isWord("model") == true
        }
    }
    guard let declaring, let identity = files.first(where: { $0.value == declaring.file })?.key
    else { return }
    let path = LoadedFiles.approvalsName(beside: identity)
    do throws(ReadFailure) {
      let file = try provider.resolve(path, from: identity)
      if files[file.identity] != nil { return }
      let bytes = try provider.read(file)
      let source = loaded.sources.add(path: file.display, bytes: bytes, origin: .approvals)
      loaded.approvals = source.id
      // The list is no text of the language: to the compiler the file is empty.
      loaded.trees.append(
        Parser.parse(SourceFile(id: source.id, path: file.display, bytes: [], origin: .approvals)))
    } catch {
      if error.isMissing { return }
      throw ReadFailure(reason: "`\(path)` \(error.reason)", help: error.help)
    }
  }

  /// Reads a text that is in memory already, such as standard input.
  package mutating func load(text: [UInt8], as file: ResolvedFile) -> LoadedFiles {
    add(file, text)
    addBuiltIn()
    return loaded
  }

  private mutating func addBuiltIn() {
    for name in libraries.loadedAlways where files["library:\(name)"] == nil {
      if let tree = libraries.tree(name) { addLibrary(name, tree, scope: name) }
    }
  }

  /// A library lies in a scope in any case, so that a model can declare what the library has.
  private mutating func addLibrary(_ name: String, _ tree: SyntaxTree, scope: String) {
    loaded.scopes[FileID(index: UInt32(loaded.sources.files.count))] = scope
    let source = loaded.sources.add(path: "<\(name)>", bytes: tree.bytes, origin: .library)
    add(
      ResolvedFile(identity: "library:\(name)", display: source.path), source.id,
      tree.attached(to: source.id))
  }

  private mutating func add(
    _ file: ResolvedFile, _ bytes: [UInt8], origin: SourceFile.Origin = .model
  ) {
    let source = loaded.sources.add(path: file.display, bytes: bytes, origin: origin)
    let tree = provider.tree(of: file)?.attached(to: source.id)
    add(file, source.id, tree ?? Parser.parse(source))
  }

  private mutating func add(_ file: ResolvedFile, _ id: FileID, _ tree: SyntaxTree) {
    files[file.identity] = id
    loaded.trees.append(tree)
    open.append(id)
    for node in tree.root.children where node.kind == .importStatement {
      load(node, from: file)
    }
    open.removeLast()
  }

  private mutating func load(_ node: SyntaxNode, from importer: ResolvedFile) {
    let words = node.children.filter { $0.kind == .name }
    let scope = words.count > 1 && words[words.count - 2].isWord("as") ? words.last?.text : nil
    if let path = node.first(.string) {
      loadFile(StringLiteral.value(of: path.bytes), path.range, scope, from: importer)
    } else if words.count > 1 {
      loadLibrary(words[1], scope)
    }
  }

  private mutating func loadFile(
    _ path: String, _ range: SourceRange, _ scope: String?, from importer: ResolvedFile
  ) {
    do throws(ReadFailure) {
      let file = try provider.resolve(path, from: importer.identity)
      if let known = files[file.identity] {
        if open.contains(known) { reportCycle(known, at: range) }
        return
      }
      guard files.count < Self.maximumFiles, open.count < Self.maximumDepth else {
        throw ReadFailure(
          reason: "is one import too many: a model has at most \(Self.maximumFiles) files, "
            + "\(Self.maximumDepth) imported by one another in a row",
          help: "join some of the files")
      }
      let bytes = try provider.read(file)
      let id = FileID(index: UInt32(loaded.sources.files.count))
      if let scope { loaded.scopes[id] = scope }
      let importing = open.last.map { loaded.sources[$0].origin }
      add(file, bytes, origin: importing == .policy ? .policy : .model)
    } catch {
      loaded.diagnostics.append(
        Diagnostic(
          LoadedFiles.failedImport, .error, "`\(path)` \(error.reason)", at: Label(range),
          help: [error.help]))
    }
  }

  private mutating func reportCycle(_ file: FileID, at range: SourceRange) {
    let start = open.firstIndex(of: file) ?? 0
    let path = (open[start...] + [file]).map { "`\(loaded.sources[$0].path)`" }
    loaded.diagnostics.append(
      Diagnostic(
        "import-cycle", .error, "this import closes a cycle", at: Label(range),
        notes: [path.joined(separator: " imports ")],
        help: ["delete the import: a file that is imported sees all declarations anyway"]))
  }

  private mutating func loadLibrary(_ name: SyntaxNode, _ scope: String?) {
    let identity = "library:\(name.text)"
    guard let tree = libraries.tree(name.text) else {
      let known = libraries.names
      loaded.diagnostics.append(
        Diagnostic(
          LoadedFiles.failedImport, .error, "there is no library `\(name.text)`",
          at: Label(name.range),
          help: [
            Suggestion.help(for: name.text, among: known)
              ?? (known.isEmpty
                ? "write the path of a file in quotes"
                : "the libraries are \(known.joined(separator: ", ")); "
                  + "write the path of a file in quotes")
          ]))
      return
    }
    if files[identity] != nil { return }
    addLibrary(name.text, tree, scope: scope ?? name.text)
  }
}
