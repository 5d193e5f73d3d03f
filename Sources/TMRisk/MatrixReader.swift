// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax

/// Reads the risk matrices that a model declares, and finds the one that it uses.
struct MatrixReader {
  /// The matrix in force: the one that the model names, or else the only one declared, or else the
  /// built-in one.
  let matrix: RiskMatrix
  /// The declaration of the matrix in force; nil for the built-in one.
  let declaration: EntityID?
  let diagnostics: [Diagnostic]

  init(_ model: Model) {
    var diagnostics: [Diagnostic] = []
    var read: [EntityID: RiskMatrix] = [:]
    let declared = model.all(.matrix)
    for id in declared { read[id] = Self.matrix(id, model, &diagnostics) }
    let named = model.system.flatMap { model.references($0, .matrix).first }
    let chosen = named ?? (declared.count == 1 ? declared.first : nil)
    matrix = chosen.flatMap { read[$0] } ?? .fdaPostmarket
    declaration = chosen.flatMap { read[$0] == nil ? nil : $0 }
    self.diagnostics = diagnostics
  }

  private static func matrix(
    _ id: EntityID, _ model: Model, _ diagnostics: inout [Diagnostic]
  ) -> RiskMatrix? {
    let rows = model.children(id, .row)
    let columns = model.words(id, .columns)
    let acceptable = model.words(id, .acceptable)
    do throws(RiskMatrixFault) {
      for (index, row) in rows.enumerated()
      where !Vocabulary.exploitabilities.contains(model.name(row)) {
        throw RiskMatrixFault(
          "row `\(model.name(row))` is no exploitability", in: .row(index),
          help: "rows are low, medium and high")
      }
      return try RiskMatrix(
        title: model.title(id),
        columns: columns.isEmpty ? Vocabulary.harmSeverities.words : columns,
        rows: rows.map { (model.name($0), model.words($0, .cells)) },
        acceptable: acceptable.isEmpty ? ["controlled"] : acceptable)
    } catch {
      let range =
        switch error.part {
        case .columns: place(.columns, id, model)
        case .acceptable: place(.acceptable, id, model)
        case .rows: model.headingRange(id)
        case .row(let index): model.headingRange(rows[index])
        }
      diagnostics.append(
        Diagnostic("wrong-matrix", .error, error.message, at: Label(range), help: [error.help]))
      return nil
    }
  }

  private static func place(_ property: Property, _ id: EntityID, _ model: Model) -> SourceRange {
    model.entry(id, property).map { model.syntax($0, of: id).range } ?? model.headingRange(id)
  }
}
