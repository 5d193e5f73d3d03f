// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMModel
import TMSource
import TMSyntax

/// Folders, open files and the models in them.
final class ServerWorkspace {
  let disk: any EditorDisk
  private(set) var folders: [String] = []
  private(set) var documents: [String: OpenDocument] = [:]
  /// The models, sorted by the file that declares each.
  private var models: [ModelEntry] = []
  /// Files that belong to no model, by identity.
  private var lone: [String: ModelEntry] = [:]
  private let cache = SourceCache()
  private var identities: [String: String] = [:]
  private var isScanned = false
  /// The files that changed since the findings were published.
  private(set) var changes: Set<String> = []

  init(_ disk: any EditorDisk) { self.disk = disk }

  // MARK: - Files

  /// The identity of a file: its path without links, or its URI where it is on no disk.
  func identity(_ uri: String) -> String {
    if let known = identities[uri] { return known }
    guard let path = DocumentURI.path(of: uri) else { return uri }
    return disk.canonical(path) ?? path
  }

  /// The URI of a file, as the editor writes it where it is open.
  func uri(_ identity: String) -> String {
    if let open = documents[identity] { return open.uri }
    return identity.hasPrefix("/") ? DocumentURI.uri(of: identity) : identity
  }

  func setFolders(_ uris: [String]) {
    folders = uris.compactMap(DocumentURI.path).compactMap { disk.canonical($0) }
    rescan()
  }

  func changeFolders(added: [String], removed: [String]) {
    let gone = Set(removed.compactMap(DocumentURI.path).compactMap { disk.canonical($0) })
    let new = added.compactMap(DocumentURI.path).compactMap { disk.canonical($0) }
    folders = folders.filter { !gone.contains($0) } + new
    rescan()
  }

  // MARK: - Open files

  func open(_ uri: String, _ version: Int?, _ text: [UInt8]) {
    let identity = identity(uri)
    identities[uri] = identity
    documents[identity] = OpenDocument(uri: uri, version: version, text: PositionedText(text))
    changed(identity)
  }

  func change(_ uri: String, _ version: Int?, _ changes: [TextChange], _ encoding: PositionEncoding)
  {
    let identity = identity(uri)
    guard var document = documents[identity] else { return }
    for change in changes { document.text = document.text.applying(change, encoding) }
    document.version = version
    documents[identity] = document
    changed(identity)
  }

  func close(_ uri: String) {
    let identity = identity(uri)
    identities[uri] = nil
    documents[identity] = nil
    changed(identity)
  }

  /// Files changed on the disk.
  func changedOnDisk() {
    disk.forget()
    rescan()
  }

  private func changed(_ identity: String) {
    changes.insert(identity)
    lone[identity]?.forget()
    for entry in models where entry.files.contains(identity) || entry.identity == identity {
      entry.forget()
    }
    guard isScanned else { return }
    let declares = declaresModel(identity)
    let isKnown = models.contains { $0.identity == identity }
    if declares != isKnown { placeModel(identity, declares) }
  }

  private func placeModel(_ identity: String, _ declares: Bool) {
    models.removeAll { $0.identity == identity }
    if declares { models.append(ModelEntry(identity, isAlone: false)) }
    models.sort { $0.identity < $1.identity }
  }

  // MARK: - Models

  private func rescan() {
    isScanned = false
    models = []
    lone = [:]
  }

  /// Whether a file says `model`, and so is read for itself.
  func declaresModel(_ identity: String) -> Bool {
    guard let bytes = documents[identity]?.text.bytes ?? disk.bytes(identity) else { return false }
    return cache.tree(identity, of: bytes).root.children.contains { node in
      node.kind == .declaration && node.first(.name)?.isWord("model") == true
    }
  }

  /// Finds the models of the workspace, if that was not done since its files changed.
  func scan() {
    guard !isScanned else { return }
    isScanned = true
    var known: Set<String> = []
    for path in folders.flatMap({ disk.texts(below: $0) }) + documents.keys.sorted() {
      guard known.insert(path).inserted, declaresModel(path) else { continue }
      models.append(ModelEntry(path, isAlone: false))
    }
    models.sort { $0.identity < $1.identity }
  }

  /// All models, compiled.
  func allModels() -> [(entry: ModelEntry, snapshot: ModelSnapshot)] {
    scan()
    return models.compactMap { entry in snapshot(entry).map { (entry, $0) } }
  }

  /// The models that a file belongs to; a file of none is analysed on its own.
  func models(of identity: String) -> [(entry: ModelEntry, snapshot: ModelSnapshot)] {
    let found = allModels().filter { $0.snapshot.holds(identity) }
    if !found.isEmpty {
      lone[identity] = nil
      return found
    }
    guard documents[identity] != nil, !identity.hasSuffix(".approved") else { return [] }
    let entry = lone[identity] ?? ModelEntry(identity, isAlone: true)
    lone[identity] = entry
    return snapshot(entry).map { [(entry, $0)] } ?? []
  }

  private func snapshot(_ entry: ModelEntry) -> ModelSnapshot? {
    if let known = entry.snapshot { return known }
    let typed = documents.mapValues(\.text.bytes)
    entry.read { (earlier) throws(ReadFailure) in try compile(entry.identity, typed, after: earlier)
    }
    return entry.snapshot
  }

  private func compile(
    _ identity: String, _ typed: [String: [UInt8]], after earlier: ModelSnapshot.Knowledge?
  ) throws(ReadFailure) -> ModelSnapshot {
    let name = disk.name(identity)
    do throws(ReadFailure) {
      return try ModelSnapshot(name, typed, over: try disk.files(of: name), cache, after: earlier)
    } catch {
      guard let text = typed[identity], disk.canonical(identity) == nil else { throw error }
      let alone = LoneFile(identity: identity, name: name, text: text)
      return try ModelSnapshot(name, typed, over: alone, cache, after: earlier)
    }
  }

  /// The models of all open files, each once, in the order of the files.
  func openModels() -> [(entry: ModelEntry, snapshot: ModelSnapshot)] {
    var seen: Set<ObjectIdentifier> = []
    return documents.keys.sorted().flatMap { models(of: $0) }
      .filter { seen.insert(ObjectIdentifier($0.entry)).inserted }
  }

  /// Why an open file, or the model that it is read for, cannot be compiled; nil where it was.
  func failure(_ identity: String) -> ReadFailure? {
    guard models(of: identity).isEmpty else { return nil }
    return models.first { $0.identity == identity }?.failure ?? lone[identity]?.failure
  }

  func forgetChanges() { changes = [] }

  /// Forgets the trees of files that no model has any more.
  func tidy() {
    var used = Set(documents.keys)
    for entry in models { used.formUnion(entry.files) }
    cache.keep(used)
  }
}
