// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMChanges
import TMDiff
import TMDocument
import TMModel

/// An earlier version of a model, which its report is compared with.
struct EarlierVersion {
  /// A file, a folder with one model, or a revision of git.
  let name: String
  let policies: PolicyOptions

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
    let before = try side.model("the earlier model (`\(name)`)", policies, today: today, console)
    let after = ComparedModel(compiled, today: today)
    return DifferenceSummary.changes(
      ModelDifference(from: before, to: after, today: today), since: name)
  }
}
