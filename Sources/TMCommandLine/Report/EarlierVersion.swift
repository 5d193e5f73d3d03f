// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMChanges
import TMDiff
import TMDocument
import TMLint
import TMModel

/// An earlier version of a model, which its report is compared with.
struct EarlierVersion {
  /// A file, a folder with one model, or a revision of git.
  let name: String

  /// What changed from it to the model of the report.
  ///
  /// - Parameter paths: the files of the model.
  func changes(
    to compiled: CompiledModel, _ paths: [String], today: CalendarDate, _ console: Console
  ) throws -> ReportChanges {
    let side: DifferenceSide
    if Folder.has(name) {
      side = .files(Folder.isFolder(name) ? [try DefaultModelFile.path(in: name)] : [name])
    } else {
      side = try RevisionSide(try GitRepository(), paths).side(name)
    }
    let before = try side.model("the earlier model (`\(name)`)", today: today, console)
    var linter = Linter(
      compiled.compilation, compiled.register, compiled.risks, today: today)
    let after = ComparedModel(
      compiled.model, compiled.register, compiled.risks, findings: linter.run())
    return DifferenceSummary.changes(
      ModelDifference(from: before, to: after, today: today), since: name)
  }
}
