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

  /// Updates a model; whether people have to decide about something.
  func run(_ path: String, source: String, _ asked: ImportOptions) throws -> (
    read: ModelImport, hasConflicts: Bool
  ) {
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
    let before = try compiled(path, text: nil, canonical)
    guard before.errors.isEmpty else {
      try show(before)
      throw CommandFailure(
        "`\(path)` has errors, so what an update changes in it cannot be told",
        help: "mend them first; `tm lint` checks it")
    }
    let update = ModelUpdate(of: text, base: base?.text, newer: newer)
    let after = try compiled(path, text: update.text, canonical)
    guard after.errors.isEmpty else {
      try show(after)
      throw CommandFailure(
        "the update would not compile, and nothing was written",
        help: "import the source into another folder, and compare with `tm diff`")
    }
    try report(update, before, after, path, hasBase: base != nil)
    if !isDryRun {
      // A model beside the text of another import would be compared with the wrong one.
      let signals = BlockedSignals()
      defer { signals.release() }
      if update.text != text {
        try FileWriter.replace(canonical, with: update.text, madeFrom: text)
      }
      try ImportFiles.writeReport(read, beside: path)
      try ImportFiles.writeBase(newer, name, options, beside: path)
    }
    let shown = TerminalText.condensed(path, to: 200)
    try console.output.write(ImportCommand.lossSummary(read.model.losses, shown))
    return (read, !update.conflicts.isEmpty)
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

  private func report(
    _ update: ModelUpdate, _ before: CompiledModel, _ after: CompiledModel, _ path: String,
    hasBase: Bool
  ) throws {
    let difference = ModelDifference(
      from: try compared(before), to: try compared(after), today: try Today.date())
    try console.output.show(
      DifferenceText.text(
        of: difference, width: Terminal.lineWidth(.output), colouring: console.outputColouring))
    if difference.isEmpty { try console.output.write("no difference\n") }
    if !hasBase {
      try console.output.write(
        "what was imported last is not known: nothing that differs was changed\n")
    }
    for conflict in update.conflicts {
      let place = conflict.line > 0 ? "\(path):\(conflict.line)" : path
      var text = "kept: \(TerminalText.condensed(place, to: 200)): \(conflict.message)\n"
      if !conflict.newer.isEmpty {
        text += "      the source says: \(TerminalText.condensed(conflict.newer, to: 200))\n"
      }
      try console.output.write(text)
    }
  }

  private func compared(_ compiled: CompiledModel) throws -> ComparedModel {
    ComparedModel(
      compiled.model, compiled.register, compiled.risks, approvals: compiled.approvals,
      findings: compiled.findings(today: try Today.date()))
  }
}
