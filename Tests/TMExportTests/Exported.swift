// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

@testable import TMExport

extension ModelExport {
  /// Writes a compiled model, with nothing said about its components, on a day of its own.
  init(_ format: ExportFormat, of compiled: CompiledSample) throws {
    let day = try #require(CalendarDate("2026-06-01"))
    self.init(
      format, of: compiled.model, compiled.risks,
      software: SoftwareReport(compiled.model, today: day), day: day)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
