// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// Writes everything that the model says and the program derives as one JSON object;
/// `docs/schemas/report-1.schema.json` describes it.
package enum ReportJSON {
  /// Passes on the object in pieces, as UTF-8.
  package static func write<Failure: Error>(
    _ source: ReportSource, layout: JSONWriter.Layout, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let book = DataBook(source)
    var writer = JSONWriter(layout)
    writer.object { writer in ReportRecord.record.write(book, fieldsTo: &writer) }
    try sink(writer.takeBytes())
  }
}
