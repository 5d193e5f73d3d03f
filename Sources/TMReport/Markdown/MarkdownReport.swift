// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes a report in GitHub Flavored Markdown.
package enum MarkdownReport {
  package static func text(of document: ReportDocument, _ source: ReportSource) -> String { "" }
}
