// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFormat
import TMLint
import TMModel
import TMSource
import TMSyntax
import TMThreats

/// One model of a workspace as its texts are at one moment; what is asked of it is computed once.
///
/// It is used by one thread at a time.
package final class ModelSnapshot {
  /// What is known of a text, kept for the one after it.
  package struct Knowledge {
    let declarations: CompiledDeclarations
    /// The threats of the last text of which somebody wanted them.
    let threats: ThreatRegister?
    /// What is kept of the findings of the last text of which somebody wanted them.
    let findings: KeptFindings?
  }

  /// The file that the model was read from, as it was named.
  package let root: String
  package let declarations: CompiledDeclarations
  /// The identity of each file, by its index; nil for texts of the program.
  package let identities: [String?]
  private let fileOfIdentity: [String: FileID]
  private let typed: [String: [UInt8]]
  private let saved: any FileProvider

  /// Reads and compiles a model up to its declarations.
  ///
  /// - Parameters:
  ///   - typed: the texts of open files, by identity.
  ///   - saved: the files as they are on the disk.
  ///   - earlier: what is known of the text before.
  package init(
    _ root: String, _ typed: [String: [UInt8]], over saved: any FileProvider, _ cache: SourceCache,
    after earlier: Knowledge? = nil
  ) throws(ReadFailure) {
    self.root = root
    self.earlier = earlier?.threats
    kept = earlier?.findings
    self.typed = typed
    self.saved = saved
    let files = SnapshotFiles(typed, over: saved, cache)
    declarations = try CompiledDeclarations(
      reading: [root], from: files, after: earlier?.declarations)
    identities = declarations.model.sources.files.map { files.identities[$0.path] }
    var byIdentity: [String: FileID] = [:]
    for (index, identity) in identities.enumerated() {
      if let identity { byIdentity[identity] = FileID(index: UInt32(index)) }
    }
    fileOfIdentity = byIdentity
  }

  package var model: Model { declarations.model }
  package var sources: SourceSet { model.sources }

  /// The model with its threats, once somebody asked for them.
  private var known: CompiledModel?
  private var earlier: ThreatRegister?

  /// The model with its threats.
  package var compiled: CompiledModel {
    if let known { return known }
    guard let compiled = compile(while: { true }) else { preconditionFailure("it is wanted") }
    return compiled
  }

  /// What the next text can take over: threats and findings of the text before, until somebody wanted those of this
  /// one.
  package var knowledge: Knowledge {
    Knowledge(declarations: declarations, threats: known?.generated ?? earlier, findings: kept)
  }

  private func compile(while isWanted: () -> Bool) -> CompiledModel? {
    guard let compiled = CompiledModel(declarations, after: earlier, while: isWanted) else {
      return nil
    }
    known = compiled
    earlier = nil
    return compiled
  }

  /// Every name in the texts with the declaration that it means.
  package private(set) lazy var occurrences = OccurrenceIndex(model)

  /// The threats of each declaration.
  package private(set) lazy var threats = ThreatsBySubject(compiled)

  private var texts: [FileID: PositionedText] = [:]
  private var found: [Diagnostic]?
  /// What is kept of the findings; of those of the text before, until somebody wanted those of this one.
  private var kept: KeptFindings?

  /// All findings, once they were computed; nil where somebody lost interest before.
  package func findings(today: CalendarDate, while isWanted: () -> Bool) -> [Diagnostic]? {
    if let found { return found }
    guard let compiled = known ?? compile(while: isWanted),
      let findings = compiled.findings(today: today, after: kept, while: isWanted)
    else { return nil }
    (found, kept) = (findings.all, findings.kept)
    return found
  }

  package var hasFindings: Bool { found != nil }

  package func holds(_ identity: String) -> Bool { fileOfIdentity[identity] != nil }
  package func file(_ identity: String) -> FileID? { fileOfIdentity[identity] }
  package func identity(_ file: FileID) -> String? { identities[Int(file.index)] }

  package func text(_ file: FileID) -> PositionedText {
    if let known = texts[file] { return known }
    let text = PositionedText(sources[file].bytes)
    texts[file] = text
    return text
  }

  private var forms: [FileID: TextForm] = [:]

  /// How the lines of a file end.
  package func form(_ file: FileID) -> TextForm {
    if let known = forms[file] { return known }
    let form = TextForm(of: sources[file].bytes)
    forms[file] = form
    return form
  }

  package func tree(_ file: FileID) -> SyntaxTree { model.trees[Int(file.index)] }

  // MARK: - After edits

  /// The model after edits of its files; nil where they cannot be read any more.
  func applying(_ edits: [Edit]) -> CompiledModel? {
    declarations(after: edits).map { CompiledModel($0) }
  }

  /// The same up to its declarations.
  ///
  /// - Parameter new: a file that is made with the edits.
  func declarations(after edits: [Edit], with new: NewFile? = nil) -> CompiledDeclarations? {
    var texts = typed
    for file in Set(edits.map(\.range.file)) {
      guard let identity = identity(file) else { return nil }
      texts[identity] = sources[file].applying(edits)
    }
    let files = AnyFiles(new.map { FilesWithNew($0, over: saved) } ?? saved)
    return try? CompiledDeclarations(reading: [root], from: UnsavedFiles(texts, over: files))
  }

  /// Whether a path beside a file is taken by another, one that is open and not saved included.
  func isThere(_ name: String, beside identity: String) -> Bool {
    let folder = identity.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return typed[(folder + [Substring(name)]).joined(separator: "/")] != nil
      || (try? saved.resolve(name, from: identity)) != nil
  }

  /// Whether the compiler found an error.
  var hasErrors: Bool { declarations.hasErrors }

  /// A name like the given one that no declaration bears.
  func unusedName(for name: String) -> String {
    let taken = Set(model.allEntities.map { model.name($0) })
    var candidate = name
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  /// How often the texts name each declaration, by its path: the same before and after a change that
  /// moves declarations.
  ///
  /// - Parameter besides: a declaration that only one of the two has.
  func meanings(of model: Model, besides name: String? = nil) -> [String: Int] {
    var counts: [String: Int] = [:]
    for occurrence in OccurrenceIndex(model).all where model.name(occurrence.entity) != name {
      counts[model.path(occurrence.entity), default: 0] += 1
    }
    return counts
  }
}

extension CompiledDeclarations {
  var hasErrors: Bool { compilation.diagnostics.contains { $0.severity == .error } }
}

/// Any files, where a type of its own is asked for.
struct AnyFiles: FileProvider {
  private let files: any FileProvider

  init(_ files: any FileProvider) { self.files = files }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    try files.resolve(path, from: importer)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { try files.read(file) }
}
