// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes a report as one HTML file that needs nothing else.
package enum HTMLReport {
  package static func bytes(of document: ReportDocument, _ source: ReportSource) -> [UInt8] { [] }
}
