// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMChanges
import TMDiff
import TMFindings
import TMInterchange
import TMModel
import TMWriting

/// Brings a model that was imported to a newer version of its source.
struct ImportUpdate {
  let isDryRun: Bool
  let console: Console

  /// What an update makes of a model.
  struct Change {
    let path: String
    let read: ModelImport
    let update: ModelUpdate
    fileprivate let canonical: String
    fileprivate let text: [UInt8]
    fileprivate let newer: [UInt8]
    fileprivate let name: String
    fileprivate let options: ImportOptions
    fileprivate let hasBase: Bool
    fileprivate let before: CompiledModel
    fileprivate let after: CompiledModel
  }

  /// Compares a model with the newer version of its source.
  func change(_ path: String, source: String, _ asked: ImportOptions) throws -> Change {
    let (text, canonical) = try ImportFiles.bytes(path)
    let base = try ImportFiles.base(beside: path)
    let options = ImportOptions(
      mergesPairs: asked.mergesPairs || base?.options.mergesPairs == true,
      joinsByTitle: asked.joinsByTitle || base?.options.joinsByTitle == true)
    let name = base?.name ?? ImportFiles.baseName(source)
    let read = try ImportFiles.read(source, name, options)
    guard !read.model.isLibrary else {
      throw CommandFailure(
        "`\(source)` is a template, and nobody works on the library that it becomes",
        help: "delete the old library, and import the template again")
    }
    let newer = read.text(source: ImportFiles.fileName(source))
    guard ModelUpdate.shareSource(base?.text ?? text, newer) else {
      throw CommandFailure(
        "`\(source)` has nothing in common with what `\(path)` was imported from",
        help:
          "name the newer version of the same source; what was drawn anew is imported into a model of its own"
      )
    }
    let before = try compiled(path, text: nil, canonical)
    guard before.errors.isEmpty else {
      try show(before)
      throw CommandFailure(
        "`\(path)` has errors, so what an update changes in it cannot be told",
        help: "mend them first; `tm lint` checks it")
    }
    let update = ModelUpdate(of: text, base: base?.text, newer: newer)
    guard update.lost.isEmpty else {
      throw CommandFailure(
        "the update would lose \(update.lost.prefix(3).joined(separator: ", ")), and nothing was written",
        help: "import the source into another folder, and compare with `tm diff`")
    }
    let after = try compiled(path, text: update.text, canonical)
    guard after.errors.isEmpty else {
      try show(after)
      throw CommandFailure(
        "the update would not compile, and nothing was written",
        help: "import the source into another folder, and compare with `tm diff`")
    }
    return Change(
      path: path, read: read, update: update, canonical: canonical, text: text, newer: newer,
      name: name, options: options, hasBase: base != nil, before: before, after: after)
  }

  /// Prints what is different, and writes it.
  func finish(_ change: Change) throws {
    try report(change)
    let path = change.path
    if !isDryRun {
      // A model beside the text of another import would be compared with the wrong one.
      let signals = BlockedSignals()
      defer { signals.release() }
      if change.update.text != change.text {
        try FileWriter.replace(
          change.canonical, with: change.update.text, madeFrom: change.text)
      }
      try ImportFiles.writeReport(change.read, beside: path)
      try ImportFiles.writeBase(change.newer, change.name, change.options, beside: path)
    }
    let shown = TerminalText.condensed(path, to: 200)
    try console.output.show(ImportCommand.lossSummary(change.read.model.losses, shown))
  }

  private func compiled(
    _ path: String, text: [UInt8]?, _ canonical: String
  ) throws(CommandFailure) -> CompiledModel {
    let workspace = try Workspace([path])
    do throws(ReadFailure) {
      let texts = text.map { [canonical: $0] } ?? [:]
      return try CompiledModel(
        reading: [path], from: UnsavedFiles(texts, over: workspace))
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  private func show(_ compiled: CompiledModel) throws {
    try console.error.show(
      HumanDiagnostics.text(
        of: compiled.errors, in: compiled.sources, width: Terminal.lineWidth(.error),
        colouring: console.errorColouring))
  }

  private func report(_ change: Change) throws {
    let difference = ModelDifference(
      from: try compared(change.before), to: try compared(change.after), today: try Today.date())
    try console.output.show(
      DifferenceText.text(
        of: difference, width: Terminal.lineWidth(.output), colouring: console.outputColouring))
    if difference.isEmpty { try console.output.show("no difference\n") }
    if !change.hasBase {
      try console.output.show(
        "what was imported last is not known: nothing that differs was changed\n")
    }
    for conflict in change.update.conflicts {
      let place = conflict.line > 0 ? "\(change.path):\(conflict.line)" : change.path
      var text = "kept: \(TerminalText.condensed(place, to: 200)): \(conflict.message)\n"
      if !conflict.newer.isEmpty {
        text += "      the source says: \(TerminalText.condensed(conflict.newer, to: 200))\n"
      }
      try console.output.show(text)
    }
  }

  private func compared(_ compiled: CompiledModel) throws -> ComparedModel {
    ComparedModel(compiled, today: try Today.date())
  }
}
