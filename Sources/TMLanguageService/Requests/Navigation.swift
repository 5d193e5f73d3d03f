// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension ModelSnapshot {
  /// The declaration that the name at an offset means: its name, and the whole of it; nil for none,
  /// and for one that is part of the program.
  package func definition(
    at offset: Int, in file: FileID
  ) -> (origin: SourceRange, name: SourceRange, whole: SourceRange)? {
    guard let found = occurrences.occurrence(at: offset, in: file),
      !model.isBuiltIn(found.entity)
    else { return nil }
    return (found.range, model.nameRange(found.entity), model.syntax(found.entity).range)
  }

  /// Every place that names the declaration at an offset, in all files, by position.
  package func references(
    at offset: Int, in file: FileID, withDeclaration: Bool
  ) -> [SourceRange] {
    guard let found = occurrences.occurrence(at: offset, in: file) else { return [] }
    return occurrences.occurrences(of: found.entity)
      .filter { withDeclaration || !$0.isDeclaration }
      .map(\.range)
  }

  /// The places of one file that name the declaration at an offset.
  package func highlights(at offset: Int, in file: FileID) -> [Occurrence] {
    guard let found = occurrences.occurrence(at: offset, in: file) else { return [] }
    return occurrences.occurrences(of: found.entity).filter { $0.range.file == file }
  }
}
