// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a reader would rather look at than read; each format shows it in its own way.
package enum ReportFigure: Sendable {
  /// The diagram of the system or of a view, by the id of its picture.
  case picture(String)
}
