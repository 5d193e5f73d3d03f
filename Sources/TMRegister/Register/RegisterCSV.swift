// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMWriting

/// Writes the risk register as a CSV table with every column of `RegisterColumn.all`.
package enum RegisterCSV {
  private static let pieceSize = 1 << 20

  /// Passes on the table in pieces, as UTF-8.
  package static func write<Failure: Error>(
    _ threats: [AssessedThreat], from risks: RiskRegister, of model: Model,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let book = RegisterBook(model, risks)
    var writer = CSVWriter()
    writer.record(RegisterColumn.all.map { .text($0.name) })
    for assessed in threats {
      let entry = RegisterEntry(assessed: assessed, book: book)
      writer.record(RegisterColumn.all.map { $0.value(entry) })
      if writer.bytes.count >= pieceSize { try sink(writer.takeBytes()) }
    }
    try sink(writer.takeBytes())
  }
}
